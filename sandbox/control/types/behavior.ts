/** The behavior of the sandbox. Change it with `PATCH /_sandbox/behavior` (deep merge). */
export interface Behavior {
	/** `stopped`: only `advance` moves the clock, so statuses and redeliveries wait for it. Default `running`. */
	clock: 'running' | 'stopped';
	/**
	 * Customer service window. `enforced` (default): closed until the customer writes, then open for
	 * 24 hours, as at Meta. `seeded`: every customer counts as having written when they were created.
	 * `open`: never checked.
	 */
	window: 'seeded' | 'enforced' | 'open';
	/** How a free-form message outside the window fails: in the answer, or by a `failed` status (default). */
	closedWindow: 'sync' | 'async';
	/** An unknown recipient: `join` adds a customer (default), `absent` fails with 131026. */
	unknownRecipients: 'join' | 'absent';
	/** The allowed recipients of a test number (WhatsApp IDs). Others are rejected with 131030. */
	allowedRecipients: string[] | null;
	statuses: {
		/** Milliseconds after acceptance. `null`: the status is never sent. */
		sentAfter: number | null;
		deliveredAfter: number | null;
		readAfter: number | null;
		/** The statuses of a message are sent newest first. */
		outOfOrder: boolean;
	};
	webhooks: {
		/** Updates per payload; Meta's maximum is 1,000. 1 turns batching off. */
		maxBatch: number;
		/** Milliseconds to wait for more updates before a payload is sent. */
		batchWindow: number;
		/** Concurrent deliveries per callback. */
		concurrency: number;
		/** How many times every payload is delivered. */
		copies: number;
		/** Milliseconds until a delivery times out. */
		timeout: number;
		/** Milliseconds before the first redelivery. The delay doubles up to `retryMax`; redelivery ends after `retryFor`. */
		retryFirst: number;
		retryMax: number;
		retryFor: number;
		/** Redeliveries are batched with other waiting updates instead of repeating the same bytes. */
		rebatch: boolean;
		/** How payloads are signed. */
		signature: 'valid' | 'missing' | 'wrong' | 'other-app' | 'sha1-only' | 'reserialized';
		/** Holds all deliveries. */
		paused: boolean;
		/** Callbacks must use https, as Meta requires. Off by default, because local listeners use http. */
		requireHttps: boolean;
	};
	limits: {
		/** Messages per second and number in a sliding window; `null`: no limit. Above it: 130429. */
		throughput: number | null;
		/** One message per 6 s to the same customer, with a burst of 45. Above it: 131056. */
		pair: boolean;
	};
	flows: {
		/** Milliseconds until a call of a flow's endpoint times out. Meta's limit is 10 seconds. */
		timeout: number;
		/** How calls of endpoints are signed. */
		signature: 'valid' | 'missing' | 'wrong';
	};
	/** Milliseconds added to every Graph answer: a number or `[min, max]`. */
	latency: number | [number, number];
	/** Whether Direct Send (a category without a template) is enabled. */
	directSend: boolean;
	/** Whether calling is enabled on the phone numbers. */
	calling: boolean;
	/** Whether the app requires `appsecret_proof`. */
	requireAppSecretProof: boolean;
}

type DeepPartial<T> = {
	[K in keyof T]?: T[K] extends Array<infer U> | null
		? U[] | null | T[K]
		: T[K] extends object
			? DeepPartial<T[K]>
			: T[K];
};

export type BehaviorPatch = DeepPartial<Behavior>;
