import type { IDataObject } from 'n8n-workflow';
import { libraryTemplates } from '../../../../cloud-api/templates/library';
import { paging, wantedItems } from '../../fields/paging';
import type { Values } from '../../../shared/values';
import type { Operation } from '../../runtime/operation';

export const searchLibrary: Operation = {
	name: 'Search Library',
	value: 'searchLibrary',
	action: 'Search the template library',
	description: "Search the templates of Meta's library, which you can submit without a review",
	fields: [
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			placeholder: 'e.g. delivery',
			description: 'Part of the name or the text. Leave empty to return all templates.',
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
					description: "In capitals, as in Meta's documentation",
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'string',
					default: '',
					placeholder: 'e.g. en_US',
					description: 'Language code',
				},
				{
					displayName: 'Topic',
					name: 'topic',
					type: 'string',
					default: '',
					placeholder: 'e.g. ORDER_MANAGEMENT',
					description: "In capitals, as in Meta's documentation",
				},
				{
					displayName: 'Use Case',
					name: 'usecase',
					type: 'string',
					default: '',
					placeholder: 'e.g. SHIPMENT_CONFIRMATION',
					description: "In capitals, as in Meta's documentation",
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
