import type { INodeProperties } from 'n8n-workflow';

/** A line of text with an example, as it is in collections and rows. */
export function textField(
	displayName: string,
	name: string,
	example: string,
	description?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		...(description !== undefined && { description }),
	};
}
