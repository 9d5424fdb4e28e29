import { alternateNumber } from '../alternateNumber';
import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { eventErrors } from '../eventError';
import { putMessage } from '../messages/message';
import { number, putAll, record, records, text, type Json } from '../read';
import { echoEvent, putSentMessage } from './echoes';
import { errorEvents, messageEvent } from './messages';

/**
 * `history`: messages from before the phone number came to the Cloud API, in chunks of three phases. A
 * chunk without messages is still an event, for its progress; a declined history is an `error`. The
 * files of media messages follow in separate changes, as `messages` or `message_echoes`, under the
 * IDs of their placeholders.
 */
export function historyEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	return [
		...records(value.history).flatMap((chunk) => chunkEvents(change, chunk)),
		...records(value.messages).map((message) =>
			isSent(change, message, {})
				? sentMedia(change, message)
				: messageEvent(change, message, 'history', status(message)),
		),
		...records(value.message_echoes).map((echo) =>
			echoEvent(change, echo, 'history', status(echo)),
		),
		...errorEvents(change),
	];
}

function chunkEvents(change: ChangeReader, chunk: Json): WhatsAppEvent[] {
	const { threads, errors } = chunk;
	const rest = withoutFilled(chunk, ['threads', 'errors']);
	const metadata = record(chunk.metadata);
	const progress = {
		historyPhase: number(metadata.phase),
		historyChunk: number(metadata.chunk_order),
		historyProgress: number(metadata.progress),
	};
	const events: WhatsAppEvent[] = [];
	const left: unknown[] = [];
	for (const thread of Array.isArray(threads) ? (threads as unknown[]) : [threads]) {
		const found = threadEvents(change, record(thread), rest, progress);
		for (const event of found) events.push(event);
		if (found.length === 0 && thread !== undefined) left.push(thread);
	}
	for (const [index, error] of eventErrors(errors).entries()) {
		const raw = { ...rest, errors: [records(errors)[index]] };
		events.push(
			change.event('error', { text: error.title, error, ...progress }, { history: [raw] }),
		);
	}
	if (events.length > 0 && left.length === 0) return events;
	const raw = left.length > 0 ? { ...rest, threads: left } : chunk;
	return [
		...events,
		change.event('history', { text: 'History progress', ...progress }, { history: [raw] }),
	];
}

function threadEvents(
	change: ChangeReader,
	thread: Json,
	chunk: Json,
	progress: Json,
): WhatsAppEvent[] {
	const { messages } = thread;
	const rest = withoutFilled(thread, ['messages']);
	const customer = threadCustomer(change, thread);
	const { waId, userId, contact, known } = customer;
	return records(messages).map((message) => {
		const event: Json = { event: 'history' };
		if (isSent(change, message, customer)) {
			const { to = waId, to_user_id: toUserId = userId } = message;
			putSentMessage(event, { ...message, to, to_user_id: toUserId }, contact);
		} else {
			putMessage(event, message, contact);
		}
		putAll(event, { threadId: text(thread.id), ...status(message), ...progress });
		const raw = change.raw();
		if (known) raw.contacts = [known];
		raw.history = [{ ...chunk, threads: [{ ...rest, messages: [message] }] }];
		return change.finish(event, raw);
	});
}

interface Customer {
	waId?: string;
	userId?: string;
	/** All that is known of the customer, as one of Meta's contacts. */
	contact?: Json;
	/** Meta's contact in the change. */
	known?: Json;
}

/** The customer whose conversation a thread is: its ID is their phone number, or user ID without one. */
function threadCustomer(change: ChangeReader, thread: Json): Customer {
	const context = record(thread.context);
	const id = text(thread.id);
	const isNumber = id !== undefined && /^\+?\d+$/.test(id);
	const waId = text(context.wa_id) ?? (isNumber ? id : undefined);
	const userId = text(context.user_id) ?? (isNumber ? undefined : id);
	const known = change.contacts(waId, userId);
	const contact = {
		wa_id: waId,
		user_id: userId,
		parent_user_id: context.parent_user_id,
		...known,
		profile: {
			name: context.name,
			username: context.username,
			...record(context.profile),
			...record(known?.profile),
		},
	};
	return { waId, userId, contact, known };
}

/** Whether the business sent a message of the history. */
function isSent(change: ChangeReader, message: Json, { waId, userId }: Customer): boolean {
	if (record(message.history_context).from_me === true) return true;
	if (message.to !== undefined || message.to_user_id !== undefined) return true;
	const from = text(message.from);
	const fromUserId = text(message.from_user_id);
	if (fromUserId !== undefined && userId !== undefined) return fromUserId !== userId;
	if (from === undefined) return false;
	const business = change.displayPhoneNumber?.replace(/\D/g, '');
	if (business) return isSameNumber(from, business);
	return waId !== undefined && !isSameNumber(from, waId);
}

function isSameNumber(a: string, b: string): boolean {
	return a === b || alternateNumber(a) === b;
}

/** A file that the business sent, listed among the messages. */
function sentMedia(change: ChangeReader, message: Json): WhatsAppEvent {
	const contact = change.contacts(text(message.to), text(message.to_user_id));
	const event: Json = { event: 'history' };
	putSentMessage(event, message, contact);
	putAll(event, status(message));
	const raw = change.raw();
	if (contact) raw.contacts = [contact];
	raw.messages = [message];
	return change.finish(event, raw);
}

/** What the events of a chunk or thread share: all of it but the lists that are taken apart. */
function withoutFilled(holder: Json, lists: readonly string[]): Json {
	const rest: Json = {};
	for (const key in holder)
		if (!lists.includes(key) || records(holder[key]).length === 0) rest[key] = holder[key];
	return rest;
}

function status(message: Json): Json {
	return { historyStatus: text(record(message.history_context).status) };
}
