/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { Agent as HttpAgent } from 'http';
import { Agent as HttpsAgent } from 'https';
import type { Behavior, DeliveryView } from '../control/types';
import type { Bus } from '../world/bus';
import type { Clock } from '../world/clock';
import type { App, BusinessAccount, Directory, PhoneNumber } from '../world/directory';
import { Ring } from '../world/ring';
import { CallbackQueue } from './queue';
import { OVERRIDABLE_FIELDS, subscribedName } from './fields';
import type { Sender } from './sender';

/** An event for the subscribed apps. */
export interface Publication {
	/** WABA ID. */
	accountId: string;
	/** The phone number, for its override. */
	phoneNumberId?: string;
	field: string;
	value: Record<string, unknown>;
	/** A test event: sent to the callback of every app, live or not. */
	test?: boolean;
}

interface Target {
	app: App;
	url: string;
	source: DeliveryView['source'];
}

const DELIVERIES_KEPT = 2000;
/** Updates whose payload is kept. Of older deliveries only the outcome is kept. */
const UPDATES_KEPT = 20_000;

/**
 * Sends events to the apps that are subscribed to the WABA and the field and are live: to the
 * number's override, else the WABA's override, else the app's callback.
 */
export class Webhooks implements Sender {
	readonly deliveries = new Ring<DeliveryView & { seq: number }>(DELIVERIES_KEPT);
	readonly agents = {
		httpAgent: new HttpAgent({ keepAlive: true }),
		httpsAgent: new HttpsAgent({ keepAlive: true }),
	};
	closed = false;
	private seq = 0;
	private readonly withPayload: DeliveryView[] = [];
	private updatesKept = 0;
	private readonly queues = new Map<string, CallbackQueue>();
	private waiters: Array<() => void> = [];

	constructor(
		readonly clock: Clock,
		readonly bus: Bus,
		private readonly directory: Directory,
		readonly behavior: () => Behavior['webhooks'],
	) {}

	publish(publication: Publication): void {
		const { accountId, field, value } = publication;
		for (const target of this.targets(publication)) {
			this.queueFor(target).add({ accountId, field, value, at: this.clock.now() });
		}
	}

	/** Waiting updates: scheduled redeliveries, paused, or batched. */
	get pending(): number {
		let count = 0;
		for (const queue of this.queues.values()) count += queue.pending;
		return count;
	}

	/** Resolves when no delivery is in flight. Scheduled redeliveries do not count. */
	async settled(): Promise<void> {
		if (!this.busy) return;
		await new Promise<void>((resolve) => this.waiters.push(resolve));
	}

	/** Sends what was paused. */
	resume(): void {
		for (const queue of this.queues.values()) queue.pump();
	}

	/** Resolves `settled` if no delivery is in flight. */
	checkSettled(): void {
		if (this.busy) return;
		const { waiters } = this;
		this.waiters = [];
		for (const resolve of waiters) resolve();
	}

	/** Adds a delivery to the list. Memory is bounded by the number of updates. */
	remember(delivery: DeliveryView & { seq: number }): void {
		this.deliveries.add(delivery);
		this.withPayload.push(delivery);
		this.updatesKept += delivery.updates;
		while (this.updatesKept > UPDATES_KEPT && this.withPayload.length > 1) {
			const oldest = this.withPayload.shift();
			if (!oldest) return;
			this.updatesKept -= oldest.updates;
			oldest.payload = null;
		}
	}

	nextSeq(): number {
		return ++this.seq;
	}

	close(): void {
		this.closed = true;
		this.agents.httpAgent.destroy();
		this.agents.httpsAgent.destroy();
	}

	private get busy(): boolean {
		for (const queue of this.queues.values()) if (queue.inFlight > 0) return true;
		return false;
	}

	private queueFor({ app, url, source }: Target): CallbackQueue {
		const key = `${app.id} ${source} ${url}`;
		let queue = this.queues.get(key);
		if (!queue) {
			queue = new CallbackQueue(this, app, url, source);
			this.queues.set(key, queue);
		}
		return queue;
	}

	private *targets(publication: Publication): Generator<Target> {
		const { directory } = this;
		if (publication.test) {
			for (const app of directory.apps.values()) {
				const target = ownCallback(app, publication.field);
				if (target) yield target;
			}
			return;
		}
		const account = directory.accounts.get(publication.accountId);
		const number = directory.numbers.get(publication.phoneNumberId ?? '');
		for (const appId of account?.subscribedApps.keys() ?? []) {
			const app = directory.apps.get(appId);
			if (!account || !app?.live) continue;
			const target = targetFor(app, account, number, publication.field);
			if (target) yield target;
		}
	}
}

/**
 * An app with a subscription gets its fields and no others. An app without one, only with an
 * override, gets every field that follows overrides.
 */
function targetFor(
	app: App,
	account: BusinessAccount,
	number: PhoneNumber | undefined,
	field: string,
): Target | undefined {
	const subscription = app.subscriptions.get('whatsapp_business_account');
	if (subscription && !subscription.fields.includes(subscribedName(field))) return undefined;
	if (OVERRIDABLE_FIELDS.has(field)) {
		const ofNumber = number?.overrides.get(app.id);
		if (ofNumber) return { app, url: ofNumber.url, source: 'phone_number' };
		const ofAccount = account.subscribedApps.get(app.id)?.override;
		if (ofAccount) return { app, url: ofAccount.url, source: 'business_account' };
	}
	return ownCallback(app, field);
}

function ownCallback(app: App, field: string): Target | undefined {
	const subscription = app.subscriptions.get('whatsapp_business_account');
	return subscription?.active && subscription.fields.includes(subscribedName(field))
		? { app, url: subscription.callbackUrl, source: 'app' }
		: undefined;
}
