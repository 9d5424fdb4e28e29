import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { conditions, describe, options, parameter } from './describe';

const conditionOptions = options(
	'options',
	parameter('ignoreCase', 'boolean', true),
	parameter('looseTypeValidation', 'boolean', true),
);

/** Sends each item to `true` or `false`. */
export const ifNode: INodeType = {
	description: describe(
		'if',
		[2, 2.1, 2.2, 2.3],
		[conditions(), parameter('looseTypeValidation', 'boolean', false), conditionOptions],
		{ outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main] },
	),
	async execute() {
		const outputs: INodeExecutionData[][] = [[], []];
		this.getInputData().forEach((item, index) => {
			const passes = this.getNodeParameter('conditions', index, false, { extractValue: true });
			outputs[passes ? 0 : 1].push({ ...item, pairedItem: { item: index } });
		});
		return outputs;
	},
};

/** Lets the items pass that match. */
export const filter: INodeType = {
	description: describe(
		'filter',
		[2, 2.1, 2.2, 2.3],
		[conditions(), parameter('looseTypeValidation', 'boolean', false), conditionOptions],
	),
	async execute() {
		return [
			this.getInputData().flatMap((item, index) =>
				this.getNodeParameter('conditions', index, false, { extractValue: true })
					? [{ ...item, pairedItem: { item: index } }]
					: [],
			),
		];
	},
};

/** Sends each item to the output of the first rule it matches, or to the fallback output. */
export const switchNode: INodeType = {
	description: describe(
		'switch',
		[3, 3.1, 3.2, 3.3, 3.4],
		[
			parameter('mode', 'options', 'rules', {
				options: [
					{ name: 'Rules', value: 'rules' },
					{ name: 'Expression', value: 'expression' },
				],
			}),
			parameter('numberOutputs', 'number', 4),
			parameter('output', 'number', 0),
			parameter('looseTypeValidation', 'boolean', false),
			parameter(
				'rules',
				'fixedCollection',
				{},
				{
					typeOptions: { multipleValues: true },
					options: [
						{
							name: 'values',
							displayName: 'values',
							values: [
								conditions(),
								parameter('renameOutput', 'boolean', false),
								parameter('outputKey', 'string', ''),
							],
						},
					],
				},
			),
			options(
				'options',
				parameter('fallbackOutput', 'options', 'none', { options: [] }),
				parameter('renameFallbackOutput', 'string', ''),
				parameter('allMatchingOutputs', 'boolean', true),
				parameter('ignoreCase', 'boolean', true),
				parameter('looseTypeValidation', 'boolean', true),
			),
		],
		{
			outputs:
				'={{ Array.from({ length: $parameter.mode === "expression" ? $parameter.numberOutputs : (($parameter.rules.values || []).length + ($parameter.options.fallbackOutput === "extra" ? 1 : 0)) }, () => ({ type: "main" })) }}',
		},
	),
	async execute() {
		const outputs: INodeExecutionData[][] = [];
		this.getInputData().forEach((item, index) => {
			for (const output of outputsOf(this, index)) {
				(outputs[output] ??= []).push({ ...item, pairedItem: { item: index } });
			}
		});
		return Array.from({ length: outputCount(this) }, (_, index) => outputs[index] ?? []);
	},
};

type ExecuteFunctions = ThisParameterType<NonNullable<INodeType['execute']>>;

function outputCount(context: ExecuteFunctions): number {
	if (context.getNodeParameter('mode', 0) === 'expression') {
		return context.getNodeParameter('numberOutputs', 0) as number;
	}
	const rules = context.getNodeParameter('rules.values', 0, []) as unknown[];
	const fallback = context.getNodeParameter('options.fallbackOutput', 0, 'none');
	return rules.length + (fallback === 'extra' ? 1 : 0);
}

function outputsOf(context: ExecuteFunctions, index: number): number[] {
	if (context.getNodeParameter('mode', index) === 'expression') {
		return [context.getNodeParameter('output', index) as number];
	}
	const rules = context.getNodeParameter('rules.values', index, []) as unknown[];
	const matching = rules.flatMap((_, rule) =>
		context.getNodeParameter(`rules.values[${rule}].conditions`, index, false, {
			extractValue: true,
		})
			? [rule]
			: [],
	);
	if (matching.length === 0) {
		const fallback = context.getNodeParameter('options.fallbackOutput', index, 'none');
		if (fallback === 'extra') return [rules.length];
		return typeof fallback === 'number' ? [fallback] : [];
	}
	return context.getNodeParameter('options.allMatchingOutputs', index, false)
		? matching
		: matching.slice(0, 1);
}
