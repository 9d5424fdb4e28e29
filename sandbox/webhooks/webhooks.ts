/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { Agent as HttpAgent } from 'http';
import { Agent as HttpsAgent } from 'https';
import type { Behavior, DeliveryView } from '../control/types';
import type { Bus } from '../world/bus';
import type { Clock } from '../world/clock';
import type { App, BusinessAccount, Directory, PhoneNumber } from '../world/directory';
import { Ring } from '../world/ring';
import { CallbackQueue } from './queue';
import { OVERRIDABLE_FIELDS } from './fields';
import type { Sender } from './sender';

/** Something to tell the subscribed apps. */
export interface Publication {
	/** WABA ID. */
	accountId: string;
	/** Number concerned, for overrides on numbers. */
	phoneNumberId?: string;
	field: string;
	value: Record<string, unknown>;
	/** A test event of the dashboard: goes to every app's own callback, live or not. */
	test?: boolean;
}

interface Target {
	app: App;
	url: string;
	source: DeliveryView['source'];
}

const DELIVERIES_KEPT = 2000;
/** Updates whose payload is kept for reading; older payloads are let go, their outcome stays. */
const UPDATES_KEPT = 20_000;

/**
 * Decides who is told about an event: apps that are subscribed to the WABA, live, and listen to
 * the field; at the number's override, else the WABA's, else the app's own callback.
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

	/** Deliveries that wait: planned again, paused, or gathered for a batch. */
	get pending(): number {
		let count = 0;
		for (const queue of this.queues.values()) count += queue.pending;
		return count;
	}

	/** Resolves once nothing is under way. What is planned for later does not count. */
	async settled(): Promise<void> {
		if (!this.busy) return;
		await new Promise<void>((resolve) => this.waiters.push(resolve));
	}

	/** Sends what was held back while deliveries were paused. */
	resume(): void {
		for (const queue of this.queues.values()) queue.pump();
	}

	/** Called by queues when a delivery has ended. */
	checkSettled(): void {
		if (this.busy) return;
		const { waiters } = this;
		this.waiters = [];
		for (const resolve of waiters) resolve();
	}

	/** Notes a delivery. Memory stays bounded however large the batches are. */
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
 * An app that has subscribed to fields gets those and no others. One that has no subscription of
 * its own, only an override, gets every field that obeys overrides.
 */
function targetFor(
	app: App,
	account: BusinessAccount,
	number: PhoneNumber | undefined,
	field: string,
): Target | undefined {
	const subscription = app.subscriptions.get('whatsapp_business_account');
	if (subscription && !subscription.fields.includes(field)) return undefined;
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
	return subscription?.active && subscription.fields.includes(field)
		? { app, url: subscription.callbackUrl, source: 'app' }
		: undefined;
}
