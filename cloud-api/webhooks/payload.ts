import { parseJson } from './json';
import { isRecord, records, text, type Json } from './read';

/** One change in a delivery: the webhook field and its value, with the account it belongs to. */
export interface WebhookChange {
	/** The WhatsApp Business Account, Meta's `entry.id`. */
	businessAccountId?: string;
	/** When Meta made the delivery, Unix seconds; only needed for fields whose values have no time. */
	time?: unknown;
	/** Meta's webhook field, e.g. `messages`. */
	field: string;
	value: unknown;
}

export type Payload = { changes: WebhookChange[] } | { rejected: string };

/**
 * Reads the changes from the body of a delivery. Never throws; entries that are no objects are skipped,
 * and unknown fields pass through.
 *
 * This and the readers of events are plain structural guards and not zod schemas: a schema that passes
 * every unknown field and type through proves nothing, and copying each object through it costs several
 * times as much as the signature and the parsing together, on the one path that Meta times.
 */
export function readPayload(body: string): Payload {
	const payload = parseJson(body);
	if (payload === undefined) return { rejected: 'The body is not JSON, or nested too deeply' };
	if (!isRecord(payload)) return { rejected: 'The body is not a JSON object' };
	if (payload.object !== 'whatsapp_business_account')
		return { rejected: 'The body is not a delivery of a WhatsApp Business Account' };
	return { changes: records(payload.entry).flatMap(changesOf) };
}

function changesOf(entry: Json): WebhookChange[] {
	const businessAccountId = text(entry.id);
	return records(entry.changes).map((change) => ({
		businessAccountId,
		...(entry.time !== undefined && { time: entry.time }),
		field: text(change.field) ?? 'unknown',
		value: change.value,
	}));
}
