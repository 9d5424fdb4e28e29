import type { Seed } from '../seed';

/**
 * The words of the control API (`/_sandbox/…`): what tests and the phone page exchange with the
 * sandbox. Times are milliseconds since 1970 on the sandbox's own clock unless a name says otherwise.
 * A `customer` parameter takes a wa_id, a BSUID or a username; `phoneNumberId` may be left out when
 * the seed number is meant.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** An error as webhooks carry it in `errors[]`. */
export interface StatusError {
	code: number;
	title: string;
	message: string;
	error_data?: { details: string };
	href?: string;
}

export interface StatusView {
	status: MessageStatus;
	timestamp: number;
	errors?: StatusError[];
}

export interface MediaView {
	id: string;
	/** Path on the sandbox that answers the bytes without a token: `/_sandbox/media/<id>`. An outside link stands here as it is. */
	url: string;
	mimeType: string;
	/** `false` for a link to the outside, which the sandbox does not fetch. */
	fetched: boolean;
	fileSize?: number;
	sha256?: string;
	filename?: string;
	animated?: boolean;
	voice?: boolean;
}

export interface ReactionView {
	from: 'business' | 'customer';
	emoji: string;
	/** Who reacted, in a group. */
	customer?: string;
}

/** A template message as the customer reads it, with every variable filled in. */
export interface RenderedTemplate {
	name: string;
	language: string;
	category?: string;
	header?: { format: string; text?: string; media?: MediaView; location?: JsonObject };
	body?: string;
	footer?: string;
	buttons?: RenderedButton[];
	/** Limited-time offer. */
	offer?: { text: string; expiresAt?: number };
	cards?: Array<{
		header?: { format: string; media?: MediaView; product?: JsonObject };
		body?: string;
		buttons?: RenderedButton[];
	}>;
}

export interface RenderedButton {
	/** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, CATALOG, MPM, SPM, OTP, VOICE_CALL … */
	type: string;
	text: string;
	/** What a tap sends back (quick replies). */
	payload?: string;
	url?: string;
	phoneNumber?: string;
	code?: string;
	flowToken?: string;
}

/** One message of a conversation, as both sides see it. */
export interface MessageView {
	/** `wamid.…` */
	id: string;
	/** `outgoing`: business to customer. `incoming`: customer to business. */
	direction: 'outgoing' | 'incoming';
	phoneNumberId: string;
	/** wa_id of the customer; the group ID when `groupId` is set and the message is outgoing. */
	customer: string;
	groupId?: string;
	/** text, image, interactive, template, … (Meta's words). */
	type: string;
	/** The part of the message under its type: `{ body }` for text, `{ type, body, action }` for interactive… */
	content: Json;
	/** Every media the message shows, by the path of the object in `content` that names it: `''` (the message's own), `header.image`, `action.cards.0.header.image`, … */
	media: Record<string, MediaView>;
	template?: RenderedTemplate;
	timestamp: number;
	/** Newest status, for ticks. Incoming: `read` once the business has marked it. */
	status: MessageStatus;
	statuses: StatusView[];
	/** wamid of the message this one answers. */
	replyTo?: string;
	forwarded?: boolean;
	reactions: ReactionView[];
	edited?: boolean;
	/** Taken back by its sender, or removed. */
	revoked?: boolean;
	pinned?: boolean;
	/** As sent by the business, echoed in statuses. */
	bizOpaqueCallbackData?: string;
	/** What a customer has already answered to this message (button, list row, flow…): wamid of that answer. */
	answeredBy?: string;
}

export interface CustomerSettings {
	/** Messages are read as soon as they are delivered. Default true. */
	autoRead: boolean;
	/** Offline: messages stay at `sent` until the customer comes back. Default true. */
	online: boolean;
	/** `false`: the customer's receipts are off, no `read` status. Default true. */
	readReceipts: boolean;
	/** The customer has blocked the business: nothing goes beyond `sent`. */
	blockedBusiness: boolean;
	/** The number is not on WhatsApp: sending fails with 131026. */
	notOnWhatsApp: boolean;
	/** The customer has stopped marketing messages: marketing templates fail with 131050. */
	stoppedMarketing: boolean;
	/** The business does not see the phone number: webhooks carry no `from`, `wa_id`, `recipient_id`. */
	hidesPhoneNumber: boolean;
}

export interface CustomerView extends CustomerSettings {
	waId: string;
	name: string;
	/** BSUID towards the seed business. */
	userId: string;
	username?: string;
	/** The business shows "typing…" to this customer until then. */
	typingUntil: Record<string, number>;
	/** End of the 24-hour customer service window, by phone number ID. */
	windowExpiresAt: Record<string, number>;
	/** What `recipient_identity_key_hash` must say. */
	identityHash: string;
}

export interface PhoneNumberView {
	id: string;
	displayPhoneNumber: string;
	verifiedName: string;
	businessAccountId: string;
	webhookOverride?: { appId: string; url: string };
}

export interface GroupView {
	id: string;
	phoneNumberId: string;
	subject: string;
	participants: string[];
}

