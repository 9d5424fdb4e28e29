/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type {
	AccountChange,
	NumberChange,
	Behaviour,
	BehaviourPatch,
	CustomerSettings,
	CustomerView,
	DeliveryView,
	FaultInput,
	FaultView,
	GroupView,
	Json,
	JsonObject,
	ListQuery,
	MessageQuery,
	MessageStatus,
	MessageView,
	RequestView,
	SandboxEvent,
	SandboxEventType,
	StateView,
	TemplateChange,
	TemplateInput,
	TemplateView,
	TokenInput,
	WebhookInput,
} from './types';
import { CustomerHands } from './customerHands';
import { readEvents } from './eventReader';

type Query = Record<string, string | number | undefined>;

const DEFAULT_WAIT = 10_000;

/**
 * Controls a sandbox over HTTP, in this process or another one: play the customer, look at what
 * happened, move time, set faults. Everything rejects with the sandbox's own explanation.
 *
 * @example
 * const message = await control.customer('15550100201').sendText('Hello');
 * const answer = await control.waitForMessage((m) => m.direction === 'outgoing');
 * await control.waitForStatus(answer.id, 'read');
 */
export class SandboxControl {
	/** @param url base URL of the sandbox, without trailing slash */
	constructor(readonly url: string) {}

	/** Back to the seed. */
	async reset(): Promise<void> {
		await this.post('/reset');
	}

	async state(): Promise<StateView> {
		return await this.get('/state');
	}

	/** Changes how the sandbox behaves; what is left out stays as it is. */
	async behaviour(patch: BehaviourPatch): Promise<Behaviour> {
		return await this.call('PATCH', '/behaviour', patch);
	}

	/** Moves the clock forward. Resolves when everything that was due has happened and was delivered. */
	async advance(milliseconds: number): Promise<{ now: number }> {
		return await this.post('/clock', { milliseconds });
	}

	/** Adds an app, or changes the one with this ID (`live`, `secret`, `name`). */
	async addApp(
		app: { id?: string; name?: string; secret?: string; live?: boolean; businessId?: string } = {},
	): Promise<{ id: string; name: string; secret: string; live: boolean; businessId: string }> {
		return await this.post('/apps', app);
	}

	/** Adds a WABA. */
	async addAccount(
		account: { id?: string; name?: string; businessId?: string } = {},
	): Promise<{ id: string; name: string; businessId: string }> {
		return await this.post('/accounts', account);
	}

	/** Adds a phone number, to the seed's WABA unless said otherwise. */
	async addNumber(number: {
		id?: string;
		businessAccountId?: string;
		displayPhoneNumber: string;
		verifiedName?: string;
	}): Promise<{ id: string }> {
		return await this.post('/numbers', number);
	}

	/** Issues an access token; it expires when `expiresAt` (milliseconds, sandbox clock) says so. */
	async addToken(token: TokenInput = {}): Promise<{ token: string }> {
		return await this.post('/tokens', token);
	}

	/** Makes a token answer 190 with this subcode (default 467). */
	async invalidateToken(token: string, subcode?: number): Promise<void> {
		await this.post('/tokens/invalidate', { token, subcode });
	}

	/** Adds a customer, or changes the settings of a known one. */
	async addCustomer(
		customer: {
			waId: string;
			name?: string;
			userId?: string;
			username?: string;
		} & Partial<CustomerSettings>,
	): Promise<CustomerView> {
		return await this.post('/customers', customer);
	}

	async addGroup(group: {
		phoneNumberId?: string;
		subject?: string;
		participants: string[];
	}): Promise<GroupView> {
		return await this.post('/groups', group);
	}

	/** The hands of one customer; `reference` is a wa_id, BSUID or username. */
	customer(reference: string): CustomerHands {
		return new CustomerHands(this, reference);
	}

	/** Oldest first, both directions. */
	async messages(query: MessageQuery = {}): Promise<MessageView[]> {
		return await this.get('/messages', { ...query });
	}

	async message(id: string): Promise<MessageView> {
		return await this.get(`/messages/${encodeURIComponent(id)}`);
	}

	/** Meta's hand on a number: registration, quality, status, names, PIN. */
	async changeNumber(id: string, change: NumberChange): Promise<void> {
		await this.call('PATCH', `/numbers/${id}`, change);
	}

	/** Meta's hand on a WABA: restriction, review, payment; `subscribed` for the seed's app. */
	async changeAccount(id: string, change: AccountChange): Promise<void> {
		await this.call('PATCH', `/accounts/${id}`, change);
	}

	/** A code as the sign-up dialog returns it; it lives 30 seconds. */
	async addAuthorizationCode(appId?: string): Promise<{ code: string }> {
		return await this.post('/authorization-codes', { appId });
	}

	/** Adds an approved template without submission and review; `components` as Meta stores them. */
	async addTemplate(template: TemplateInput): Promise<TemplateView> {
		return await this.post('/templates', template);
	}

	/** Meta's hand on a template: its status, quality, category; the webhooks that go with it are sent. */
	async changeTemplate(id: string, change: TemplateChange): Promise<TemplateView> {
		return await this.call('PATCH', `/templates/${encodeURIComponent(id)}`, change);
	}

	async templates(): Promise<TemplateView[]> {
		return await this.get('/templates');
	}

	/** Gives a message a status by hand, with an error for `failed`. */
	async setStatus(
		id: string,
		status: MessageStatus,
		error?: { code: number; details?: string },
	): Promise<MessageView> {
		return await this.post(`/messages/${encodeURIComponent(id)}/status`, { status, ...error });
	}

