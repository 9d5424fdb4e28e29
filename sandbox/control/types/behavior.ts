/** How the sandbox behaves as a whole. Changed with `PATCH /_sandbox/behavior` (deep merge). */
export interface Behavior {
	/** `stopped`: time stands still but for `advance`, so statuses and redeliveries wait for it too. Default `running`. */
	clock: 'running' | 'stopped';
	/**
	 * 24-hour window. `seeded` (default): customers have just written when they are created, then
	 * the window closes 24 hours after their last message. `enforced`: only real messages open it.
	 * `open`: never checked.
	 */
	window: 'seeded' | 'enforced' | 'open';
	/** Where a closed window is refused: in the answer, or as a `failed` status (default). */
	closedWindow: 'sync' | 'async';
	/** A number nobody has created: it joins WhatsApp as a new customer (default), or fails with 131026. */
	unknownRecipients: 'join' | 'absent';
	/** Only these wa_ids may be written to (a test number's list), others are refused with 131030. */
	allowedRecipients: string[] | null;
	statuses: {
		/** Milliseconds after acceptance. `null`: that status never comes. */
		sentAfter: number | null;
		deliveredAfter: number | null;
		readAfter: number | null;
		/** Statuses of one message arrive newest first. */
		outOfOrder: boolean;
	};
	webhooks: {
		/** Most updates in one payload; Meta goes up to 1000. 1 turns batching off. */
		maxBatch: number;
		/** Milliseconds to wait for more updates before a payload leaves. */
		batchWindow: number;
		/** Deliveries under way at once, per callback. */
		concurrency: number;
		/** Every payload is delivered this many times (1: once). */
		copies: number;
		/** Milliseconds until a delivery counts as unanswered. */
		timeout: number;
		/** First wait before redelivery; doubles each time up to `retryMax`; given up after `retryFor`. */
		retryFirst: number;
		retryMax: number;
		retryFor: number;
		/** Redelivered updates are gathered with other waiting ones instead of repeating the same bytes. */
		rebatch: boolean;
		/** How payloads are signed. */
		signature: 'valid' | 'missing' | 'wrong' | 'other-app' | 'sha1-only' | 'reserialized';
		/** No delivery leaves while true; it waits. */
		paused: boolean;
		/** Callbacks must be https, as at Meta. Off by default: a sandbox talks to local listeners. */
		requireHttps: boolean;
	};
	limits: {
		/** Messages per second and number, over a sliding second; `null`: none. Beyond: 130429. */
		throughput: number | null;
		/** One message in 6 s to the same person, 45 borrowed at once. Beyond: 131056. */
		pair: boolean;
	};
	/** Milliseconds added to every Graph answer: fixed or `[least, most]`. */
	latency: number | [number, number];
	/** Direct Send (category without template) is enabled for the account. */
	directSend: boolean;
	/** Calling is enabled on the numbers. */
	calling: boolean;
	/** The app enforces `appsecret_proof`. */
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
