import type { IWebhookData, IWorkflowExecuteAdditionalData, Workflow } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

/**
 * Every address the workflow's trigger nodes answer on, in the order of their descriptions, which is
 * the order n8n registers them in.
 */
export function workflowWebhooks(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	const webhooks: IWebhookData[] = [];
	for (const node of Object.values(workflow.nodes)) {
		if (node.disabled) continue;
		const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		for (const webhookDescription of nodeType.description.webhooks ?? []) {
			// A restart webhook continues a waiting execution: it is not registered with the workflow.
			if (webhookDescription.restartWebhook === true) continue;
			const evaluate = (value: string | boolean | undefined, fallback?: string | boolean) =>
				workflow.expression.getSimpleParameterValue(
					node,
					value,
					'internal',
					{},
					undefined,
					fallback,
				);
			const path = NodeHelpers.getNodeWebhookPath(
				workflow.id,
				node,
				trimSlashes(String(evaluate(webhookDescription.path))),
				evaluate(webhookDescription.isFullPath, false) === true,
			);
			for (const method of String(evaluate(webhookDescription.httpMethod, 'GET')).split(',')) {
				webhooks.push({
					httpMethod: method.trim() as IWebhookData['httpMethod'],
					node: node.name,
					path,
					webhookDescription,
					workflowId: workflow.id,
					workflowExecuteAdditionalData: additionalData,
				});
			}
		}
	}
	return webhooks;
}

function trimSlashes(path: string): string {
	return path.trim().replace(/^\/|\/$/g, '');
}

/** Answers a webhook call of one registered address. */
export type WebhookCall<Request, Response> = (
	request: Request,
	response: Response,
) => Promise<void>;

/** The table of registered addresses: production under `/webhook/`, test runs under `/webhook-test/`. */
export class WebhookRoutes<Call> {
	private readonly routes = new Map<string, { call: Call; owner: object }>();

	/** Registers an address. @throws when another workflow answers there already, as n8n does */
	add(webhook: IWebhookData, isTest: boolean, owner: object, call: Call): void {
		const key = routeKey(webhook.httpMethod, webhook.path, isTest);
		const taken = this.routes.get(key);
		if (taken && taken.owner !== owner) {
			throw new Error(
				`There is a conflict with one of the webhooks: ${webhook.httpMethod} ${webhook.path} belongs to another workflow`,
			);
		}
		this.routes.set(key, { call, owner });
	}

	remove(webhook: IWebhookData, isTest: boolean): void {
		this.routes.delete(routeKey(webhook.httpMethod, webhook.path, isTest));
	}

	find(method: string, path: string, isTest: boolean): Call | undefined {
		return this.routes.get(routeKey(method, path, isTest))?.call;
	}
}

function routeKey(method: string, path: string, isTest: boolean): string {
	return `${isTest ? 'test' : 'production'} ${method.toUpperCase()} ${path}`;
}
