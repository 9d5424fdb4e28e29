import { sleep, type IDataObject } from 'n8n-workflow';
import type { Acceptance } from './acceptance';
import type { Budget } from './eventKey';
import { readHandled, writeHandled } from './handledText';

/** Meta redelivers for up to 7 days what was not answered with 200. */
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const BUDGETS: readonly Budget[] = ['messages', 'statuses', 'history'];
const MAX_IN_MEMORY: Record<Budget, number> = {
	messages: 50_000,
	statuses: 50_000,
	history: 50_000,
};
const MAX_STORED: Record<Budget, number> = { messages: 2000, statuses: 1000, history: 500 };
/** n8n writes a workflow's whole static data at once, so not with every delivery of a busy number. */
const BETWEEN_SAVES = 10_000;
/** How long a delivery waits for another one with the same events; then Meta has to redeliver. */
const MAX_WAIT_MS = 5000;
const MAX_TRIGGERS = 1000;

/** An event that a delivery brought. */
export interface Candidate {
	key: string;
	budget: Budget;
}

/** An event that was claimed. */
interface Claim {
	at: number;
	/** The delivery that decides; absent when the event has been handled. */
	delivery?: Acceptance;
}

/**
 * The events for which a trigger has started executions: in memory, the latest also in the workflow's
 * static data, so that a restart or another webhook process knows them.
 */
export class HandledEvents {
	/** By budget, in order of arrival, so that the oldest are dropped first. */
	private readonly claims: Record<Budget, Map<string, Claim>> = {
		messages: new Map(),
		statuses: new Map(),
		history: new Map(),
	};
	private savedAt = -Infinity;
	private readonly loaded = new Map<Budget, string>();

	/** Reads what was stored, by this or another process. */
	load(stored: IDataObject, now: number): void {
		const saved = (stored.handledEvents ?? {}) as Record<string, unknown>;
		for (const budget of BUDGETS) {
			const text = saved[budget];
			if (typeof text !== 'string' || text === this.loaded.get(budget)) continue;
			this.loaded.set(budget, text);
			for (const { key, at } of readHandled(text)) {
				if (now - at <= KEPT_FOR && !this.claims[budget].has(key))
					this.claims[budget].set(key, { at });
			}
		}
	}

	/**
	 * Claims the events of a delivery that have not been handled. All that are free are claimed at
	 * once; then those that other deliveries hold are waited for, and are free if these fail.
	 *
	 * @param clock milliseconds
	 * @returns for each event whether this delivery has to handle it; `undefined` when other deliveries
	 * hold some for too long: then nothing is claimed, and Meta has to deliver again
	 */
	async claim(
		candidates: readonly Candidate[],
		delivery: Acceptance,
		clock: () => number = Date.now,
	): Promise<boolean[] | undefined> {
		const granted = candidates.map(() => false);
		const end = clock() + MAX_WAIT_MS;
		this.release(candidates, granted, delivery);
		for (let open = [...candidates.keys()]; ; ) {
			const now = clock();
			const held = new Set<Acceptance>();
			open = open.filter((index) => {
				const other = this.holder(candidates[index], delivery, now);
				if (other === 'free') {
					this.take(candidates[index], delivery, now);
					granted[index] = true;
				}
				if (typeof other === 'string') return false;
				held.add(other);
				return true;
			});
			if (open.length === 0) return granted;
			if (now >= end) {
				this.free(
					candidates.filter((_, index) => granted[index]),
					delivery,
				);
				return undefined;
			}
			await Promise.race([
				Promise.all([...held].map(async (one) => await one.settled)),
				sleep(end - now),
			]);
		}
	}

	/**
	 * Stores the latest at intervals: what has been handled, and what this delivery holds, since n8n
	 * writes static data only after it has stored the execution. Call it within a delivery.
	 */
	save(stored: IDataObject, now: number, delivery: Acceptance): void {
		if (now - this.savedAt < BETWEEN_SAVES) return;
		this.savedAt = now;
		const saved: IDataObject = {};
		for (const budget of BUDGETS) {
			const text = [...this.claims[budget]]
				.filter(([, claim]) => claim.delivery === undefined || claim.delivery === delivery)
				.slice(-MAX_STORED[budget])
				.map(([key, { at }]) => writeHandled(key, at))
				.join('');
			this.loaded.set(budget, text);
			saved[budget] = text;
		}
		stored.handledEvents = saved;
	}

	/** Who holds an event: no one (`free`), an earlier or this delivery (`done`), or another delivery. */
	private holder(
		{ key, budget }: Candidate,
		delivery: Acceptance,
		now: number,
	): 'free' | 'done' | Acceptance {
		const claim = this.claims[budget].get(key);
		if (claim === undefined || now - claim.at > KEPT_FOR) return 'free';
		if (claim.delivery === undefined || claim.delivery === delivery) return 'done';
		const state = claim.delivery.state(now);
		if (state === 'pending') return claim.delivery;
		return state === 'accepted' ? 'done' : 'free';
	}

	private take({ key, budget }: Candidate, delivery: Acceptance, now: number): void {
		const claims = this.claims[budget];
		claims.delete(key);
		claims.set(key, { at: now, delivery });
		for (const [oldest, { at }] of claims) {
			if (claims.size <= MAX_IN_MEMORY[budget] && now - at <= KEPT_FOR) return;
			claims.delete(oldest);
		}
	}

	/** Once the delivery is settled, its events are handled, or free again. */
	private release(
		candidates: readonly Candidate[],
		granted: readonly boolean[],
		delivery: Acceptance,
	): void {
		void delivery.settled.then((success) => {
			const own = candidates.filter((_, index) => granted[index]);
			if (!success) {
				this.free(own, delivery);
				this.savedAt = -Infinity;
				return;
			}
			for (const { key, budget } of own) {
				const claim = this.claims[budget].get(key);
				if (claim?.delivery === delivery) claim.delivery = undefined;
			}
		});
	}

	private free(candidates: readonly Candidate[], delivery: Acceptance): void {
		for (const { key, budget } of candidates)
			if (this.claims[budget].get(key)?.delivery === delivery) this.claims[budget].delete(key);
	}
}

const triggers = new Map<string, HandledEvents>();

/** The memory of one trigger node of one workflow. */
export function handledEventsOf(workflowId: string, nodeId: string): HandledEvents {
	const id = `${workflowId} ${nodeId}`;
	const handled = triggers.get(id) ?? new HandledEvents();
	triggers.delete(id);
	triggers.set(id, handled);
	if (triggers.size > MAX_TRIGGERS) triggers.delete(triggers.keys().next().value ?? '');
	return handled;
}
