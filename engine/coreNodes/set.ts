import type { FieldType, IDataObject, INodeType } from 'n8n-workflow';
import { jsonParse, NodeOperationError, validateFieldType } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

interface Assignment {
	name: string;
	value: unknown;
	type?: FieldType;
}

/** Edit Fields: sets fields one by one or as JSON, with or without the fields of the input. */
export const set: INodeType = {
	description: describe(
		'set',
		[3, 3.1, 3.2, 3.3, 3.4],
		[
			parameter('mode', 'options', 'manual', {
				options: [
					{ name: 'Manual', value: 'manual' },
					{ name: 'JSON', value: 'raw' },
				],
			}),
			parameter('jsonOutput', 'json', '{}'),
			parameter('assignments', 'assignmentCollection', {}),
			parameter('includeOtherFields', 'boolean', false),
			parameter('include', 'options', 'all', { options: [] }),
			options(
				'options',
				parameter('dotNotation', 'boolean', true),
				parameter('stripBinary', 'boolean', true),
			),
		],
	),
	async execute() {
		return [
			this.getInputData().map((item, index) => {
				const keep = this.getNodeParameter('includeOtherFields', index, false) === true;
				const json: IDataObject = keep ? structuredClone(item.json) : {};
				if (this.getNodeParameter('mode', index) === 'raw') {
					const raw = this.getNodeParameter('jsonOutput', index);
					Object.assign(json, typeof raw === 'string' ? jsonParse<IDataObject>(raw) : raw);
				} else {
					const dots = this.getNodeParameter('options.dotNotation', index, true) === true;
					const list = this.getNodeParameter('assignments.assignments', index, []) as unknown[];
					for (const { name, value, type = 'string' } of list as Assignment[]) {
						const checked = validateFieldType(name, value, type);
						if (!checked.valid) {
							throw new NodeOperationError(this.getNode(), checked.errorMessage, {
								itemIndex: index,
							});
						}
						setAt(json, dots ? name.split('.') : [name], checked.newValue as IDataObject);
					}
				}
				return {
					json,
					...(keep && item.binary ? { binary: item.binary } : {}),
					pairedItem: { item: index },
				};
			}),
		];
	},
};

function setAt(target: IDataObject, [key, ...rest]: string[], value: IDataObject): void {
	if (rest.length === 0) {
		target[key] = value;
		return;
	}
	const next = target[key];
	const object = typeof next === 'object' && next !== null ? (next as IDataObject) : {};
	target[key] = object;
	setAt(object, rest, value);
}
