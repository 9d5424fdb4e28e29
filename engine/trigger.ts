/* eslint-disable @n8n/community-nodes/require-node-api-error -- development code, never shipped: what a node threw must stay as it is */
import type { Request, Response } from 'express';
import type {
	IDataObject,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { ExecutionHost } from './executionHost';
import { HookContext } from './n8nCore';
import { callWebhook, respondNotStored, type WebhookOutcome } from './webhookCall';
import { workflowWebhooks } from './webhookRoutes';
import type { WorkflowJson } from './workflowJson';

/** Names under which n8n serves webhooks (N8N_ENDPOINT_WEBHOOK, N8N_ENDPOINT_WEBHOOK_TEST). */
export interface Endpoints {
	production: string;
	test: string;
}

type HookName = 'checkExists' | 'create' | 'delete';

/** One call of a life cycle method of a trigger node. */
export interface HookCall {
	hook: HookName;
	/** Name of the webhook description: `default` or `setup`. */
	webhook: string;
	mode: WorkflowExecuteMode;
	activation: WorkflowActivateMode;
	/** The method's answer; undefined when it threw. */
	result?: boolean;
	error?: unknown;
}

/**
 * A workflow with trigger nodes and its life as n8n leads it: published, unpublished, changed, n8n
 * restarted, tested from the editor. Static data is stored between the calls as n8n stores it: read
 * whole before each, written whole after it when it changed.
 */
export class Trigger {
	/** Every call of checkExists, create and delete so far. */
	readonly hookCalls: HookCall[] = [];
	private isActive = false;
	private stopping: Promise<void> = Promise.resolve();
	private testWebhooks: Array<{ webhook: IWebhookData; staticData: IDataObject }> = [];

	constructor(
		private readonly host: ExecutionHost,
		private json: WorkflowJson,
		private baseUrl?: string,
		private readonly endpoints?: Endpoints,
	) {}

	get active(): boolean {
		return this.isActive;
	}

	get workflowId(): string {
		return this.json.id ?? '';
	}

	/** The stored static data of the workflow: `{ 'node:<name>': {…} }`. */
	get staticData(): IDataObject {
		return this.host.loadStaticData(this.workflowId);
	}

	/** The address the outer world calls. @param isTest the one of a test run */
	url(isTest = false): string {
		const webhook = this.webhooksOf(this.workflow())[0];
		if (!webhook) throw new Error('The workflow has no trigger that is called from outside');
		const { webhookBaseUrl, webhookTestBaseUrl } = webhook.workflowExecuteAdditionalData;
		return `${isTest ? webhookTestBaseUrl : webhookBaseUrl}/${webhook.path}`;
	}

	/**
	 * Publishes the workflow: for each webhook its route, then checkExists, then create. When one of them
	 * throws, n8n calls delete for all and shows the message.
	 */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const workflow = this.workflow();
		try {
			for (const webhook of this.webhooksOf(workflow)) {
				this.route(webhook, false);
				await this.createIfMissing(workflow, webhook, 'trigger', activation);
			}
		} catch (error) {
			await this.deactivate().catch(() => {});
			throw error;
		}
		this.host.saveStaticData(workflow);
		this.isActive = true;
	}

	/** Unpublishes the workflow: delete for each webhook, then the routes go. */
	async deactivate(): Promise<void> {
		const workflow = this.workflow();
		const webhooks = this.webhooksOf(workflow);
		try {
			for (const webhook of webhooks) {
				await this.runHook('delete', workflow, webhook, 'internal', 'update');
			}
			this.host.saveStaticData(workflow);
		} finally {
			for (const webhook of webhooks) this.host.routes.remove(webhook, false);
			this.isActive = false;
		}
	}

	/**
	 * Stops and starts n8n with the workflow published. n8n 1.x calls checkExists again for every trigger;
	 * n8n 2.40 and later call nothing, the routes simply answer again.
	 *
	 * @param baseUrl n8n's new public address, as after a change of WEBHOOK_URL
	 */
	async restart(version: '1.123' | '2.40', baseUrl = this.baseUrl): Promise<void> {
		this.baseUrl = baseUrl;
		if (version === '1.123') await this.activate('init');
	}

	/**
	 * Saves a changed workflow while it is published. n8n 1.x takes every trigger down and up again;
	 * n8n 2.40 and later only one whose registration changed.
	 */
	async update(json: WorkflowJson, version: '1.123' | '2.40'): Promise<void> {
		const next = this.host.prepare({ ...json, id: this.workflowId });
		const changed = version === '1.123' || registrationOf(this.json) !== registrationOf(next);
		if (changed) await this.deactivate();
		this.json = next;
		if (changed) await this.activate('update');
	}

	/**
	 * "Listen for test event" in the editor: registers the test address with separate static data. The
	 * first call that brings data starts a manual execution and ends the test.
	 */
	async test(): Promise<void> {
		const workflow = this.workflow({});
		try {
			for (const webhook of this.webhooksOf(workflow)) {
				webhook.isTest = true;
				const registration = { webhook, staticData: workflow.staticData };
				this.testWebhooks.push(registration);
				this.route(webhook, true);
				await this.createIfMissing(workflow, webhook, 'manual', 'manual');
				registration.staticData = workflow.staticData;
			}
		} catch (error) {
			await this.stopTest();
			throw error;
		}
	}

	/** Whether a test run still listens. */
	get isTesting(): boolean {
		return this.testWebhooks.length > 0;
	}

	/** Ends the test run: the Stop button, or its two minutes are over. */
	async stopTest(): Promise<void> {
		// A test that an event has ended may still be on its way out.
		this.stopping = this.stopping.catch(() => {}).then(async () => await this.endTest());
		await this.stopping;
	}

	private async endTest(): Promise<void> {
		const workflow = this.workflow({});
		for (const { webhook, staticData } of this.testWebhooks.splice(0)) {
			workflow.staticData = staticData;
			await this.runHook('delete', workflow, webhook, 'internal', 'update');
			this.host.routes.remove(webhook, true);
		}
	}

	private workflow(staticData: IDataObject = this.staticData): Workflow {
		return this.host.workflow(this.json, { staticData, active: this.isActive });
	}

	private webhooksOf(workflow: Workflow): IWebhookData[] {
		return workflowWebhooks(workflow, this.additionalData());
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const { baseUrl = this.host.baseUrl, endpoints } = this;
		if (!endpoints) return this.host.additionalData(baseUrl);
		return this.host.additionalData(baseUrl, {
			webhookBaseUrl: `${baseUrl}/${endpoints.production}`,
			webhookTestBaseUrl: `${baseUrl}/${endpoints.test}`,
		});
	}

	private route(webhook: IWebhookData, isTest: boolean): void {
		this.host.routes.add(webhook, isTest, this, async (request, response) => {
			await (isTest
				? this.receiveTest(webhook, request, response)
				: this.receive(webhook, request, response));
		});
	}

	private async receive(
		webhook: IWebhookData,
		request: Request,
		response: Response,
	): Promise<void> {
		const workflow = this.workflow();
		const data = this.additionalData();
		const outcome = await callWebhook(workflow, webhook, data, 'webhook', request, response);
		if (outcome.failure) {
			outcome.respond();
			await this.start(webhook, 'webhook', outcome).catch(() => {});
			return;
		}
		// As n8n 2.40 does: the execution first, then the static data, then the answer.
		try {
			await this.start(webhook, 'webhook', outcome);
		} catch (error) {
			respondNotStored(response, error);
			return;
		}
		this.host.saveStaticData(workflow);
		outcome.respond();
	}

	private async start(
		webhook: IWebhookData,
		mode: WorkflowExecuteMode,
		{ outputs, failure, responseNode }: WebhookOutcome,
	): Promise<void> {
		if (outputs)
			await this.host.start(this.json, webhook.node, mode, outputs, { failure, responseNode });
	}

	private async receiveTest(
		webhook: IWebhookData,
		request: Request,
		response: Response,
	): Promise<void> {
		const registered = this.testWebhooks.find((one) => one.webhook === webhook);
		const workflow = this.workflow({});
		if (registered) workflow.setTestStaticData(registered.staticData);
		const data = this.additionalData();
		const outcome = await callWebhook(workflow, webhook, data, 'manual', request, response);
		await this.start(webhook, 'manual', outcome);
		outcome.respond();
		if (outcome.outputs) await this.stopTest();
	}

	private async createIfMissing(
		workflow: Workflow,
		webhook: IWebhookData,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<void> {
		if (await this.runHook('checkExists', workflow, webhook, mode, activation)) return;
		await this.runHook('create', workflow, webhook, mode, activation);
	}

	private async runHook(
		hook: HookName,
		workflow: Workflow,
		webhook: IWebhookData,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<boolean | undefined> {
		const node = workflow.getNode(webhook.node);
		if (!node) return undefined;
		const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		const { name } = webhook.webhookDescription;
		const method = nodeType.webhookMethods?.[name]?.[hook];
		if (!method) return undefined;
		const call: HookCall = { hook, webhook: name, mode, activation };
		this.hookCalls.push(call);
		const data = webhook.workflowExecuteAdditionalData;
		const context = new HookContext(workflow, node, data, mode, activation, webhook);
		try {
			call.result = await method.call(context);
			return call.result;
		} catch (error) {
			call.error = error;
			throw error;
		}
	}
}

/** What n8n 2.40 compares to see whether a trigger has to be registered again. */
function registrationOf(json: WorkflowJson): string {
	const triggers = json.nodes.filter((node) => node.webhookId !== undefined);
	return JSON.stringify(
		triggers.map(({ name, type, typeVersion, webhookId, credentials, parameters, disabled }) => [
			name,
			type,
			typeVersion,
			webhookId,
			credentials,
			parameters,
			disabled === true,
		]),
	);
}
