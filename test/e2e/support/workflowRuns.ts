import type { INodeExecutionData } from 'n8n-workflow';

import type { ExecutionSummary, WorkflowRecord } from '../../../n8n-server/n8nClient';
import { waitFor } from '../../../n8n-server/waitFor';
import type { MessageView } from '../../../sandbox/control/types';
import type { World } from './world';

/** Time for an execution on a busy machine. */
const RUN_MS = 90_000;

/** An execution that has ended, read through n8n's REST API. */
export interface Run {
	/** What a node put out at one of its outputs; empty when it did not run. */
	items(node: string, output?: number): INodeExecutionData[];
	/** The same without binary data. */
	json(node: string, output?: number): Array<INodeExecutionData['json']>;
}

/** Starts workflows in a real n8n and reads what came of it. */
export class WorkflowRuns {
	constructor(protected readonly world: () => World) {}

	/** Runs a workflow from one of its triggers, as the editor does. */
	async start(workflow: WorkflowRecord, trigger: string): Promise<Run> {
		const { executionId } = await this.world().client.testRun(workflow, trigger);
		return await this.ended(String(executionId));
	}

	/** The executions of a published workflow, oldest first, once `count` of them have ended. */
	async runs(workflow: WorkflowRecord, count: number): Promise<Run[]> {
		const { client, server } = this.world();
		const ended = await waitFor(
			`${count} executions of "${workflow.name}"`,
			async () => {
				const all = await client.executions(workflow.id);
				const done = all.filter(({ status }) => isOver(status));
				return done.length >= count && done;
			},
			{ timeoutMs: RUN_MS, details: server.tail },
		);
		return await Promise.all(ended.reverse().map(async ({ id }) => await this.ended(id)));
	}

	/** A message that the business has sent to a customer; n8n may be slow on a busy machine. */
	async sent(what: string, wanted: (message: MessageView) => boolean): Promise<MessageView> {
		const { sandbox, server } = this.world();
		return await waitFor(
			what,
			async () => (await sandbox.control.messages({ direction: 'outgoing' })).find(wanted),
			{ timeoutMs: RUN_MS, details: server.tail },
		);
	}

	/** An execution once it has ended. */
	async ended(id: string): Promise<Run> {
		const { client, server } = this.world();
		const { data, status } = await waitFor(
			`execution ${id} to end`,
			async () => {
				const execution = await client.execution(id);
				return isOver(execution.status) && execution;
			},
			{ timeoutMs: RUN_MS, details: server.tail },
		);
		const { runData, error, lastNodeExecuted } = data.resultData;
		if (status !== 'success') {
			throw new Error(
				`${lastNodeExecuted}: ${error?.message ?? status} ${error?.description ?? ''}`,
			);
		}
		const items = (node: string, output = 0) =>
			(runData[node] ?? []).flatMap((run) => run.data?.main[output] ?? []);
		return { items, json: (node, output) => items(node, output).map(({ json }) => json) };
	}
}

function isOver(status: ExecutionSummary['status']): boolean {
	return !['new', 'running', 'waiting'].includes(status);
}
