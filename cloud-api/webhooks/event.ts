import type { Explanation } from '../errors/types';
import type { Json } from './read';

/**
 * One thing that happened, flat. Fields without a value are absent; times are ISO 8601 in UTC; IDs are text.
 *
 * What Meta lists several of in one change becomes one event each, named after the thing: `message`,
 * `status`, `error`, `user_action`, `message_echo`, `standby`, `history`, `contact_sync`, `call`,
 * `call_status`, `user_preference`, `automatic_event`, `tracking_event`. All else is named by Meta's
 * webhook field, e.g. `message_template_status_update`, also those that Meta adds later.
 */
export interface WhatsAppEvent extends Json {
	event: string;
	/** Meta's webhook field that it came in. */
	field: string;
	/** The readable content: the text of a message of any type, or one sentence about the event. */
	text: string;
	/** Kind of message in Meta's word (`text`, `image`, `interactive`, …), for messages only. */
	type?: string;
	/** The customer's phone number in digits; absent when WhatsApp shares only the user ID. */
	from?: string;
	/** Business-scoped user ID, e.g. `US.13491208655302741918`. */
	userId?: string;
	parentUserId?: string;
	/** WhatsApp username without "@". */
	username?: string;
	/** The name in the customer's profile. */
	contactName?: string;
	/** Stable key of the customer, whoever wrote: the user ID, or the phone number where there is none. */
	customerId?: string;
	/** What to put into Recipient to answer: the group, the phone number, or the user ID. */
	answerTo?: string;
	/** The message (`wamid.…`) that arrived or whose state changed. */
	messageId?: string;
	timestamp?: string;
	phoneNumberId?: string;
	displayPhoneNumber?: string;
	businessAccountId?: string;
	/** The end of the customer service window: 24 hours after a customer's message or call. */
	windowExpiresAt?: string;
	/** Set on the samples of the App dashboard's Test button. */
	isTestEvent?: true;
	/**
	 * Meta's JSON of the change, narrowed to this event: `raw.messages[0]`, `raw.contacts[0]`,
	 * `raw.metadata`, … Numbers stay numbers, except for IDs that a JavaScript number cannot hold.
	 */
	raw: Json;
}

/** One of Meta's errors inside an event, with its explanation. */
export interface EventError extends Json {
	code?: number;
	/** Meta's own words. */
	metaMessage?: string;
	metaDetails?: string;
	/** What happened, in plain words. */
	title: string;
	/** How to get unstuck. */
	fix: string;
	actor: Explanation['actor'];
	/** `throttled`, `transient`, `later`, `never` or `stop`. */
	retry: Explanation['retry'];
	waitSeconds?: number;
}
