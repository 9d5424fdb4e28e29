import type {
	AccountChange,
	NumberChange,
	Behavior,
	BehaviorPatch,
	CallView,
	ConversionView,
	CustomerSettings,
	CustomerView,
	DeliveryView,
	FaultInput,
	FaultView,
	GroupInput,
	FlowCallInput,
	FlowCallView,
	FlowChange,
	FlowInput,
	FlowView,
	GroupView,
	HandoverInput,
	Json,
	JsonObject,
	ListQuery,
	MessageQuery,
	MessageStatus,
	MessageView,
	PaymentView,
	RequestView,
	SampleInput,
	SampleView,
	SandboxEvent,
	SandboxEventType,
	StateView,
	TemplateChange,
	TemplateGroupInput,
	TemplateInput,
	TemplateView,
	TokenInput,
	WebhookInput,
} from './types';
import { ControlConnection } from './connection';
import { CustomerControl } from './customerControl';
import { LoginControl } from './loginControl';
import { waitFor } from './waiting';

const DEFAULT_WAIT = 10_000;

/**
 * Controls a sandbox over HTTP, in this process or another one: act as a customer, read what
 * happened, move the clock, set faults. Every call rejects with the sandbox's explanation.
 *
 * @example
 * const message = await control.customer('15550100201').sendText('Hello');
 * const answer = await control.waitForMessage((m) => m.direction === 'outgoing');
 * await control.waitForStatus(answer.id, 'read');
 */
export class SandboxControl {
	/** Connect with Facebook: redirect URIs, configurations, and the end of tokens. */
	readonly login: LoginControl;
	private readonly connection: ControlConnection;

	/** @param url base URL of the sandbox, without trailing slash */
	constructor(readonly url: string) {
		this.connection = new ControlConnection(url);
		this.login = new LoginControl(this.connection);
	}

	/** Returns to the seed. */
	async reset(): Promise<void> {
		await this.connection.post('/reset');
	}

	async state(): Promise<StateView> {
		return await this.connection.get('/state');
	}

	/** Changes the behavior. Omitted keys are unchanged. */
	async behavior(patch: BehaviorPatch): Promise<Behavior> {
		return await this.connection.call('PATCH', '/behavior', patch);
	}

	/** Moves the clock forward. Resolves when everything due has happened and was delivered. */
	async advance(milliseconds: number): Promise<{ now: number }> {
		return await this.connection.post('/clock', { milliseconds });
	}

	/** Adds an app, or changes the one with this ID (`live`, `secret`, `name`). */
	async addApp(
		app: { id?: string; name?: string; secret?: string; live?: boolean; businessId?: string } = {},
	): Promise<{ id: string; name: string; secret: string; live: boolean; businessId: string }> {
		return await this.connection.post('/apps', app);
	}

	/** Adds a WABA. */
	async addAccount(
		account: { id?: string; name?: string; businessId?: string } = {},
	): Promise<{ id: string; name: string; businessId: string }> {
		return await this.connection.post('/accounts', account);
	}

	/** Adds a phone number; by default to the seed's WABA. */
	async addNumber(number: {
		id?: string;
		businessAccountId?: string;
		displayPhoneNumber: string;
		verifiedName?: string;
	}): Promise<{ id: string }> {
		return await this.connection.post('/numbers', number);
	}

	/** Issues an access token that expires at `expiresAt` (milliseconds, sandbox clock). */
	async addToken(token: TokenInput = {}): Promise<{ token: string }> {
		return await this.connection.post('/tokens', token);
	}

	/** Invalidates a token: it answers 190 with this subcode (default 467). */
	async invalidateToken(token: string, subcode?: number): Promise<void> {
		await this.connection.post('/tokens/invalidate', { token, subcode });
	}

	/** Adds a customer, or changes the settings of an existing one. */
	async addCustomer(
		customer: {
			waId: string;
			name?: string;
			userId?: string;
			username?: string;
		} & Partial<CustomerSettings>,
	): Promise<CustomerView> {
		return await this.connection.post('/customers', customer);
	}

	/** Adds a group without the API and without a webhook. */
	async addGroup(group: GroupInput): Promise<GroupView> {
		return await this.connection.post('/groups', group);
	}

	async groups(): Promise<GroupView[]> {
		return await this.connection.get('/groups');
	}

	/** Suspends a group as Meta does, or ends the suspension; sends `group_status_update`. */
	async suspendGroup(group: string, suspended = true): Promise<void> {
		await this.connection.post('/groups/suspend', { group, suspended });
	}

