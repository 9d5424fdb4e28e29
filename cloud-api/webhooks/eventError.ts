import { explain } from '../errors/explain';
import type { EventError } from './event';
import { compact, number, record, records, text, type Json } from './read';

/** Meta's errors in an event (`errors[]` of messages, statuses and values), each explained by the error table. */
export function eventErrors(errors: unknown): EventError[] {
	return records(errors).map(eventError);
}

/** For a spread into an event: `error` is the first, `errors` all of them when there are several. */
export function errorFields(errors: unknown): { error?: EventError; errors?: EventError[] } {
	if (!Array.isArray(errors)) return {};
	const all = eventErrors(errors);
	if (all.length === 0) return {};
	return all.length === 1 ? { error: all[0] } : { error: all[0], errors: all };
}

function eventError(error: Json): EventError {
	const code = number(error.code);
	const details = text(record(error.error_data).details) ?? text(error.error_data);
	const message = text(error.message) ?? text(error.title) ?? 'Meta gave no message';
	const explanation = explain({ code, subcode: number(error.error_subcode), message, details });
	return compact({
		code,
		title: explanation.title,
		fix: explanation.fix,
		actor: explanation.actor,
		retry: explanation.retry,
		waitSeconds: explanation.waitSeconds,
		metaMessage: message,
		metaDetails: details,
		href: text(error.href),
	});
}
