import type {
	IExecuteResponsePromiseData,
	INode,
	INodeExecutionData,
	IRunExecutionData,
	ITaskData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
	Workflow,
} from 'n8n-workflow';
import { createRunExecutionData } from 'n8n-workflow';
import { ExecutionLifecycleHooks, WorkflowExecute } from './n8nCore';
import { RunResult } from './runResult';

export interface RunOptions {
	/** Items given to the start node; one empty item when left out, as n8n does. */
	startItems?: INodeExecutionData[];
	/** The items of every output of the start node, for a trigger with several outputs. */
	startOutputs?: INodeExecutionData[][];
	/** Name of the node to start at; the workflow's own start node when left out. */
	startNode?: string;
	executionId?: string;
	/** Makes the start node's run the n-th (0 is the first), as in a loop. */
	runIndex?: number;
	/** Aborting it stops the execution as the Stop button does. */
	abortSignal?: AbortSignal;
	/** `trigger` (production) when left out; `manual` is a test run in the editor. */
	mode?: WorkflowExecuteMode;
	/** Continues an execution that waited, with its stored data. */
	resumed?: IRunExecutionData;
	/** Called when a node has run, before the next one starts. */
	onNode?: (name: string, data: ITaskData) => void;
	/** Called with what a node gives to `sendResponse`. */
	onResponse?: (data: IExecuteResponsePromiseData) => void;
}

/** Runs a workflow through n8n's WorkflowExecute; resolves when the execution has ended, however it did. */
export async function runWorkflow(
	workflow: Workflow,
	workflowData: IWorkflowBase,
	additionalData: IWorkflowExecuteAdditionalData,
	options: RunOptions & { executionId: string },
): Promise<RunResult> {
	const { executionId, mode = 'trigger' } = options;
	const hooks = new ExecutionLifecycleHooks(mode, executionId, workflowData);
	const { onNode, onResponse } = options;
	if (onResponse) hooks.addHandler('sendResponse', (data) => onResponse(data));
	if (onNode) hooks.addHandler('nodeExecuteAfter', (name, data) => onNode(name, data));

	const data = options.resumed ?? startData(workflow, workflowData, options, mode);
	const execution = new WorkflowExecute(
		{ ...additionalData, executionId, hooks, setExecutionStatus: () => {} },
		mode,
		data,
	).processRunExecutionData(workflow);

	const { abortSignal } = options;
	const cancel = () => execution.cancel();
	if (abortSignal?.aborted) cancel();
	abortSignal?.addEventListener('abort', cancel, { once: true });
	try {
		return new RunResult(await execution, executionId);
	} finally {
		abortSignal?.removeEventListener('abort', cancel);
	}
}

function startData(
	workflow: Workflow,
	workflowData: IWorkflowBase,
	options: RunOptions,
	mode: WorkflowExecuteMode,
): IRunExecutionData {
	const node = startNode(workflow, options.startNode);
	const main = options.startOutputs ?? [options.startItems ?? [{ json: {} }]];
	const earlierRun: ITaskData = {
		startTime: 0,
		executionIndex: 0,
		executionTime: 0,
		executionStatus: 'success',
		source: [],
		data: { main: [[]] },
	};
	return createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] },
		resultData: {
			runData: options.runIndex
				? {
						[node.name]: Array.from({ length: options.runIndex }, () =>
							structuredClone(earlierRun),
						),
					}
				: {},
			...(mode === 'manual' && workflowData.pinData ? { pinData: workflowData.pinData } : {}),
		},
	});
}

function startNode(workflow: Workflow, name?: string): INode {
	const node = name === undefined ? defaultStartNode(workflow) : workflow.getNode(name);
	if (node) return node;
	const known = Object.keys(workflow.nodes).join(', ');
	throw new Error(
		name === undefined
			? `The workflow has no node to start at, only: ${known}`
			: `The workflow has no node "${name}", only: ${known}`,
	);
}

/** The first trigger, or without one the first node that nothing leads to. */
function defaultStartNode(workflow: Workflow): INode | undefined {
	const enabled = Object.values(workflow.nodes).filter((node) => !node.disabled);
	const isTrigger = ({ type, typeVersion }: INode) =>
		workflow.nodeTypes.getByNameAndVersion(type, typeVersion).description.group.includes('trigger');
	const isRoot = ({ name, type }: INode) =>
		type !== 'n8n-nodes-base.stickyNote' && !workflow.connectionsByDestinationNode[name];
	return enabled.find(isTrigger) ?? enabled.find(isRoot);
}
