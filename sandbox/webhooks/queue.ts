import axios, { AxiosError } from 'axios';
import type { DeliveryView, Json } from '../control/types';
import { metaJson } from '../graph/json';
import type { App } from '../world/directory';
import { payloadOf, type Update } from './payload';
import { signatureHeaders } from './signature';
import type { Sender } from './sender';

/** Meta's largest payload. */
const MAX_PAYLOAD = 3 * 1024 * 1024;

interface Parcel {
	updates: Update[];
	payload: Json;
	bytes: Buffer;
	firstAt: number;
	attempt: number;
}

/** The deliveries to one callback: batched, sent, and redelivered until answered with 200. */
export class CallbackQueue {
	inFlight = 0;
	private waiting: Update[] = [];
	private planned = 0;
	private gathering = false;

	constructor(
		private readonly sender: Sender,
		private readonly app: App,
		private readonly url: string,
		private readonly source: DeliveryView['source'],
	) {}

	/** Updates and redeliveries that are waiting. */
	get pending(): number {
		return this.waiting.length + this.planned;
	}

	add(update: Update): void {
		this.waiting.push(update);
		const { batchWindow } = this.behavior;
		if (batchWindow === 0) {
			this.pump();
		} else if (!this.gathering) {
			this.gathering = true;
			this.sender.clock.after(batchWindow, () => {
				this.gathering = false;
				this.pump();
			});
		}
	}

	/** Sends what can be sent. At the concurrency limit, updates wait for the next payload. */
	pump(): void {
		if (this.sender.closed) return;
		const { concurrency, maxBatch, paused, copies } = this.behavior;
		while (!paused && this.waiting.length > 0 && this.inFlight < concurrency) {
			for (const parcel of this.pack(this.waiting.splice(0, Math.max(1, maxBatch)))) {
				for (let copy = 0; copy < Math.max(1, copies); copy++) void this.deliver({ ...parcel });
			}
		}
	}

	private get behavior() {
		return this.sender.behavior();
	}

	private pack(updates: Update[]): Parcel[] {
		const payload = payloadOf(updates);
		const bytes = Buffer.from(metaJson(payload));
		if (bytes.length > MAX_PAYLOAD && updates.length > 1) {
			const middle = updates.length >> 1;
			return [...this.pack(updates.slice(0, middle)), ...this.pack(updates.slice(middle))];
		}
		return [{ updates, payload, bytes, firstAt: this.sender.clock.now(), attempt: 1 }];
	}

	private async deliver(parcel: Parcel): Promise<void> {
		const { bus, clock } = this.sender;
		const started = Date.now();
		const delivery: DeliveryView & { seq: number } = {
			id: `delivery-${this.sender.nextSeq()}`,
			seq: 0,
			appId: this.app.id,
			url: this.url,
			source: this.source,
			fields: [...new Set(parcel.updates.map(({ field }) => field))],
			updates: parcel.updates.length,
			attempt: parcel.attempt,
			at: clock.now(),
			outcome: 'in-flight',
			payload: parcel.payload,
		};
		delivery.seq = Number(delivery.id.slice('delivery-'.length));
		this.sender.remember(delivery);
		this.inFlight += 1;
		const { status, reason } = await this.post(parcel);
		this.inFlight -= 1;
		delivery.durationMs = Date.now() - started;
		if (status !== undefined) delivery.status = status;
		if (reason !== undefined) delivery.reason = reason;
		if (this.sender.closed) return;
		if (status === 200) delivery.outcome = 'delivered';
		else this.plan(parcel, delivery);
		bus.emit(() => ({ type: 'delivery', delivery }));
		this.pump();
		this.sender.checkSettled();
	}

	private async post(parcel: Parcel): Promise<{ status?: number; reason?: string }> {
		for (;;) {
			try {
				const { status } = await axios.post(this.url, parcel.bytes, {
					...this.sender.agents,
					headers: {
						'Content-Type': 'application/json',
						'User-Agent': 'facebookexternalua',
						Accept: '*/*',
						...signatureHeaders(parcel.bytes, this.app.secret, this.behavior.signature),
					},
					timeout: this.behavior.timeout,
					maxRedirects: 0,
					maxBodyLength: Infinity,
					responseType: 'text',
					transformResponse: [],
					validateStatus: () => true,
					proxy: false,
				});
				return { status };
			} catch (error) {
				if (!closedWhileIdle(error)) return { reason: reasonOf(error) };
			}
		}
	}

	/** Schedules a redelivery with increasing delays, or gives up. */
	private plan(parcel: Parcel, delivery: DeliveryView): void {
		const { clock } = this.sender;
		const { retryFirst, retryMax, retryFor } = this.behavior;
		const wait = Math.min(retryFirst * 2 ** (parcel.attempt - 1), retryMax);
		const nextAt = clock.now() + wait;
		if (nextAt > parcel.firstAt + retryFor) {
			delivery.outcome = 'given-up';
			return;
		}
		delivery.outcome = 'waiting';
		delivery.nextAt = nextAt;
		this.planned += 1;
		clock.at(nextAt, () => {
			this.planned -= 1;
			if (this.sender.closed) return;
			if (this.behavior.rebatch) {
				this.waiting.unshift(...parcel.updates);
				this.pump();
			} else {
				void this.deliver({ ...parcel, attempt: parcel.attempt + 1 });
			}
		});
	}
}

/** Whether a reused connection was closed by the receiver before the request: it is sent again on a new one. */
function closedWhileIdle(error: unknown): boolean {
	if (!(error instanceof AxiosError)) return false;
	const { reusedSocket } = (error.request ?? {}) as { reusedSocket?: boolean };
	return reusedSocket === true && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function reasonOf(error: unknown): string {
	if (error instanceof AxiosError) return error.code ?? error.message;
	return error instanceof Error ? error.message : String(error);
}
