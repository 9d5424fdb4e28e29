/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type { Agent as HttpAgent } from 'http';
import type { Agent as HttpsAgent } from 'https';
import type { Behavior, DeliveryView } from '../control/types';
import type { Bus } from '../world/bus';
import type { Clock } from '../world/clock';

/** What the queues of all callbacks share. */
export interface Sender {
	readonly clock: Clock;
	readonly bus: Bus;
	readonly agents: { httpAgent: HttpAgent; httpsAgent: HttpsAgent };
	/** Nothing leaves once it is set. */
	readonly closed: boolean;
	behavior(): Behavior['webhooks'];
	/** Number of the next delivery. */
	nextSeq(): number;
	/** Adds a delivery to the list that tests and people read. */
	remember(delivery: DeliveryView & { seq: number }): void;
	/** To be called when a delivery has ended. */
	checkSettled(): void;
}
