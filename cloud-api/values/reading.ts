/** What a reader makes of a value from outside: the typed value, or what is wrong with it and how to fix it. */
export type Reading<T> =
	| { ok: true; value: T }
	| {
			ok: false;
			/** A sentence without a period, e.g. `A list was given where text is expected`. */
			problem: string;
			/** Sentences that say how to correct the value. */
			fix: string;
	  };

/** The reading of a valid value. */
export function valid<T>(value: T): Reading<T> {
	return { ok: true, value };
}

/** The reading of an invalid value. */
export function invalid(problem: string, fix: string): Reading<never> {
	return { ok: false, problem, fix };
}

/** Whether nothing was entered: `undefined`, `null` or an empty text. */
export function isUnset(value: unknown): value is undefined | null | '' {
	return value === undefined || value === null || value === '';
}

/** Whether a value is a date of JavaScript or of Luxon, which n8n's `$now` and `DateTime` are. */
export function isDate(value: unknown): value is Date | LuxonDate {
	return value instanceof Date || isLuxonDate(value);
}

/** The part of Luxon's DateTime that is read here; n8n brings the class, this package does not ship it. */
export interface LuxonDate {
	isLuxonDateTime: true;
	toMillis(): number;
}

/** Whether a value is a Luxon DateTime. */
export function isLuxonDate(value: unknown): value is LuxonDate {
	return (
		typeof value === 'object' &&
		value !== null &&
		(value as Partial<LuxonDate>).isLuxonDateTime === true &&
		typeof (value as Partial<LuxonDate>).toMillis === 'function'
	);
}

/** A value's type in words, e.g. `an object`. */
export function typeInWords(value: unknown): string {
	if (isDate(value)) return 'a date';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'function') return 'a function';
	if (typeof value === 'object' && value !== null) return 'an object';
	if (typeof value === 'number' && !Number.isFinite(value)) return 'a calculation without a result';
	if (typeof value === 'boolean') return `the boolean ${String(value)}`;
	if (isUnset(value)) return 'nothing';
	if (typeof value === 'symbol') return 'a symbol';
	return `"${shortened(String(value))}"`;
}

/** The first 60 characters of a text. */
export function shortened(text: string): string {
	const start = [...text.slice(0, 200)];
	return start.length > 60 ? `${start.slice(0, 60).join('')}…` : text;
}

/** `a list` → `A list` */
export function capitalized(words: string): string {
	return `${words[0].toUpperCase()}${words.slice(1)}`;
}

/** Whether a value is an object with named fields: no list, no date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value);
}
