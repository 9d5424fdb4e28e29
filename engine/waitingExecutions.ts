import { parse, stringify } from 'flatted';
import type { Request, Response } from 'express';
import type {
	INodeExecutionData,
	IRunExecutionData,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import {
	Container,
	InstanceSettings,
	validateUrlSignature,
	WAITING_TOKEN_QUERY_PARAM,
} from './n8nCore';
import type { RunResult } from './runResult';
import { callWebhook, respondNotStored } from './webhookCall';
import type { WorkflowJson } from './workflowJson';

/** The part of the server that runs executions. */
interface Host {
	/** The database, which a test makes slow or lets fail. */
	executions: { store(): Promise<void> };
	workflow(json: WorkflowJson): Workflow;
	additionalData(
		baseUrl: undefined,
		more: Partial<IWorkflowExecuteAdditionalData>,
	): IWorkflowExecuteAdditionalData;
	continue(
		json: WorkflowJson & { id: string },
		executionId: string,
		mode: WorkflowExecuteMode,
		data: IRunExecutionData,
	): Promise<RunResult>;
}

/** An execution that waits, as the database keeps it: its data is text, so that nothing lives in memory only. */
interface Stored {
	json: WorkflowJson & { id: string };
	mode: WorkflowExecuteMode;
	data: string;
	hasWaited: boolean;
	status: 'waiting' | 'running' | 'finished' | 'error';
}

/**
 * The executions that wait and what resumes them: a request to their address, as n8n's server answers it
 * (n8n 2.40: waiting-webhooks.js), or the end of their wait time (wait-tracker.js).
 */
export class WaitingExecutions {
	private readonly stored = new Map<string, Stored>();

	constructor(private readonly host: Host) {}

	/** The IDs of the executions that wait. */
	get ids(): string[] {
		return [...this.stored].filter(([, { status }]) => status === 'waiting').map(([id]) => id);
	}

	/** An execution that is about to run; n8n answers requests to it with 409. */
	begin(id: string, json: WorkflowJson & { id: string }, mode: WorkflowExecuteMode): void {
		const hasWaited = this.stored.get(id)?.hasWaited ?? false;
		this.stored.set(id, { json, mode, data: '', hasWaited, status: 'running' });
	}

	/** Stores how an execution ended, or that it waits. */
	end(id: string, result: RunResult): void {
		const execution = this.stored.get(id);
		if (!execution) return;
		if (result.status === 'waiting') execution.hasWaited = true;
		else if (!execution.hasWaited) this.stored.delete(id);
		execution.status =
			result.status === 'waiting' ? 'waiting' : result.error === undefined ? 'finished' : 'error';
		execution.data = result.status === 'waiting' ? stringify(result.run.data) : '';
	}

	/** Deletes an execution, as pruning does. */
	delete(id: string): void {
		this.stored.delete(id);
	}

	/**
	 * Continues an execution whose wait time is over.
	 *
	 * @throws when it does not wait
	 */
	async timeOut(id: string): Promise<RunResult> {
		const execution = this.stored.get(id);
		if (execution?.status !== 'waiting') throw new Error(`The execution ${id} does not wait`);
		return await this.continue(id, execution, parse(execution.data) as IRunExecutionData);
	}

	/** Answers a request to `/webhook-waiting/<execution ID>/<node ID>`. */
	async receive(id: string, suffix: string, request: Request, response: Response): Promise<void> {
		const execution = this.stored.get(id);
		if (!execution) return answer(response, 404, `The execution "${id}" does not exist.`);
		const { json, mode, status } = execution;
		const workflow = this.host.workflow(json);
		const asked = Object.values(workflow.nodes).find((node) => node.id === suffix);
		const isQuestion = asked?.parameters.operation === SEND_AND_WAIT_OPERATION;
		if (isQuestion && !isSigned(request)) return answer(response, 401, 'Invalid token');
		if (status === 'running')
			return answer(response, 409, `The execution "${id}" is running already.`);
		if (status === 'error')
			return answer(response, 409, `The execution "${id}" has finished with error.`);
		const data = status === 'waiting' ? (parse(execution.data) as IRunExecutionData) : undefined;
		const node = workflow.getNode(data?.resultData.lastNodeExecuted ?? '');
		if (!data || !node || node.id !== suffix) {
			response.status(200).send('<html><title>No action required</title></html>');
			return;
		}
		await this.resume(id, execution, data, workflow, restartWebhook(workflow, node.name, request), {
			request,
			response,
			mode,
		});
	}

	private async resume(
		id: string,
		execution: Stored,
		data: IRunExecutionData,
		workflow: Workflow,
		webhook: IWebhookData,
		{
			request,
			response,
			mode,
		}: { request: Request; response: Response; mode: WorkflowExecuteMode },
	): Promise<void> {
		const [waiting] = data.executionData?.nodeExecutionStack ?? [];
		waiting.node.disabled = true;
		data.waitTill = undefined;
		data.resultData.runData[waiting.node.name]?.pop();
		const additional = this.host.additionalData(undefined, { executionId: id });
		const outcome = await callWebhook(workflow, webhook, additional, mode, request, response, data);
		if (outcome.outputs) {
			if (execution.status !== 'waiting') {
				return answer(response, 409, 'Execution is already being resumed by another process');
			}
			try {
				await this.host.executions.store();
			} catch (error) {
				respondNotStored(response, error);
				return;
			}
			waiting.data.main = outcome.outputs as Array<INodeExecutionData[] | null>;
			void this.continue(id, execution, data);
		}
		outcome.respond();
	}

	private async continue(
		id: string,
		execution: Stored,
		data: IRunExecutionData,
	): Promise<RunResult> {
		execution.status = 'running';
		return await this.host.continue(execution.json, id, execution.mode, data);
	}
}

function restartWebhook(workflow: Workflow, nodeName: string, request: Request): IWebhookData {
	const node = workflow.getNode(nodeName);
	const { description } = workflow.nodeTypes.getByNameAndVersion(
		node?.type ?? '',
		node?.typeVersion,
	);
	const webhookDescription = description.webhooks?.find(
		({ httpMethod, restartWebhook: restart }) => restart === true && httpMethod === request.method,
	);
	if (!webhookDescription) throw new Error(`"${nodeName}" has no restart webhook`);
	return {
		httpMethod: request.method as IWebhookData['httpMethod'],
		node: nodeName,
		path: String(node?.id),
		webhookDescription,
		workflowId: workflow.id,
	} as IWebhookData;
}

function isSigned(request: Request): boolean {
	const url = new URL(request.url, 'http://localhost');
	const signature = url.searchParams.get(WAITING_TOKEN_QUERY_PARAM) ?? '';
	return validateUrlSignature(signature, url, Container.get(InstanceSettings).hmacSignatureSecret);
}

function answer(response: Response, status: number, message: string): void {
	if (!response.headersSent) response.status(status).json({ code: status, message });
}
