import type { Json, JsonObject } from './json';

/** A received Graph request. Secrets (token, app secret, PIN) are masked. */
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
	/** 0 if the connection was cut. */
	status: number;
	/** Meta's error code, if any. */
	errorCode?: number;
	fault?: string;
	/** Where production accepts the request although Meta's page says otherwise. */
	warnings?: string[];
	durationMs: number;
}

/** One delivery attempt of a webhook payload. */
export interface DeliveryView {
	id: string;
	appId: string;
	url: string;
	/** Level of the callback: `phone_number`, `business_account`, or `app`. */
	source: 'phone_number' | 'business_account' | 'app';
	fields: string[];
	/** Number of updates in the payload. */
	updates: number;
	attempt: number;
	at: number;
	/** `waiting`: a redelivery is scheduled at `nextAt`. `given-up`: 7 days have passed. */
	outcome: 'delivered' | 'waiting' | 'given-up' | 'in-flight';
	/** HTTP status of the answer, if any. */
	status?: number;
	/** Why there is no answer. */
	reason?: string;
	nextAt?: number;
	durationMs?: number;
	/** `null` after it was dropped to save memory. */
	payload: Json;
}

export interface WebhookInput {
	/** Default: seed account. */
	businessAccountId?: string;
	/** For overrides; default: the seed's number. */
	phoneNumberId?: string;
	/** Sends to the app's callback even in development mode, as the dashboard's Test button does. */
	test?: boolean;
}

/** How to send a sample webhook. */
export interface SampleInput {
	/** Default: the seed's number. */
	phoneNumberId?: string;
	/** WhatsApp ID, BSUID, or username; default: the first customer. */
	customer?: string;
	/** Keys that replace those of the sample's value. */
	value?: JsonObject;
}

/** The webhook that was sent. */
export interface SampleView {
	field: string;
	value: JsonObject;
}

export interface ListQuery {
	/** Only entries after this `seq`. */
	after?: number;
	limit?: number;
}
