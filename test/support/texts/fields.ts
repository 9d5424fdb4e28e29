import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { WhatsAppCloudApi } from '../../../credentials/WhatsAppCloudApi.credentials';
import { WhatsAppCloud } from '../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { WhatsAppCloudTrigger } from '../../../nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node';

/** A parameter of a node, or a field of the credential. */
export interface Field {
	/** Labels from the top of the form, e.g. `Options → Dry Run`. */
	path: string;
	depth: number;
	property: INodeProperties;
}

function fieldsOf(properties: INodeProperties[], above = '', depth = 0): Field[] {
	return properties.flatMap((property) => {
		const path = `${above}${property.displayName}`;
		return [{ path, depth, property }, ...fieldsOf(childrenOf(property), `${path} → `, depth + 1)];
	});
}

function childrenOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

/** The options of a list; a collection has none. */
export function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	return type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
}

/** Every parameter of both nodes and every field of the credential. */
export const forms: Array<[name: string, fields: Field[]]> = [
	['action node', fieldsOf(new WhatsAppCloud().description.properties)],
	['trigger', fieldsOf(new WhatsAppCloudTrigger().description.properties)],
	['credential', fieldsOf(new WhatsAppCloudApi().properties)],
];

/** A text that a user reads, and where it appears. */
export type Text = [where: string, text: string];

/** Every text of a form: labels, descriptions, hints, placeholders, options, and actions. */
export function textsOf(fields: Field[]): Text[] {
	const texts = fields.flatMap(
		({ path, property }): Array<[string, string | undefined]> => [
			[path, property.displayName],
			[path, property.description],
			[path, property.hint],
			[path, property.placeholder],
			[path, property.typeOptions?.multipleValueButtonText],
			...choicesOf(property).flatMap(
				({ name, description, action }): Array<[string, string | undefined]> => [
					[`${path}: ${name}`, name],
					[`${path}: ${name}`, description],
					[`${path}: ${name}`, action],
				],
			),
			...(property.modes ?? []).flatMap(
				(mode): Array<[string, string | undefined]> => [
					[path, mode.displayName],
					[path, mode.hint],
					[path, mode.placeholder],
				],
			),
		],
	);
	return texts.filter((one): one is Text => Boolean(one[1]));
}
