import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../runtime/parameters';

/** The parameters Return All and Limit. */
export const paging: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** The maximum number of items to return; `undefined` for all. */
export function wantedItems(param: Parameters): number | undefined {
	return param.flag('returnAll') ? undefined : (param.number('limit') ?? 50);
}
