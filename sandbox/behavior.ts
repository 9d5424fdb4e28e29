import type { Behavior, BehaviorPatch } from './control/types';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The behavior of a new sandbox. Redelivery for up to 7 days is from Meta's webhooks overview. */
export function defaultBehavior(): Behavior {
	return {
		clock: 'running',
		window: 'enforced',
		closedWindow: 'async',
		unknownRecipients: 'join',
		allowedRecipients: null,
		statuses: { sentAfter: 20, deliveredAfter: 60, readAfter: 120, outOfOrder: false },
		webhooks: {
			maxBatch: 1000,
			batchWindow: 0,
			concurrency: 16,
			copies: 1,
			timeout: 10 * SECOND,
			retryFirst: 5 * SECOND,
			retryMax: 6 * HOUR,
			retryFor: 7 * DAY,
			rebatch: false,
			signature: 'valid',
			paused: false,
			requireHttps: false,
		},
		limits: { throughput: 80, pair: true },
		flows: { timeout: 10 * SECOND, signature: 'valid' },
		latency: 0,
		directSend: true,
		calling: true,
		requireAppSecretProof: false,
	};
}

/** Merges a patch into the behavior. Objects are merged; arrays and plain values are replaced. */
export function mergeBehavior(behavior: Behavior, patch: BehaviorPatch): Behavior {
	return {
		...behavior,
		...withoutUndefined(patch),
		statuses: { ...behavior.statuses, ...withoutUndefined(patch.statuses ?? {}) },
		webhooks: { ...behavior.webhooks, ...withoutUndefined(patch.webhooks ?? {}) },
		limits: { ...behavior.limits, ...withoutUndefined(patch.limits ?? {}) },
		flows: { ...behavior.flows, ...withoutUndefined(patch.flows ?? {}) },
		latency: toLatency(patch.latency) ?? behavior.latency,
	};
}

function toLatency(value: BehaviorPatch['latency']): Behavior['latency'] | undefined {
	if (typeof value === 'number') return value;
	if (Array.isArray(value)) return [Number(value[0]), Number(value[1])];
	return undefined;
}

function withoutUndefined<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