	/** Acts as a customer. `reference` is a WhatsApp ID, BSUID, or username. */
	customer(reference: string): CustomerControl {
		return new CustomerControl(this.connection, reference);
	}

	/** Oldest first, both directions. */
	async messages(query: MessageQuery = {}): Promise<MessageView[]> {
		return await this.connection.get('/messages', { ...query });
	}

	async message(id: string): Promise<MessageView> {
		return await this.connection.get(`/messages/${encodeURIComponent(id)}`);
	}

	/** Changes the state of a phone number: registration, quality, status, name, PIN. */
	async changeNumber(id: string, change: NumberChange): Promise<void> {
		await this.connection.call('PATCH', `/numbers/${id}`, change);
	}

	/** Changes the state of a WABA: restriction, review, payment; `subscribed` for the seed's app. */
	async changeAccount(id: string, change: AccountChange): Promise<void> {
		await this.connection.call('PATCH', `/accounts/${id}`, change);
	}

	/** An authorization code as Embedded Signup returns it. It expires after 30 seconds. */
	async addAuthorizationCode(appId?: string): Promise<{ code: string }> {
		return await this.connection.post('/authorization-codes', { appId });
	}

	/** Adds an approved template without a review; `components` as Meta stores them. */
	async addTemplate(template: TemplateInput): Promise<TemplateView> {
		return await this.connection.post('/templates', template);
	}

	/** Groups templates, so that their analytics can be read together. */
	async addTemplateGroup(group: TemplateGroupInput): Promise<{ id: string }> {
		return await this.connection.post('/template-groups', group);
	}

	/** Changes status, quality, or category of a template and sends the webhooks. */
	async changeTemplate(id: string, change: TemplateChange): Promise<TemplateView> {
		return await this.connection.call('PATCH', `/templates/${encodeURIComponent(id)}`, change);
	}

	async templates(): Promise<TemplateView[]> {
		return await this.connection.get('/templates');
	}

	/** Adds a flow, published by default, without Meta's checks of its endpoint. */
	async addFlow(flow: FlowInput = {}): Promise<FlowView> {
		return await this.connection.post('/flows', flow);
	}

	/** Changes status, endpoint, or Flow JSON of a flow and sends the webhooks. */
	async changeFlow(id: string, change: FlowChange): Promise<FlowView> {
		return await this.connection.call('PATCH', `/flows/${encodeURIComponent(id)}`, change);
	}

	/** All flows, newest first. */
	async flows(): Promise<FlowView[]> {
		return await this.connection.get('/flows');
	}

	/** Calls the endpoint of a flow as WhatsApp does: encrypted and signed. */
	async callFlowEndpoint(id: string, input: FlowCallInput): Promise<FlowCallView> {
		return await this.connection.post(`/flows/${encodeURIComponent(id)}/call`, input);
	}

	/** Sets the public key of a phone number (PEM), with a valid signature; default: the seed's number. */
	async setFlowKey(publicKey: string, phoneNumberId?: string): Promise<void> {
		await this.connection.post('/flow-keys', { publicKey, phoneNumberId });
	}

	/** Sends a health check to the endpoint of a flow. */
	async pingFlow(id: string): Promise<{ healthy: boolean; problem?: string }> {
		return await this.connection.post(`/flows/${encodeURIComponent(id)}/ping`, {});
	}

	/** Sets a status, with an error for `failed`. */
	async setStatus(
		id: string,
		status: MessageStatus,
		error?: { code: number; details?: string },
	): Promise<MessageView> {
		return await this.connection.post(`/messages/${encodeURIComponent(id)}/status`, {
			status,
			...error,
		});
	}

	/** Received Graph requests, oldest first, with secrets masked. */
	async requests(query: ListQuery = {}): Promise<RequestView[]> {
		return await this.connection.get('/requests', { ...query });
	}

	/** Webhook deliveries with their outcome, oldest first. */
	async deliveries(query: ListQuery = {}): Promise<DeliveryView[]> {
		return await this.connection.get('/deliveries', { ...query });
	}

	/** Calls from customers, oldest first. */
	async calls(): Promise<CallView[]> {
		return await this.connection.get('/calls');
	}

	/** Sends the recording and the transcript of an accepted call that has ended. */
	async publishCallMedia(callId: string): Promise<void> {
		await this.connection.post(`/calls/${encodeURIComponent(callId)}/media`);
	}

