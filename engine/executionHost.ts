import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, deepCopy, Workflow } from 'n8n-workflow';
import { additionalData, DEFAULT_BASE_URL } from './additionalData';
import type { CredentialStore } from './credentialStore';
import type { CredentialsHelper } from './credentialsHelper';
import { Executions, type Execution } from './executions';
import type { NodeTypes } from './nodeTypes';
import type { ResponseNode } from './responseNode';
import { RunResult } from './runResult';
import { runWorkflow, type RunOptions } from './runWorkflow';
import { WaitingExecutions } from './waitingExecutions';
import { WebhookRoutes } from './webhookRoutes';
import type { WorkflowJson } from './workflowJson';

export type WebhookHandler = (request: Request, response: Response) => Promise<void>;

/** The parts of n8n's server that everything else in the engine shares. */
export class ExecutionHost {
	readonly routes = new WebhookRoutes<WebhookHandler>();
	readonly executions = new Executions();
	readonly waiting = new WaitingExecutions(this);
	/** Address of the webhook listener once there is one. */
	baseUrl = DEFAULT_BASE_URL;
	private readonly staticData = new Map<string, string>();
	private executionCount = 0;

	constructor(
		readonly nodeTypes: NodeTypes,
		readonly credentials: CredentialStore,
		readonly credentialsHelper: CredentialsHelper,
	) {}

	additionalData(
		baseUrl = this.baseUrl,
		more?: Partial<IWorkflowExecuteAdditionalData>,
	): IWorkflowExecuteAdditionalData {
		return additionalData(this.credentialsHelper, baseUrl, more);
	}

	/**
	 * A copy of the workflow with what the editor fills in on import: an ID, an ID for each webhook, and
	 * for a credential that does not exist here the first one of its type. A node whose `credentials` is
	 * an empty object stays without.
	 */
	prepare(json: WorkflowJson): WorkflowJson & { id: string; name: string } {
		return {
			...deepCopy(json),
			id: json.id ?? randomUUID(),
			name: json.name ?? 'Workflow',
			nodes: json.nodes.map((node) => this.prepareNode(deepCopy(node))),
		};
	}

	workflow(
		json: WorkflowJson,
		{ staticData = {}, active = false }: { staticData?: IDataObject; active?: boolean } = {},
	): Workflow {
		return new Workflow({
			id: json.id,
			name: json.name,
			nodes: deepCopy(json.nodes),
			connections: json.connections,
			settings: json.settings,
			pinData: json.pinData,
			active,
			nodeTypes: this.nodeTypes,
			staticData,
		});
	}

	loadStaticData(workflowId: string): IDataObject {
		return JSON.parse(this.staticData.get(workflowId) ?? '{}') as IDataObject;
	}

	/** Stores the static data when it changed. */
	saveStaticData(workflow: Workflow): void {
		if (workflow.staticData.__dataChanged !== true) return;
		this.staticData.set(workflow.id, JSON.stringify(workflow.staticData));
	}

	async run(json: WorkflowJson, options: RunOptions): Promise<RunResult> {
		const prepared = this.prepare(json);
		const { id, nodes, connections, settings, pinData, name } = prepared;
		const workflow = this.workflow(prepared, { staticData: this.loadStaticData(id) });
		const workflowData: IWorkflowBase = {
			id,
			name,
			nodes,
			connections,
			settings,
			pinData,
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
		};
		const executionId = options.executionId ?? this.nextExecutionId();
		const data = this.additionalData(undefined, { workflowId: id });
		this.waiting.begin(executionId, prepared, options.mode ?? 'trigger');
		const result = await runWorkflow(workflow, workflowData, data, { ...options, executionId });
		if (options.mode !== 'manual') this.saveStaticData(workflow);
		this.waiting.end(executionId, result);
		return result;
	}

	/** Continues an execution that waited; its result replaces the one with which it began to wait. */
	async continue(
		json: WorkflowJson & { id: string },
		executionId: string,
		mode: WorkflowExecuteMode,
		data: IRunExecutionData,
	): Promise<RunResult> {
		const result = await this.run(json, { executionId, mode, resumed: data });
		const { all } = this.executions;
		const execution = all.find(({ id }) => id === executionId) ?? {
			id: executionId,
			workflowId: json.id,
			mode,
			startedBy: '',
		};
		execution.result = result;
		this.executions.emit('resumed', execution);
		return result;
	}

	/**
	 * Stores an execution for a webhook call, lists it, and starts it.
	 *
	 * `failure` is what `webhook()` threw, if it did; `responseNode` answers the caller.
	 *
	 * @throws what storing it throws; then nothing is listed
	 */
	async start(
		json: WorkflowJson,
		startNode: string,
		mode: WorkflowExecuteMode,
		startOutputs: INodeExecutionData[][],
		{ failure, responseNode }: { failure?: Error; responseNode?: ResponseNode } = {},
	): Promise<void> {
		await this.executions.store();
		const execution: Execution = {
			id: this.nextExecutionId(),
			workflowId: json.id ?? '',
			mode,
			startedBy: startNode,
		};
		this.executions.all.push(execution);
		this.executions.emit('started', execution);
		const finish = (result: RunResult) => {
			execution.result = result;
			responseNode?.end(result);
			this.executions.emit('finished', execution);
		};
		if (failure) {
			finish(failedRun(execution, failure));
			return;
		}
		this.run(json, {
			startNode,
			startOutputs,
			mode,
			executionId: execution.id,
			onNode: (name, data) => this.executions.emit('node', execution, name, data),
			onResponse: (data) => responseNode?.answer(data),
		})
			.catch((error: unknown) => failedRun(execution, error as Error))
			.then(finish, () => {});
	}

	private nextExecutionId(): string {
		return String(++this.executionCount);
	}

	private prepareNode(node: INode): INode {
		const { description } = this.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		if (description.webhooks?.length) node.webhookId ??= randomUUID();
		if (node.credentials && Object.keys(node.credentials).length === 0) return node;
		for (const { name } of description.credentials ?? []) {
			const chosen = node.credentials?.[name];
			if (chosen && this.credentials.has(chosen.id, name)) continue;
			const first = this.credentials.firstOfType(name);
			if (first) node.credentials = { ...node.credentials, [name]: first };
		}
		return node;
	}
}

function failedRun({ id, mode, startedBy }: Execution, error: Error): RunResult {
	const now = new Date();
	const data = createRunExecutionData({
		resultData: {
			runData: {},
			lastNodeExecuted: startedBy,
			error: error as RunResult['error'],
		},
	});
	return new RunResult(
		{ data, mode, startedAt: now, stoppedAt: now, storedAt: 'db', status: 'error' },
		id,
	);
}
