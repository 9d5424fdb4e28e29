import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { NodeError } from '../../shared/errors';

/** Whether an AI agent runs the node: n8n appends `Tool` to the type of such a node. */
export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type?.endsWith('Tool') === true;
}

/** How often n8n tries a run of this node (n8n-core: workflow-execute, get-input-connection-data). */
export function triesOf(context: IExecuteFunctions): number {
	const { retryOnFail, maxTries } = context.getNode();
	return retryOnFail === true ? Math.min(5, Math.max(2, maxTries || 3)) : 1;
}

/** Puts the fix into the message: a model sees nothing else. */
export function explainToModel(error: NodeError): NodeError {
	const { description } = error;
	if (description && !error.message.includes(description)) {
		error.message = `${error.message.replace(/\.$/, '')}. ${description}`;
	}
	return error;
}

/**
 * What an agent that invokes its tools itself is given instead of an error: up to version 1.9, n8n's AI
 * Agent turns a thrown error into an empty result, which a model takes for success.
 *
 * @returns `undefined` where n8n passes the error on: as a node of the engine, and before the last try
 */
export function errorAsResult(
	context: IExecuteFunctions,
	error: NodeError,
	triesLeft: number,
): INodeExecutionData[][] | undefined {
	if (!isInvoked(context) || triesLeft > 0) return undefined;
	return [[{ json: { error: error.message }, pairedItem: { item: 0 } }]];
}

/** n8n 1.x has no `isToolExecution`, but the same context for tools that an agent invokes. */
function isInvoked(context: IExecuteFunctions): boolean {
	if (typeof context.isToolExecution === 'function') return context.isToolExecution();
	return (context as object).constructor.name === 'SupplyDataContext';
}