export interface AppView {
	id: string;
	name: string;
	live: boolean;
	subscription?: { callbackUrl: string; fields: string[]; active: boolean };
}

export interface BusinessAccountView {
	id: string;
	name: string;
	businessId: string;
	subscribedApps: Array<{ appId: string; overrideUrl?: string }>;
}

/** Everything but messages, requests and deliveries (these are listed on their own). */
export interface StateView {
	now: number;
	seed: Seed;
	behaviour: Behaviour;
	apps: AppView[];
	businessAccounts: BusinessAccountView[];
	phoneNumbers: PhoneNumberView[];
	customers: CustomerView[];
	groups: GroupView[];
	faults: FaultView[];
	counts: { messages: number; requests: number; deliveries: number; pendingDeliveries: number };
}

/** How the sandbox behaves as a whole. Changed with `PATCH /_sandbox/behaviour` (deep merge). */
export interface Behaviour {
	/** `stopped`: time stands still but for `advance`, so statuses and redeliveries wait for it too. Default `running`. */
	clock: 'running' | 'stopped';
	/**
	 * 24-hour window. `seeded` (default): customers have just written when they are created, then
	 * the window closes 24 hours after their last message. `enforced`: only real messages open it.
	 * `open`: never checked.
	 */
	window: 'seeded' | 'enforced' | 'open';
	/** Where a closed window is refused: in the answer, or as a `failed` status (default). */
	windowRefusal: 'sync' | 'async';
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
		signature: 'valid' | 'missing' | 'wrong' | 'other-app' | 'sha1-only' | 'reserialised';
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
export type BehaviourPatch = DeepPartial<Behaviour>;

/** A Meta error that a fault answers with. */
export interface FaultError {
	code: number;
	message?: string;
	/** Put into `error_data.details`. */
	details?: string;
	subcode?: number;
	type?: string;
	status?: number;
	isTransient?: boolean;
	userTitle?: string;
	userMessage?: string;
}

/** Which requests it strikes, how often, and what happens. All matchers must hold. */
export interface FaultInput {
	method?: string;
	/** Path without version, such as `/400000000000001/messages`; `*` stands for anything. */
	path?: string;
	/** wa_id or BSUID that the message is addressed to. */
	to?: string;
	/** Strikes this many times, then goes away. Default: until removed. */
	times?: number;
	/** Lets this many matching requests pass first. */
	skip?: number;
	/** 0 to 1, drawn from the sandbox's seeded random numbers. Default 1. */
	probability?: number;
	/** Milliseconds before anything else happens. */
	latency?: number;
	/** HTTP status alone gives Meta's generic answer for it (5xx: code 2 or 131000). */
	status?: number;
	error?: FaultError;
	/** `true`: an HTML page as a gateway would send; or the page itself. */
	html?: boolean | string;
	/** Connection cut `before` the request is acted upon, or `after` it was accepted. */
	drop?: 'before' | 'after';
	/** Messages: accepted, then a `failed` status with this error. */
	failsWith?: { code: number; details?: string };
	/** Resumable uploads: the connection is cut once this many more bytes have been stored. */
	cutAfterBytes?: number;
	/** Seconds, sent as `Retry-After`. */
	retryAfter?: number;
	/** Extra answer headers (usage headers as JSON strings); without any failure above they decorate the normal answer. */
	headers?: Record<string, string>;
}

export interface FaultView extends FaultInput {
	id: string;
	struck: number;
}

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

/** What a customer does. Media is given as `data` (base64) or `url` of a loopback server. */
export interface MediaInput {
	data?: string;
	url?: string;
	mimeType?: string;
	filename?: string;
	caption?: string;
	voice?: boolean;
	animated?: boolean;
}

export interface ReferralInput {
	source_url?: string;
	source_id?: string;
	source_type?: string;
	headline?: string;
	body?: string;
	media_type?: string;
	image_url?: string;
	video_url?: string;
	thumbnail_url?: string;
	ctwa_clid?: string;
	welcome_message?: { text: string };
}

/** Common to everything that a customer sends. */
export interface IncomingCommon {
	phoneNumberId?: string;
	/** wamid of the message answered to. */
	replyTo?: string;
	forwarded?: boolean;
	frequentlyForwarded?: boolean;
	referral?: ReferralInput;
	/** Product that the customer asks about. */
	referredProduct?: { catalog_id: string; product_retailer_id: string };
	groupId?: string;
	/** Merged into the webhook's message last, for shapes of the future. */
	extra?: JsonObject;
}

export type IncomingInput = IncomingCommon &
	(
		| { type: 'text'; text: string }
		| { type: 'image' | 'video' | 'audio' | 'document' | 'sticker'; media: MediaInput }
		| {
				type: 'location';
				location: {
					latitude: number;
					longitude: number;
					name?: string;
					address?: string;
					url?: string;
				};
		  }
		| { type: 'contacts'; contacts: JsonObject[] }
		/** `emoji` left out or empty takes the reaction back. */
		| { type: 'reaction'; messageId: string; emoji?: string }
		/** Tap on anything tappable in a message that we received: reply button, list row, template quick reply, carousel quick reply. `id`: the button's id, the row's id, or the quick reply's text or payload. */
		| { type: 'tap'; messageId: string; id: string }
		/** Answer to a flow or an address message. */
		| { type: 'nfm_reply'; messageId: string; response: JsonObject; name?: string; body?: string }
		/** Answer to a call permission request. */
		| {
				type: 'call_permission_reply';
				messageId: string;
				response: 'accept' | 'reject';
				expirationTimestamp?: number;
		  }
		/** Answer to request_contact_info: the customer's own contact, with the phone number. */
		| { type: 'contact_info'; messageId: string }
		| {
				type: 'order';
				order: {
					catalog_id: string;
					text?: string;
					product_items: Array<{
						product_retailer_id: string;
						quantity: number;
						item_price: number;
						currency: string;
					}>;
				};
		  }
		| { type: 'unsupported'; unsupportedType?: string }
		/** A correction of an earlier message of the customer. */
		| { type: 'edit'; messageId: string; text: string }
		| { type: 'revoke'; messageId: string }
		/** Any message object: sent as it is, with id, from and timestamp added when missing. */
		| { type: 'raw'; message: JsonObject }
	);

export interface WebhookInput {
	/** Default: seed account. */
	businessAccountId?: string;
	/** For fields that obey overrides; default: seed number. */
	phoneNumberId?: string;
	/** Sent even when the app is in development mode (as the dashboard's test button does). */
	test?: boolean;
}

/** What `/_sandbox/events` streams: `event:` is the type, `data:` is this object as JSON. */
export type SandboxEvent =
	/** A message came to be (either direction). */
	| { type: 'message'; seq: number; message: MessageView }
	/** Something about a message changed: status, reaction, edit, revoke, pin, answer. `message` is its newest state. */
	| { type: 'status'; seq: number; message: MessageView; status?: StatusView }
	/** The business types to a customer, until then; 0: it has stopped. */
	| { type: 'typing'; seq: number; phoneNumberId: string; customer: string; until: number }
	/** The business marked an incoming message as read. */
	| { type: 'read'; seq: number; message: MessageView }
	| { type: 'delivery'; seq: number; delivery: DeliveryView }
	| { type: 'request'; seq: number; request: RequestView }
	| { type: 'customer'; seq: number; customer: CustomerView }
	/** A template was created, changed or reviewed. */
	| { type: 'template'; seq: number; template: Json }
	/** A subscription, number, account or group changed: read the state again. */
	| { type: 'state'; seq: number }
	/** Everything was reset: read all again. */
	| { type: 'reset'; seq: number };

export type SandboxEventType = SandboxEvent['type'];

export interface MessageQuery {
	phoneNumberId?: string;
	customer?: string;
	direction?: 'outgoing' | 'incoming';
	/** Newest this many, default 1000. Answered oldest first. */
	limit?: number;
}

export interface ListQuery {
	/** Only what came after this `seq`. */
	after?: number;
	limit?: number;
}

export interface TokenInput {
	token?: string;
	appId?: string;
	type?: 'USER' | 'SYSTEM_USER';
	scopes?: string[];
	/** WABA IDs that it reaches; default: all accounts of the app's business. */
	businessAccountIds?: string[];
	/** Milliseconds on the sandbox's clock; 0 (default): never. */
	expiresAt?: number;
}

/** A template that is there without having been submitted. */
export interface TemplateInput {
	name: string;
	/** Default: the seed's account. */
	businessAccountId?: string;
	language?: string;
	category?: string;
	status?: string;
	parameterFormat?: 'POSITIONAL' | 'NAMED';
	components: JsonObject[];
}

/** What Meta may do to a template by itself. */
export interface TemplateChange {
	/** APPROVED, REJECTED, PAUSED, DISABLED, … */
	status?: string;
	rejectedReason?: string;
	/** GREEN, YELLOW, RED, UNKNOWN. */
	quality?: string;
	category?: string;
}

export interface TemplateView {
	id: string;
	businessAccountId: string;
	name: string;
	language: string;
	category: string;
	status: string;
	rejectedReason: string;
	quality: string;
}

/** What may be true of a number; what is left out stays as it is. */
export interface NumberChange {
	registered?: boolean;
	quality?: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	/** CONNECTED, RESTRICTED, BANNED, … */
	status?: string;
	nameStatus?: string;
	codeVerification?: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
	pin?: string;
	throughput?: 'STANDARD' | 'HIGH';
	/** TIER_250, TIER_2K, … */
	messagingLimit?: string;
	accountMode?: 'LIVE' | 'SANDBOX';
	official?: boolean;
	username?: string;
}

/** What may be true of a WABA; what is left out stays as it is. */
export interface AccountChange {
	/** Whether the seed's app is subscribed to it. */
	subscribed?: boolean;
	/** APPROVED, PENDING, REJECTED. */
	reviewStatus?: string;
	/** verified, not_verified, … */
	verification?: string;
	paymentMethod?: boolean;
	/** Every message is refused with 368. */
	restricted?: boolean;
	/** Every message is refused with 131031. */
	locked?: boolean;
}
