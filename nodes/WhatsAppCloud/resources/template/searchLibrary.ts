import type { IDataObject } from 'n8n-workflow';
import { libraryTemplates } from '../../../../cloud-api/templates/library';
import { paging, wantedItems } from '../../fields/paging';
import type { Values } from '../../../shared/values';
import type { Operation } from '../../runtime/operation';

export const searchLibrary: Operation = {
	name: 'Search Library',
	value: 'searchLibrary',
	action: 'Search the template library',
	description: "Find ready texts in Meta's library, to be submitted without a review",
	fields: [
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			placeholder: 'e.g. delivery',
			description: 'Part of the name or of the text; empty for all',
		},
		...paging,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Industry',
					name: 'industry',
					type: 'string',
					default: '',
					placeholder: 'e.g. E_COMMERCE',
					description: 'In capitals, as Meta names it',
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'string',
					default: '',
					placeholder: 'e.g. en_US',
					description: 'Code of the language the text is in',
				},
				{
					displayName: 'Topic',
					name: 'topic',
					type: 'string',
					default: '',
					placeholder: 'e.g. ORDER_MANAGEMENT',
					description: 'In capitals, as Meta names it',
				},
				{
					displayName: 'Use Case',
					name: 'usecase',
					type: 'string',
					default: '',
					placeholder: 'e.g. SHIPMENT_CONFIRMATION',
					description: 'In capitals, as Meta names it',
				},
			],
		},
	],
	async run({ graph, param }) {
		const search = param.text('search').trim() || undefined;
		const found = await libraryTemplates(
			graph,
			{ search, ...filters(param.group('filters')) },
			wantedItems(param),
		);
		return found as IDataObject[];
	},
};

/** The filters that were set. */
function filters(group: Values): Record<string, string> {
	const set = group.names().filter((name) => group.has(name));
	return Object.fromEntries(set.map((name) => [name, group.text(name)]));
}
