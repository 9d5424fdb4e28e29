import type { Credential } from '../../shared/credential';

/** What a delivery needs of the credential. */
export type DeliveryCredential = Pick<
	Credential,
	'appSecret' | 'previousAppSecret' | 'phoneNumberId' | 'businessAccountId'
>;

/** How long a secret that was withdrawn is still accepted at most, in milliseconds. */
const KEPT_FOR_MS = 30_000;
const MAX_ENTRIES = 1000;

interface Entry {
	credential: DeliveryCredential;
	readAt: number;
}

/**
 * The secrets of credentials that were read a moment ago, in the memory of this process. What is older than
 * half a minute is not returned, and dropped with the next read of any. Times are milliseconds of one
 * monotonic clock.
 */
export class RecentSecrets {
	/** Oldest first. */
	private readonly entries = new Map<string, Entry>();

	get(key: string, now: number): DeliveryCredential | undefined {
		const entry = this.entries.get(key);
		return entry && now - entry.readAt < KEPT_FOR_MS ? entry.credential : undefined;
	}

	/**
	 * Keeps what was read. Of two reads that overlap, the one that was asked for later counts: the other one
	 * may be older than a change.
	 *
	 * @param asked when the read began
	 */
	set(key: string, whole: DeliveryCredential, asked: number): void {
		const known = this.entries.get(key);
		if (known && known.readAt > asked) return;
		const { appSecret, previousAppSecret, phoneNumberId, businessAccountId } = whole;
		const credential = { appSecret, previousAppSecret, phoneNumberId, businessAccountId };
		this.entries.delete(key);
		this.entries.set(key, { credential, readAt: asked });
		for (const [oldest, { readAt }] of this.entries) {
			if (this.entries.size <= MAX_ENTRIES && asked - readAt < KEPT_FOR_MS) return;
			this.entries.delete(oldest);
		}
	}

	get size(): number {
		return this.entries.size;
	}
}
