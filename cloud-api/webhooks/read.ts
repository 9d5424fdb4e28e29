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
	const input = number(value);
	if (input === undefined || input <= 0) return undefined;
	const time = input < SECONDS_LIMIT ? input * 1000 : input;
	return time <= LATEST ? time : undefined;
}

/** Meta's Unix time in ISO 8601, UTC. */
export function isoTime(value: unknown): string | undefined {
	const time = milliseconds(value);
	return time === undefined ? undefined : isoText(time);
}

const DAY = 86_400_000;
const dates = new Map<number, string>();

/** `Date.toISOString` for the times of a delivery, which share their days: several times as fast. */
function isoText(time: number): string {
	const day = Math.floor(time / DAY);
	const left = Math.floor(time - day * DAY);
	const minutes = Math.floor(left / 60_000);
	const rest = left - minutes * 60_000;
	const seconds = Math.floor(rest / 1000);
	const fraction = String(rest - seconds * 1000).padStart(3, '0');
	return `${dateText(day)}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}.${fraction}Z`;
}

/** `2025-06-08T` */
function dateText(day: number): string {
	const known = dates.get(day);
	if (known !== undefined) return known;
	const whole = new Date(day * DAY).toISOString();
	const date = whole.slice(0, whole.indexOf('T') + 1);
	if (dates.size > 100) dates.clear();
	dates.set(day, date);
	return date;
}

function two(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}

/** Sets a field, unless there is no value. */
export function put(target: Json, name: string, value: unknown): void {
	if (value !== undefined) target[name] = value;
}

/**
 * Copies the fields that have a value. Stands where one would write `{ ...a, ...b }`, which is many
 * times slower, and the path of a delivery is measured.
 */
export function putAll(target: Json, fields: Json): void {
	for (const name in fields) {
		const value = fields[name];
		if (value !== undefined) target[name] = value;
	}
}

/** The same object without the fields that have no value. */
export function compact<T extends Json>(object: T): T {
	const kept: Json = {};
	putAll(kept, object);
	return kept as T;
}

/** `message_template_id` → `messageTemplateId`. */
export function camelCase(name: string): string {
	return name.replace(/(?<!_)_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
