import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

/** Rows by table ID; n8n keeps them in its database. */
const tables = new Map<string, IDataObject[]>();

/** The current rows of a table, for tests. */
export function dataTableRows(id: string): IDataObject[] {
	const rows = tables.get(id) ?? [];
	tables.set(id, rows);
	return rows;
}

/** Data table: get, upsert and delete rows that equal the conditions. Each row gets an `id`. */
export const dataTable: INodeType = {
	description: describe(
		'dataTable',
		[1, 1.1],
		[
			parameter('resource', 'options', 'row', { options: [{ name: 'Row', value: 'row' }] }),
			parameter('operation', 'options', 'insert', { options: [] }),
			parameter('dataTableId', 'resourceLocator', { mode: 'list', value: '' }),
			parameter('matchType', 'options', 'anyCondition', { options: [] }),
			parameter(
				'filters',
				'fixedCollection',
				{},
				{
					typeOptions: { multipleValues: true },
					options: [
						{
							displayName: 'Conditions',
							name: 'conditions',
							values: [
								parameter('keyName', 'string', 'id'),
								parameter('condition', 'string', 'eq'),
								parameter('keyValue', 'string', ''),
							],
						},
					],
				},
			),
			parameter('columns', 'json', {}),
			parameter('returnAll', 'boolean', false),
			options('options'),
		],
	),
	async execute() {
		const output: INodeExecutionData[] = [];
		this.getInputData().forEach((item, index) => {
			const id = this.getNodeParameter('dataTableId', index, '', { extractValue: true }) as string;
			const conditions = this.getNodeParameter('filters.conditions', index, []) as Condition[];
			const rows = dataTableRows(id);
			const matching = rows.filter((row) =>
				conditions.every(({ keyName, keyValue }) => String(row[keyName]) === String(keyValue)),
			);
			const itemsOf = (found: IDataObject[]) =>
				output.push(...found.map((json) => ({ json: { ...json }, pairedItem: { item: index } })));
			switch (this.getNodeParameter('operation', index)) {
				case 'get':
					return itemsOf(matching);
				case 'deleteRows':
					tables.set(
						id,
						rows.filter((row) => !matching.includes(row)),
					);
					return itemsOf(matching);
				default: {
					const defined = this.getNodeParameter('columns', index, {}) as {
						mappingMode?: string;
						value?: IDataObject;
					};
					const values: IDataObject =
						defined.mappingMode === 'defineBelow' ? { ...defined.value } : { ...item.json };
					delete values.id;
					if (matching.length === 0) rows.push({ id: rows.length + 1, ...values });
					for (const row of matching) Object.assign(row, values);
					return itemsOf(matching.length > 0 ? matching : rows.slice(-1));
				}
			}
		});
		return [output];
	},
};
