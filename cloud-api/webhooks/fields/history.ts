import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { eventErrors } from '../eventError';
import { putMessage } from '../messages/message';
import { number, putAll, record, records, text, type Json } from '../read';

/**
 * `history`: messages from before the number came to the Cloud API, in chunks of three phases. A chunk
 * without messages is still an event, for its progress; a declined history is an `error`.
 */
export function historyEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.history).flatMap((chunk) => {
		const metadata = record(chunk.metadata);
		const progress = {
			historyPhase: number(metadata.phase),
			historyChunk: number(metadata.chunk_order),
			historyProgress: number(metadata.progress),
		};
		const events = [...threadEvents(change, chunk, progress), ...declined(change, chunk)];
		if (events.length > 0) return events;
		return [
			change.event('history', { text: 'History progress', ...progress }, { history: [chunk] }),
		];
	});
}

function threadEvents(change: ChangeReader, chunk: Json, progress: Json): WhatsAppEvent[] {
	return records(chunk.threads).flatMap((thread) =>
		records(thread.messages).map((message) =>
			historyMessage(change, message, {
				to: text(message.to),
				answerTo: text(thread.id),
				/** The customer whose conversation it is. */
				threadId: text(thread.id),
				historyStatus: text(record(message.history_context).status),
				...progress,
			}),
		),
	);
}

function historyMessage(change: ChangeReader, message: Json, more: Json): WhatsAppEvent {
	const event: Json = { event: 'history' };
	putMessage(event, message, change.contacts);
	putAll(event, more);
	return change.finish(event, { ...change.raw(), messages: [message] });
}

function declined(change: ChangeReader, chunk: Json): WhatsAppEvent[] {
	return eventErrors(chunk.errors).map((error) =>
		change.event('error', { text: error.title, error }, { history: [chunk] }),
	);
}
