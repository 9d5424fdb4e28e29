import type { INodeProperties } from 'n8n-workflow';

/** Reads national numbers, such as 0170 1234567, as numbers of this country. */
export function defaultCountry(parameter: string): INodeProperties {
	return {
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE',
		description: `Two-letter code of the country of national numbers in ${parameter}, such as 0170 1234567`,
	};
}
