import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

/** Merge: append, combine by position, choose a branch. Other ways to combine say that they are not here. */
export const merge: INodeType = {
	description: describe(
		'merge',
		[3, 3.1, 3.2],
		[
			parameter('mode', 'options', 'append', { options: [] }),
			parameter('combineBy', 'options', 'combineByFields', { options: [] }),
			parameter('numberInputs', 'number', 2),
			parameter('useDataOfInput', 'number', 1),
			options('options'),
		],
		{
			inputs:
				'={{ Array.from({ length: $parameter.numberInputs || 2 }, () => ({ type: "main" })) }}',
			requiredInputs: 1,
		},
	),
	async execute() {
		const count = this.getNodeParameter('numberInputs', 0, 2) as number;
		const inputs = Array.from({ length: count }, (_, input) =>
			this.getInputData(input).map(
				(item, index): INodeExecutionData => ({ ...item, pairedItem: { item: index, input } }),
			),
		);
		const mode = this.getNodeParameter('mode', 0);
		if (mode === 'append') return [inputs.flat()];
		if (mode === 'chooseBranch') {
			return [inputs[Number(this.getNodeParameter('useDataOfInput', 0, 1)) - 1] ?? []];
		}
		if (this.getNodeParameter('combineBy', 0) === 'combineByPosition') return [zip(inputs)];
		throw new NodeOperationError(
			this.getNode(),
			'The stand-in for Merge appends, combines by position and chooses a branch',
		);
	},
};

function zip(inputs: INodeExecutionData[][]): INodeExecutionData[] {
	const length = Math.min(...inputs.map((items) => items.length));
	return Array.from({ length }, (_, index) => {
		const items = inputs.map((input) => input[index]);
		return {
			json: Object.assign({}, ...items.map(({ json }) => json)),
			binary: Object.assign({}, ...items.map(({ binary }) => binary)),
			pairedItem: items.map((_item, input) => ({ item: index, input })),
		};
	});
}
