/**
 * Readers for JSON that Meta may change at any time: each gives the value in the wanted type or
 * `undefined`, and none throws.
 */

export type Json = Record<string, unknown>;

const NOTHING: Json = Object.freeze({});

export function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one, so that its fields can be asked for at once. */
export function record(value: unknown): Json {
	return isRecord(value) ? value : NOTHING;
}

/** The objects in a list; whatever else is in it is left out. */
export function records(value: unknown): Json[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Text, or a number as text (IDs come as both); empty text is nothing. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

/** A number, or text that is one. */
export function number(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const parsed = Number(value);
	return Number.isFinite(parsed) ? parsed : undefined;
}

export function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** `true`, or nothing at all: for marks that are only worth a field when they are set. */
export function mark(value: unknown): true | undefined {
	return value === true ? true : undefined;
}

const SECONDS_LIMIT = 1e11;
const LATEST = 8.64e15;

/** Meta's Unix time (seconds as text or number, in places milliseconds) as milliseconds. */
export function milliseconds(value: unknown): number | undefined {
	const given = number(value);
	if (given === undefined || given <= 0) return undefined;
	const time = given < SECONDS_LIMIT ? given * 1000 : given;
	return time <= LATEST ? time : undefined;
}

/** Meta's Unix time in ISO 8601, UTC. */
export function isoTime(value: unknown): string | undefined {
	const time = milliseconds(value);
	return time === undefined ? undefined : new Date(time).toISOString();
}

/** The same object without the fields that have no value. */
export function compact<T extends Json>(object: T): T {
	const kept: Json = {};
	for (const key in object) if (object[key] !== undefined) kept[key] = object[key];
	return kept as T;
}

/** `message_template_id` → `messageTemplateId`. */
export function camelCase(name: string): string {
	return name.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
