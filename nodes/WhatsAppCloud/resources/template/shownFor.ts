import { updateDisplayOptions, type IDisplayOptions, type INodeProperties } from 'n8n-workflow';

/** Fields that are shown only for certain values of others, beside their own conditions. */
export function shownFor(
	show: NonNullable<IDisplayOptions['show']>,
	fields: INodeProperties[],
): INodeProperties[] {
	return updateDisplayOptions({ show }, fields);
}