	/** Graph requests received, oldest first, without secrets. */
	async requests(query: ListQuery = {}): Promise<RequestView[]> {
		return await this.get('/requests', { ...query });
	}

	/** Webhook deliveries with their outcome, oldest first. */
	async deliveries(query: ListQuery = {}): Promise<DeliveryView[]> {
		return await this.get('/deliveries', { ...query });
	}

	/** Sends any webhook field with any value, along the ordinary way (subscriptions, overrides, signature). */
	async sendWebhook(field: string, value: JsonObject, options: WebhookInput = {}): Promise<void> {
		await this.post('/webhooks', { field, value, options });
	}

	async addFault(fault: FaultInput): Promise<FaultView> {
		return await this.post('/faults', fault);
	}

	async faults(): Promise<FaultView[]> {
		return await this.get('/faults');
	}

	/** Takes one fault away, or all. */
	async clearFaults(id?: string): Promise<void> {
		await this.call('DELETE', '/faults', undefined, { id });
	}

	/** Calls back for every event until the returned function is called. Resolves once the stream is open. */
	async listen(
		onEvent: (event: SandboxEvent) => void,
		types?: SandboxEventType[],
	): Promise<() => void> {
		const abort = new AbortController();
		const query = types ? `?types=${types.join(',')}` : '';
		const answer = await fetch(`${this.url}/_sandbox/events${query}`, { signal: abort.signal });
		if (!answer.body) throw new Error('The sandbox does not stream events');
		void readEvents(answer.body, onEvent);
		return () => abort.abort();
	}

	/** The first message, past or to come, that fits. Rejects after `timeout` milliseconds, naming what was there. */
	async waitForMessage(
		fits: (message: MessageView) => boolean,
		timeout = DEFAULT_WAIT,
	): Promise<MessageView> {
		return await this.wait(
			async () => (await this.messages()).find(fits),
			(event) =>
				(event.type === 'message' || event.type === 'status') && fits(event.message)
					? event.message
					: undefined,
			['message', 'status'],
			timeout,
			async () => `no such message; there are: ${(await this.messages()).map(summary).join('; ')}`,
		);
	}

	/** Waits until a message has had this status. */
	async waitForStatus(
		id: string,
		status: MessageStatus,
		timeout = DEFAULT_WAIT,
	): Promise<MessageView> {
		const had = (message: MessageView) =>
			message.id === id && message.statuses.some((entry) => entry.status === status);
		return await this.wait(
			async () => {
				const message = await this.message(id);
				return had(message) ? message : undefined;
			},
			(event) =>
				(event.type === 'status' || event.type === 'read') && had(event.message)
					? event.message
					: undefined,
			['status', 'read'],
			timeout,
			async () =>
				`status ${status} did not come; the message is ${summary(await this.message(id))}`,
		);
	}

	/** Waits for a webhook delivery that has ended (or was planned again) and fits. */
	async waitForDelivery(
		fits: (delivery: DeliveryView) => boolean,
		timeout = DEFAULT_WAIT,
	): Promise<DeliveryView> {
		const ended = (delivery: DeliveryView) => delivery.outcome !== 'in-flight' && fits(delivery);
		return await this.wait(
			async () => (await this.deliveries()).find(ended),
			(event) => (event.type === 'delivery' && ended(event.delivery) ? event.delivery : undefined),
			['delivery'],
			timeout,
			async () =>
				`no such delivery; there are: ${(await this.deliveries()).map((d) => `${d.fields.join(',')} ${d.outcome}`).join('; ')}`,
		);
	}

	/** @internal */
	async post<T>(path: string, body: object = {}): Promise<T> {
		return await this.call('POST', path, body);
	}

	/** @internal */
	async call<T>(method: string, path: string, body?: object, query: Query = {}): Promise<T> {
		const url = new URL(`${this.url}/_sandbox${path}`);
		for (const [key, value] of Object.entries(query)) {
			if (value !== undefined) url.searchParams.set(key, String(value));
		}
		const answer = await fetch(url, {
			method,
			...(body
				? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
				: {}),
		});
		const data = (await answer.json()) as T & { error?: string };
		if (!answer.ok)
			throw new Error(data.error ?? `The sandbox answered ${answer.status} to ${path}`);
		return data;
	}

	private async get<T>(path: string, query: Query = {}): Promise<T> {
		return await this.call('GET', path, undefined, query);
	}

	/** Listens first and looks second, so that nothing falls between. */
	private async wait<T>(
		look: () => Promise<T | undefined>,
		hear: (event: SandboxEvent) => T | undefined,
		types: SandboxEventType[],
		timeout: number,
		explain: () => Promise<string>,
	): Promise<T> {
		let found: (value: T) => void = () => {};
		const heard = new Promise<T>((resolve) => (found = resolve));
		const stop = await this.listen((event) => {
			const value = hear(event);
			if (value !== undefined) found(value);
		}, types);
		let timer: ReturnType<typeof setTimeout> | undefined;
		try {
			const there = await look();
			if (there !== undefined) return there;
			const late = new Promise<undefined>((resolve) => {
				timer = setTimeout(() => resolve(undefined), timeout);
			});
			const value = await Promise.race([heard, late]);
			if (value !== undefined) return value;
		} finally {
			clearTimeout(timer);
			stop();
		}
		throw new Error(`Waited ${timeout} ms: ${await explain()}`);
	}
}

function summary({ direction, type, status, content }: MessageView): string {
	return `${direction} ${type} (${status}) ${brief(content)}`;
}

function brief(content: Json): string {
	const text = JSON.stringify(content) ?? '';
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
