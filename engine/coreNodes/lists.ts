import type { IDataObject, INodeType } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

/** Keeps the first or last items. */
export const limit: INodeType = {
	description: describe('limit', 1, [
		parameter('maxItems', 'number', 1),
		parameter('keep', 'options', 'firstItems', { options: [] }),
	]),
	async execute() {
		const max = this.getNodeParameter('maxItems', 0, 1) as number;
		const items = this.getInputData().map((item, index) => ({
			...item,
			pairedItem: { item: index },
		}));
		return [
			this.getNodeParameter('keep', 0) === 'lastItems' ? items.slice(-max) : items.slice(0, max),
		];
	},
};

/** One item for each entry of a list field; the entry alone, or with the other fields beside it. */
export const splitOut: INodeType = {
	description: describe('splitOut', 1, [
		parameter('fieldToSplitOut', 'string', ''),
		parameter('include', 'options', 'noOtherFields', { options: [] }),
		options('options'),
	]),
	async execute() {
		return [
			this.getInputData().flatMap((item, index) => {
				const field = this.getNodeParameter('fieldToSplitOut', index) as string;
				const { [field]: list, ...others } = item.json;
				const keep = this.getNodeParameter('include', index) === 'allOtherFields';
				return [list ?? []].flat().map((entry) => ({
					json: {
						...(keep ? others : {}),
						...(!keep && typeof entry === 'object' ? (entry as IDataObject) : { [field]: entry }),
					} as IDataObject,
					pairedItem: { item: index },
				}));
			}),
		];
	},
};

/** All items in one: their JSON as a list under `data`. */
/** Remove Duplicates, "Remove Items Processed in Previous Executions" by value; n8n keeps the values in its database. */
export const removeDuplicates: INodeType = {
	description: describe(
		'removeDuplicates',
		[2],
		[
			parameter('operation', 'options', 'removeItemsSeenInPreviousExecutions', { options: [] }),
			parameter('logic', 'options', 'removeItemsWithAlreadySeenKeyValues', { options: [] }),
			parameter('dedupeValue', 'string', ''),
			options(
				'options',
				parameter('scope', 'options', 'node', { options: [] }),
				parameter('historySize', 'number', 10000),
			),
		],
	),
	async execute() {
		const key = `${String(this.getWorkflow().id)} ${this.getNode().id}`;
		const seen = seenValues.get(key) ?? new Set<string>();
		seenValues.set(key, seen);
		const fresh = this.getInputData().flatMap((item, index) => {
			const value = String(this.getNodeParameter('dedupeValue', index));
			if (seen.has(value)) return [];
			seen.add(value);
			return [{ ...item, pairedItem: { item: index } }];
		});
		return [fresh];
	},
};

/** By workflow and node. */
const seenValues = new Map<string, Set<string>>();

export const aggregate: INodeType = {
	description: describe('aggregate', 1, [
		parameter('aggregate', 'options', 'aggregateIndividualFields', { options: [] }),
		parameter('destinationFieldName', 'string', 'data'),
		parameter('fieldsToAggregate', 'json', {}),
		options('options'),
	]),
	async execute() {
		const items = this.getInputData();
		if (this.getNodeParameter('aggregate', 0) === 'aggregateIndividualFields') {
			const fields = this.getNodeParameter('fieldsToAggregate.fieldToAggregate', 0, []) as Array<{
				fieldToAggregate: string;
				renameField?: boolean;
				outputFieldName?: string;
			}>;
			const json = Object.fromEntries(
				fields.map(({ fieldToAggregate: name, renameField, outputFieldName }) => [
					renameField && outputFieldName ? outputFieldName : name,
					items.map((item) => item.json[name]).filter((value) => value !== undefined),
				]),
			);
			return [[{ json, pairedItem: items.map((_, index) => ({ item: index })) }]];
		}
		const field = this.getNodeParameter('destinationFieldName', 0, 'data') as string;
		return [
			[
				{
					json: { [field]: items.map(({ json }) => json) },
					pairedItem: items.map((_, index) => ({ item: index })),
				},
			],
		];
	},
};
