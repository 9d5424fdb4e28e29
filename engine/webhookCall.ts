import type { Request, Response } from 'express';
import type {
	INode,
	INodeExecutionData,
	IRunExecutionData,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { WebhookContext } from './n8nCore';
import { ResponseNode } from './responseNode';

/** What a webhook call led to. */
export interface WebhookOutcome {
	/** The items of every output of the trigger; undefined when the call starts no execution. */
	outputs?: INodeExecutionData[][];
	/** Set when `webhook()` threw: n8n then records a failed execution. */
	failure?: Error;
	/** Answers the caller, unless the node has answered through the response object. */
	respond: () => void;
	/** Set when a node of the execution answers the caller. */
	responseNode?: ResponseNode;
}

/** What n8n answers when it could not store the execution. */
export function respondNotStored(response: Response, error: unknown): void {
	const message = error instanceof Error ? error.message : String(error);
	sendJson(response, 500, { code: 0, message });
}

/**
 * Runs the trigger node's `webhook()` and decides the HTTP answer as n8n does. Response mode `onReceived`:
 * the node's `webhookResponse`, unless the description's `responseData` says otherwise. Response mode
 * `responseNode`: what a node of the execution answers.
 *
 * @param resumed the data of the waiting execution that the request may resume
 */
export async function callWebhook(
	workflow: Workflow,
	webhook: IWebhookData,
	additionalData: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
	request: Request,
	response: Response,
	resumed: IRunExecutionData | null = null,
): Promise<WebhookOutcome> {
	const node = workflow.getNode(webhook.node);
	if (!node) throw new Error(`The workflow has no node "${webhook.node}"`);
	const describe = <T>(property: string, fallback: T) =>
		(workflow.expression.getComplexParameterValue(
			node,
			webhook.webhookDescription[property],
			mode,
			{},
			undefined,
			fallback as string,
		) ?? fallback) as T;

	const responseMode = describe<string>('responseMode', 'onReceived');
	if (responseMode !== 'onReceived' && responseMode !== 'responseNode') {
		throw new Error(`The engine does not answer webhooks with "${responseMode}"`);
	}
	const status = describe<number>('responseCode', 200);

	let result: IWebhookResponseData;
	try {
		result = await runWebhookMethod(
			workflow,
			node,
			webhook,
			additionalData,
			mode,
			request,
			response,
			resumed,
		);
	} catch (error) {
		return {
			outputs: [[{ json: {} }]],
			failure: error instanceof Error ? error : new Error(String(error)),
			respond: () =>
				sendJson(response, 500, {
					code: 0,
					message: 'Workflow Webhook Error: Workflow could not be started!',
				}),
		};
	}

	const { workflowData, webhookResponse, noWebhookResponse } = result;
	if (noWebhookResponse) return { outputs: workflowData, respond: () => {} };
	if (workflowData === undefined) {
		const body = webhookResponse ?? { message: 'Webhook call received' };
		return { respond: () => send(response, status, body) };
	}
	if (responseMode === 'responseNode')
		return { outputs: workflowData, respond: () => {}, responseNode: new ResponseNode(response) };
	const responseData = describe<string>('responseData', 'firstEntryJson');
	const body =
		responseData === 'noData'
			? undefined
			: responseData || (webhookResponse ?? { message: 'Workflow was started' });
	return { outputs: workflowData, respond: () => send(response, status, body) };
}

async function runWebhookMethod(
	workflow: Workflow,
	node: INode,
	webhook: IWebhookData,
	additionalData: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
	request: Request,
	response: Response,
	resumed: IRunExecutionData | null,
): Promise<IWebhookResponseData> {
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!nodeType.webhook) throw new Error('Node does not have any webhooks defined');
	const closeFunctions: Array<() => Promise<void>> = [];
	const context = new WebhookContext(
		workflow,
		node,
		{ ...additionalData, httpRequest: request, httpResponse: response },
		mode,
		webhook,
		closeFunctions,
		resumed,
	);
	try {
		return await nodeType.webhook.call(context);
	} finally {
		await Promise.allSettled(closeFunctions.map(async (close) => await close()));
	}
}

function send(response: Response, status: number, body: unknown): void {
	if (response.headersSent) return;
	response.status(status);
	if (typeof body === 'string') response.send(body);
	else response.json(body);
}

function sendJson(response: Response, status: number, body: object): void {
	if (!response.headersSent) response.status(status).json(body);
}
