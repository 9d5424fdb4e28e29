import type { Json } from './json';

/** A Graph request that the sandbox received; secrets are left out. */
export interface RequestView {
	seq: number;
	at: number;
	method: string;
	/** Path without version and query. */
	path: string;
	version: string | null;
	query: Record<string, string>;
	headers: Record<string, string>;
	/** Parsed body; files as `{ filename, mimeType, fileSize }`. */
	body: Json;
	/** 0 when the connection was cut. */
	status: number;
	/** Meta's error code in the answer. */
	errorCode?: number;
	fault?: string;
	durationMs: number;
}

/** One HTTP delivery of a webhook payload, or its next try. */
export interface DeliveryView {
	id: string;
	appId: string;
	url: string;
	/** Which callback won: `phone_number`, `business_account` or `app`. */
	source: 'phone_number' | 'business_account' | 'app';
	fields: string[];
	/** Number of updates inside. */
	updates: number;
	attempt: number;
	at: number;
	/** `waiting`: redelivery planned at `nextAt`. `given-up`: 7 days are over. */
	outcome: 'delivered' | 'waiting' | 'given-up' | 'in-flight';
	/** HTTP status of the answer; absent when there was none. */
	status?: number;
	/** Why there was no answer. */
	reason?: string;
	nextAt?: number;
	durationMs?: number;
	/** `null` once it was let go to bound memory. */
	payload: Json;
}

export interface WebhookInput {
	/** Default: seed account. */
	businessAccountId?: string;
	/** For fields that obey overrides; default: seed number. */
	phoneNumberId?: string;
	/** Sent even when the app is in development mode (as the dashboard's test button does). */
	test?: boolean;
}

export interface ListQuery {
	/** Only what came after this `seq`. */
	after?: number;
	limit?: number;
}