	/** Payments that customers have started, oldest first. */
	async payments(): Promise<PaymentView[]> {
		return await this.connection.get('/payments');
	}

	/** The role that owns a conversation (Conversation Routing); `null`: it is idle. */
	async threadOwner(customer: string, phoneNumberId?: string): Promise<string | null> {
		const path = '/threads';
		const { owner } = await this.connection.get<{ owner: string | null }>(path, {
			customer,
			phoneNumberId,
		});
		return owner;
	}

	/** Another responder passes a conversation to the app, or takes it; sends `messaging_handovers`. */
	async handOver(input: HandoverInput): Promise<void> {
		await this.connection.post('/threads', input);
	}

	/** Received conversion events, oldest first. */
	async conversions(): Promise<ConversionView[]> {
		return await this.connection.get('/conversions');
	}

	/** Sends a webhook with any field and value to the subscribed apps, signed. */
	async sendWebhook(field: string, value: JsonObject, options: WebhookInput = {}): Promise<void> {
		await this.connection.post('/webhooks', { field, value, options });
	}

	/** The names of the sample webhooks: groups, calls, payments, coexistence, … */
	async samples(): Promise<string[]> {
		return await this.connection.get('/samples');
	}

	/** Sends a webhook that no action of a customer causes, as Meta's pages show it. Resolves with it. */
	async sendSample(name: string, input: SampleInput = {}): Promise<SampleView> {
		return await this.connection.post(`/samples/${encodeURIComponent(name)}`, input);
	}

	async addFault(fault: FaultInput): Promise<FaultView> {
		return await this.connection.post('/faults', fault);
	}

	async faults(): Promise<FaultView[]> {
		return await this.connection.get('/faults');
	}

	/** Removes one fault, or all. */
	async clearFaults(id?: string): Promise<void> {
		await this.connection.call('DELETE', '/faults', undefined, { id });
	}

	/** Calls `onEvent` for every event until the returned function is called. Resolves when the stream is open. */
	async listen(
		onEvent: (event: SandboxEvent) => void,
		types?: SandboxEventType[],
	): Promise<() => void> {
		return await this.connection.listen(onEvent, types);
	}

	/** Resolves with the first message, past or future, that matches. Rejects after `timeout` milliseconds with a list of the messages. */
	async waitForMessage(
		fits: (message: MessageView) => boolean,
		timeout = DEFAULT_WAIT,
	): Promise<MessageView> {
		return await waitFor(this.connection, {
			look: async () => (await this.messages()).find(fits),
			hear: (event) =>
				(event.type === 'message' || event.type === 'status') && fits(event.message)
					? event.message
					: undefined,
			types: ['message', 'status'],
			timeout,
			explain: async () =>
				`no such message; there are: ${(await this.messages()).map(summary).join('; ')}`,
		});
	}

	/** Resolves when a message has had this status. */
	async waitForStatus(
		id: string,
		status: MessageStatus,
		timeout = DEFAULT_WAIT,
	): Promise<MessageView> {
		const had = (message: MessageView) =>
			message.id === id && message.statuses.some((entry) => entry.status === status);
		return await waitFor(this.connection, {
			look: async () => {
				const message = await this.message(id);
				return had(message) ? message : undefined;
			},
			hear: (event) =>
				(event.type === 'status' || event.type === 'read') && had(event.message)
					? event.message
					: undefined,
			types: ['status', 'read'],
			timeout,
			explain: async () =>
				`status ${status} did not come; the message is ${summary(await this.message(id))}`,
		});
	}

	/** Resolves with a matching webhook delivery that has ended or is scheduled again. */
	async waitForDelivery(
		fits: (delivery: DeliveryView) => boolean,
		timeout = DEFAULT_WAIT,
	): Promise<DeliveryView> {
		const ended = (delivery: DeliveryView) => delivery.outcome !== 'in-flight' && fits(delivery);
		return await waitFor(this.connection, {
			look: async () => (await this.deliveries()).find(ended),
			hear: (event) =>
				event.type === 'delivery' && ended(event.delivery) ? event.delivery : undefined,
			types: ['delivery'],
			timeout,
			explain: async () =>
				`no such delivery; there are: ${(await this.deliveries()).map((d) => `${d.fields.join(',')} ${d.outcome}`).join('; ')}`,
		});
	}
}

function summary({ direction, type, status, content }: MessageView): string {
	return `${direction} ${type} (${status}) ${brief(content)}`;
}

function brief(content: Json): string {
	const text = JSON.stringify(content) ?? '';
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
