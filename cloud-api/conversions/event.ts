import { createHash } from 'crypto';
import { InvalidInputError } from '../errors/cloudApiError';
import type { Json } from '../graph';
import { parseRecipient, type RecipientOptions } from '../messages/recipient';
import { shortened } from '../values/reading';
import { whyRejected } from './eventNames';

/** Meta attributes a conversion up to 7 days after the click on the ad (Meta: Conversions API for business messaging). */
export const ATTRIBUTION_DAYS = 7;
const DAY_MS = 86_400_000;

/** What a customer did after a click on an ad that opens WhatsApp. */
export interface ConversionEvent {
	/** E.g. `Purchase`; see `EVENT_NAMES`. */
	eventName: string;
	/** ID of the click, from the webhook's `referral.ctwa_clid`. */
	ctwaClid: string;
	/** WhatsApp Business Account that received the message. */
	accountId: string;
	/** When it happened; now without it. */
	eventTime?: Date;
	/** When the customer clicked; with it, a conversion that Meta would not attribute is rejected here. */
	clickTime?: Date;
	/** Meta counts events with the same ID and name once. */
	eventId?: string;
	/** Leaves as a SHA-256 hash. */
	email?: string;
	/** In any common format; leaves as a SHA-256 hash. */
	phone?: string;
	/** ISO 4217, e.g. `EUR`. Required with a value. */
	currency?: string;
	/** Amount in the currency, e.g. 129.9. Required for `Purchase`. */
	value?: number;
	contentIds?: string[];
	orderId?: string;
	/** More fields of `custom_data`, in Meta's names. */
	customData?: Json;
}

/**
 * The event as Meta's `data[]` takes it. E-mail address and phone number are normalized and hashed; the click
 * ID and the account ID are not.
 *
 * @param now milliseconds since 1970
 * @throws InvalidInputError when a required value is missing or Meta would reject or ignore the event
 */
export function eventBody(
	event: ConversionEvent,
	phoneOptions: RecipientOptions = {},
	now = Date.now(),
): Json {
	const name = event.eventName.trim();
	if (name === '') reject('eventName', 'The event name is empty', 'Choose an event.');
	const refused = whyRejected(name);
	if (refused) reject('eventName', refused.problem, refused.fix);
	const ctwaClid = event.ctwaClid.trim();
	if (ctwaClid === '') {
		reject(
			'ctwaClid',
			'The click ID is empty',
			'Use "referral.ctwaClid" from the trigger\'s output. Only the first message after a click on an ad has it; keep it with the customer, e.g. in your CRM. Ads in a status have none.',
		);
	}
	return {
		event_name: name,
		event_time: Math.floor(timeOf(event, now) / 1000),
		...(event.eventId?.trim() && { event_id: event.eventId.trim() }),
		action_source: 'business_messaging',
		messaging_channel: 'whatsapp',
		user_data: {
			whatsapp_business_account_id: event.accountId,
			ctwa_clid: ctwaClid,
			...(event.email?.trim() && { em: [hashedEmail(event.email)] }),
			...(event.phone?.trim() && { ph: [hashedPhone(event.phone, phoneOptions)] }),
		},
		...customData(event, name),
	};
}

function timeOf({ eventTime, clickTime }: ConversionEvent, now: number): number {
	// Clocks differ: what happened now did not happen before the click.
	const time = eventTime?.getTime() ?? Math.max(now, clickTime?.getTime() ?? now);
	if (eventTime && time > now + 60_000) {
		reject('eventTime', 'The event time is in the future', 'Enter when the event happened.');
	}
	if (time < now - ATTRIBUTION_DAYS * DAY_MS) {
		reject(
			'eventTime',
			'The event time is more than 7 days ago',
			'Meta accepts events of the last 7 days. Report a conversion soon after it happens.',
		);
	}
	if (clickTime && time > clickTime.getTime() + ATTRIBUTION_DAYS * DAY_MS) {
		reject(
			'clickTime',
			'The event happened more than 7 days after the click on the ad',
			'Meta attributes a conversion up to 7 days after the click. Filter such items out before this node.',
		);
	}
	if (clickTime && time < clickTime.getTime()) {
		reject(
			'eventTime',
			'The event happened before the click on the ad',
			'Check the event time and the click time.',
		);
	}
	return time;
}

function customData(event: ConversionEvent, name: string): { custom_data?: Json } {
	const { value, contentIds = [], orderId, customData: more } = event;
	const currency = event.currency?.trim().toUpperCase() ?? '';
	if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) {
		reject(
			'currency',
			`"${shortened(currency)}" is not a currency code`,
			'Enter the three letters of ISO 4217, e.g. EUR.',
		);
	}
	if (value !== undefined && value < 0) {
		reject('value', 'The value is negative', 'Enter 0 or more.');
	}
	if (name === 'Purchase' && value === undefined) {
		reject('value', 'The value is empty, but a purchase requires one', 'Enter the amount paid.');
	}
	if (value !== undefined && currency === '') {
		reject('currency', 'The currency is empty', 'Enter the currency of the value, e.g. EUR.');
	}
	const data: Json = {
		...more,
		...(currency !== '' && { currency }),
		...(value !== undefined && { value }),
		...(contentIds.length > 0 && { content_ids: contentIds }),
		...(orderId?.trim() && { order_id: orderId.trim() }),
	};
	return Object.keys(data).length > 0 ? { custom_data: data } : {};
}

/** Lower case without spaces at the ends, as Meta hashes it. */
function hashedEmail(email: string): string {
	const address = email.trim().toLowerCase();
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return hashed(address);
	return reject(
		'email',
		`"${shortened(address)}" is not an email address`,
		'Enter one address, e.g. name@example.com, or leave it empty.',
	);
}

/** Digits with country code, without "+", as Meta hashes them. */
function hashedPhone(phone: string, options: RecipientOptions): string {
	const { kind, value } = parseRecipient(phone, { ...options, field: 'phone' });
	if (kind === 'phone') return hashed(value.slice(1));
	return reject('phone', `"${shortened(phone)}" is not a phone number`, 'Enter a phone number.');
}

function hashed(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function reject(field: string, problem: string, fix: string): never {
	throw new InvalidInputError(field, problem, fix);
}
