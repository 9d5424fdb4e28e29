import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';

/** Meta delivers again for up to 7 days what was not answered with 200. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const MAX_IN_MEMORY = 50_000;
const MAX_STORED = 2000;
/** n8n writes a workflow's whole static data at once, so not with every delivery of a busy number. */
const BETWEEN_SAVES = 10_000;
const KEY_LENGTH = 11;
const MAX_TRIGGERS = 1000;

/** An event that was taken on; whether it counts as done is decided by the answer to Meta. */
interface Claim {
	at: number;
	/** Resolves to whether it was done; absent when that is settled. */
	pending?: Promise<boolean>;
	/** The delivery that it came with. */
	delivery?: Promise<boolean>;
}

/**
 * The events that a trigger has started executions for: in memory, with the latest also in the
 * workflow's static data, so that a restart or another webhook process knows them.
 */
export class HandledEvents {
	/** In order of arrival, so that the oldest are dropped first. */
	private readonly claims = new Map<string, Claim>();
	private savedAt = -Infinity;
	private loaded?: unknown;

	/** Takes over what was stored, by this or another process. */
	load(stored: IDataObject, now: number): void {
		const { keys, at } = (stored.handledEvents ?? {}) as { keys?: unknown; at?: unknown };
		if (typeof keys !== 'string' || keys === this.loaded) return;
		this.loaded = keys;
		const time = typeof at === 'number' ? at : now;
		if (now - time > KEPT_FOR) return;
		for (let i = 0; i + KEY_LENGTH <= keys.length; i += KEY_LENGTH) {
			const key = keys.slice(i, i + KEY_LENGTH);
			if (!this.claims.has(key)) this.claims.set(key, { at: time });
		}
	}

	/**
	 * Takes an event on.
	 *
	 * @param done resolves to whether Meta will be answered with success
	 * @returns false when it has been done already, and then it must not be done again
	 */
	async claim(key: string, done: Promise<boolean>, now: number): Promise<boolean> {
		for (;;) {
			const known = this.claims.get(key);
			if (!known || now - known.at > KEPT_FOR) break;
			if (known.delivery === done) return false;
			// The same event is under way: only if that fails is it ours.
			if (known.pending === undefined || (await known.pending)) return false;
		}
		const claim: Claim = { at: now, delivery: done };
		claim.pending = done.then((success) => {
			claim.pending = undefined;
			claim.delivery = undefined;
			if (!success && this.claims.get(key) === claim) this.claims.delete(key);
			return success;
		});
		this.claims.delete(key);
		this.claims.set(key, claim);
		this.forgetOldest(now);
		return true;
	}

	/** Stores the latest, at intervals. Call it before n8n saves the static data, that is within a delivery. */
	save(stored: IDataObject, now: number): void {
		if (now - this.savedAt < BETWEEN_SAVES) return;
		this.savedAt = now;
		const keys = [...this.claims.keys()].slice(-MAX_STORED).join('');
		this.loaded = keys;
		stored.handledEvents = { keys, at: now };
	}

	private forgetOldest(now: number): void {
		for (const [key, { at }] of this.claims) {
			if (this.claims.size <= MAX_IN_MEMORY && now - at <= KEPT_FOR) return;
			this.claims.delete(key);
		}
	}
}

const triggers = new Map<string, HandledEvents>();

/** The memory of one trigger node of one workflow. */
export function handledEventsOf(workflowId: string, nodeId: string): HandledEvents {
	const id = `${workflowId} ${nodeId}`;
	const seen = triggers.get(id) ?? new HandledEvents();
	triggers.delete(id);
	triggers.set(id, seen);
	if (triggers.size > MAX_TRIGGERS) triggers.delete(triggers.keys().next().value ?? '');
	return seen;
}

/** Events that their message ID identifies, together with the type (and status) of the message. */
const BY_MESSAGE = new Set(['history', 'message', 'message_echo', 'standby', 'status']);

/**
 * What identifies an event when it is delivered again, in whatever batch: message, type, and status.
 * Where one message ID stands for several events (payments and their refunds, statuses in groups,
 * automatic events), and where there is none, the whole content of the event.
 */
export function eventKey(event: WhatsAppEvent): string {
	const { event: name, field, messageId, status, phoneNumberId, businessAccountId } = event;
	const byMessage =
		BY_MESSAGE.has(name) &&
		messageId !== undefined &&
		event.payment === undefined &&
		(event.groupId === undefined || status === undefined);
	const identity = byMessage
		? [name, messageId, event.type, status]
		: [name, field, messageId, businessAccountId, phoneNumberId, event.timestamp, event.raw];
	return createHash('sha256')
		.update(JSON.stringify(identity))
		.digest('base64url')
		.slice(0, KEY_LENGTH);
}
