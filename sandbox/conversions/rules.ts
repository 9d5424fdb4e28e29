import { invalidParameter } from '../graph/errors';
import type { World } from '../world/world';
import { checkCustomData, checkUserData, isObject, rejected } from './eventData';
import type { Dataset } from './store';

const WEEK = 7 * 86_400;
/** Clocks differ: an event may lie this many seconds in the future. */
const CLOCK_SKEW = 60;
/** Events per request. */
const MAX_EVENTS = 1000;
/** The event names that Meta accepts for `business_messaging`; custom names are rejected too. */
const EVENT_NAMES = ['LeadSubmitted', 'Purchase', 'AddToCart', 'InitiateCheckout', 'ViewContent'];

/** An event that passed the rules. */
export interface ConversionEvent {
	event_name: string;
	event_time: number;
	event_id?: string;
	user_data: Record<string, unknown>;
	custom_data?: Record<string, unknown>;
}

/**
 * Checks `data` of `POST /{dataset}/events`. One invalid event rejects the whole request
 * (Meta's page "Using the API" of the Conversions API).
 */
export function checkEvents(world: World, dataset: Dataset, data: unknown): ConversionEvent[] {
	const events = typeof data === 'string' ? parsed(data) : data;
	if (events === undefined) throw invalidParameter('The parameter data is required.');
	if (!Array.isArray(events) || events.length === 0) {
		throw invalidParameter('Param data must be a non-empty array.');
	}
	if (events.length > MAX_EVENTS) {
		throw invalidParameter(`Param data must have at most ${MAX_EVENTS} events.`);
	}
	return events.map((event) => checkEvent(world, dataset, event));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw invalidParameter('Param data must be an array.');
	}
}

function checkEvent(world: World, dataset: Dataset, event: unknown): ConversionEvent {
	if (!isObject(event)) throw invalidParameter('Param data must be an array of events.');
	if (event.action_source !== 'business_messaging') {
		throw rejected(
			'Invalid Action Source',
			'The action_source of a messaging event must be business_messaging.',
		);
	}
	if (event.messaging_channel !== 'whatsapp') {
		throw rejected('Invalid Messaging Channel', 'The messaging_channel must be whatsapp.');
	}
	checkName(event.event_name);
	checkTime(world, event.event_time);
	if (event.event_id !== undefined && (typeof event.event_id !== 'string' || !event.event_id)) {
		throw rejected('Invalid Event ID', 'The event_id must be a non-empty string.');
	}
	const userData = checkUserData(world, dataset, event.user_data, event.event_time as number);
	const customData = checkCustomData(event.event_name as string, event.custom_data);
	return {
		event_name: event.event_name as string,
		event_time: event.event_time as number,
		...(typeof event.event_id === 'string' && { event_id: event.event_id }),
		user_data: userData,
		...(customData && { custom_data: customData }),
	};
}

function checkName(name: unknown): void {
	if (name === undefined || name === '') {
		throw rejected('Missing Event Name', 'The event_name is required.');
	}
	if (EVENT_NAMES.includes(String(name))) return;
	throw rejected(
		'Messaging Event Invalid Event Type',
		`The event_name ${String(name)} is not supported for messaging events. Supported: ${EVENT_NAMES.join(', ')}.`,
		2804066,
	);
}

function checkTime(world: World, time: unknown): void {
	if (typeof time !== 'number' || !Number.isInteger(time)) {
		throw rejected('Invalid Event Timestamp', 'The event_time must be a Unix time in seconds.');
	}
	const now = world.clock.seconds();
	if (time > now + CLOCK_SKEW) {
		throw rejected('Invalid Event Timestamp', 'The event_time must not lie in the future.');
	}
	if (time >= now - WEEK) return;
	throw rejected(
		'Event Timestamp Too Old',
		'The timestamp for this event is too far in the past. Events need to be sent from your server within 7 days of when they occurred.',
		2804003,
	);
}
