/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { INodeParameters } from 'n8n-workflow';
import { chain, node, type RunResult, type WorkflowJson } from '../../../engine';
import type { Stage } from '../../support/withSandbox';

export const ANA = '15550100201';
export const BEN = '447700900202';
export const NODE_ID = '0f6c6f0e-6a0c-4c1c-9d5c-2f8f3f1b7a01';

/** A workflow that asks and ends with the answer. */
export function asking(parameters: INodeParameters = {}, nodeId = NODE_ID): WorkflowJson {
	return {
		id: 'asking',
		...chain(
			node('whatsAppCloud', question(parameters), { name: 'Ask', id: nodeId }),
			node('n8n-nodes-base.noOp', {}, { name: 'After' }),
		),
	};
}

export function question(parameters: INodeParameters = {}): INodeParameters {
	return {
		resource: 'message',
		operation: 'sendAndWait',
		recipient: `+${ANA}`,
		message: 'Refund order 4711?',
		...parameters,
	};
}

/** Runs the workflow until it waits. */
export async function ask(stage: Stage, parameters: INodeParameters = {}): Promise<RunResult> {
	const result = await stage.engine.run(asking(parameters));
	if (result.error) throw result.error;
	return result;
}

/** Resolves with the result of an execution when it has been continued. */
export async function continued(stage: Stage, executionId: string): Promise<RunResult> {
	return await new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			stop();
			reject(new Error(`The execution ${executionId} was not continued within 5 seconds`));
		}, 5000);
		const check = ({ id, result }: { id: string; result?: RunResult }) => {
			if (id !== executionId || !result) return;
			stop();
			resolve(result);
		};
		const stop = () => {
			clearTimeout(timer);
			stage.engine.executions.off('resumed', check);
		};
		stage.engine.executions.on('resumed', check);
	});
}

/** The references on the buttons of a question, in their order. */
export async function referencesOf({ control }: Stage, waiting: RunResult): Promise<string[]> {
	const { content } = await control.message(String(waiting.json('Ask')[0].messageId));
	const { action } = content as { action: { buttons: Array<{ reply: { id: string } }> } };
	return action.buttons.map(({ reply }) => reply.id);
}
