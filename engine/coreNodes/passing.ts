import type { INodeType } from 'n8n-workflow';
import { describe, options, parameter } from './describe';

/** Does nothing to its items. */
export const noOp: INodeType = {
	description: describe('noOp', 1),
	async execute() {
		return [this.getInputData()];
	},
};

/** A note on the canvas; it never runs. */
export const stickyNote: INodeType = {
	description: describe(
		'stickyNote',
		1,
		[
			parameter('content', 'string', ''),
			parameter('height', 'number', 160),
			parameter('width', 'number', 240),
			parameter('color', 'number', 1),
		],
		{ inputs: [], outputs: [] },
	),
	async execute() {
		return [this.getInputData()];
	},
};

/** Starts a workflow by hand: hands on the items the run was started with. */
export const manualTrigger: INodeType = {
	description: describe('manualTrigger', 1, [], { group: ['trigger'], inputs: [] }),
	async trigger() {
		const emit = async () => this.emit([this.helpers.returnJsonArray([{}])]);
		return { manualTriggerFunction: emit };
	},
};

/** Starts a workflow on time. The engine has no clock; the caller starts the run. */
export const scheduleTrigger: INodeType = {
	description: describe(
		'scheduleTrigger',
		[1, 1.1, 1.2, 1.3],
		[parameter('rule', 'json', {}), options('options')],
		{ group: ['trigger'], inputs: [] },
	),
	async trigger() {
		const emit = async () =>
			this.emit([this.helpers.returnJsonArray([{ timestamp: new Date().toISOString() }])]);
		return { manualTriggerFunction: emit };
	},
};
