import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes, sleep } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

/** Loop Over Items: hands out batches on `loop` until none is left, then everything that came back on `done`. */
export const splitInBatches: INodeType = {
	description: describe(
		'splitInBatches',
		3,
		[parameter('batchSize', 'number', 1), options('options', parameter('reset', 'boolean', false))],
		{ outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main] },
	),
	async execute() {
		const context = this.getContext('node') as {
			waiting?: INodeExecutionData[];
			done?: INodeExecutionData[];
		};
		const items = this.getInputData();
		if (
			context.waiting === undefined ||
			this.getNodeParameter('options.reset', 0, false) === true
		) {
			context.waiting = [...items];
			context.done = [];
		} else {
			context.done = [...(context.done ?? []), ...items];
		}
		const batch = context.waiting.splice(0, this.getNodeParameter('batchSize', 0, 1) as number);
		return batch.length > 0 ? [[], batch] : [context.done ?? [], []];
	},
};

const UNIT_MS: Record<string, number> = {
	seconds: 1_000,
	minutes: 60_000,
	hours: 3_600_000,
	days: 86_400_000,
};

/** n8n keeps an execution in memory for waits up to this long; the engine has no database for longer ones. */
const IN_MEMORY_MS = 65_000;

/** Wait for a time. Longer than 65 seconds ends the run with status `waiting`, as in n8n. */
export const wait: INodeType = {
	description: describe(
		'wait',
		[1, 1.1],
		[
			parameter('resume', 'options', 'timeInterval', { options: [] }),
			parameter('amount', 'number', 1),
			parameter('unit', 'options', 'hours', { options: [] }),
			options('options'),
		],
	),
	async execute() {
		const amount = this.getNodeParameter('amount', 0, 1) as number;
		const unit = this.getNodeParameter('unit', 0, 'hours') as string;
		const ms = amount * (UNIT_MS[unit] ?? UNIT_MS.hours);
		if (ms <= IN_MEMORY_MS) await sleep(ms);
		else await this.putExecutionToWait(new Date(Date.now() + ms));
		return [this.getInputData()];
	},
};
