import { z } from 'zod/v3';
import { readNumber } from '../values/number';

/**
 * The building blocks of the message schemas. Each reports in whole sentences (see `check.ts`); `label` is
 * the field's name in the form, with `#` for each position in a list: `Title of button #`.
 */

/** Characters as WhatsApp counts them: Unicode code points, so most emoji count as one. */
export function characters(text: string): number {
	let count = 0;
	for (const character of text) count += character === '' ? 0 : 1;
	return count;
}

/** Adds an issue; `message` is the sentence that the user reads. */
export function reject(
	context: z.RefinementCtx,
	message: string,
	fix: string,
	path: Array<string | number> = [],
): void {
	context.addIssue({ code: 'custom', message, params: { fix }, path, fatal: true });
}

const text = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z.unknown(),
);

/** Text that is required and contains more than spaces. */
export function requiredText(label: string, max = Infinity) {
	return text.transform((value, context): string => {
		if (value === undefined || value === null || value === '') {
			reject(
				context,
				`${label} is empty`,
				max === Infinity ? 'Enter text.' : `Enter text of up to ${amount(max)} characters.`,
			);
			return z.NEVER;
		}
		return withinLimits(value, label, max, context) ? value : z.NEVER;
	});
}

/** Optional text; empty text counts as not set. */
export function optionalText(label: string, max = Infinity) {
	return text.transform((value, context): string | undefined => {
		if (value === undefined || value === null || value === '') return undefined;
		return withinLimits(value, label, max, context) ? value : z.NEVER;
	});
}

/** Text that WhatsApp takes only without a space at either end: titles and IDs of buttons and rows. */
export function exactText(label: string, max: number) {
	return requiredText(label, max).superRefine((value, context) => {
		if (value === value.trim()) return;
		reject(
			context,
			`${label} "${value}" starts or ends with a space`,
			'Remove the space. WhatsApp rejects it, and a comparison with the returned text would not match.',
		);
	});
}

/** An ID that Meta assigned (a wamid, a media ID, a flow ID); surrounding spaces are removed. */
export function metaId(label: string, max = 512) {
	return text.transform((value, context): string => {
		const id = typeof value === 'string' ? value.trim() : value;
		if (typeof id !== 'string' || id === '') {
			reject(
				context,
				`${label} is empty`,
				'Use the value from an earlier node, such as the trigger.',
			);
			return z.NEVER;
		}
		if (/\s/.test(id)) {
			reject(context, `${label} "${start(id)}" contains a space`, 'Enter the ID only.');
			return z.NEVER;
		}
		return withinLimits(id, label, max, context) ? id : z.NEVER;
	});
}

/** Like {@link metaId}, but optional; empty text counts as not set. */
export function optionalMetaId(label: string, max = 512) {
	return z.preprocess((value) => (value === '' ? undefined : value), metaId(label, max).optional());
}

/** A web address that a phone can open. */
export function webAddress(label: string) {
	return text.transform((value, context): string => {
		const address = typeof value === 'string' ? value.trim() : '';
		const fault = typeof value === 'object' ? NOT_AN_ADDRESS : addressFault(address);
		if (!fault) return address;
		reject(
			context,
			address === '' && typeof value !== 'object'
				? `${label} is empty`
				: `${label} "${start(address)}" ${fault.problem}`,
			fault.fix,
		);
		return z.NEVER;
	});
}

const NOT_AN_ADDRESS = {
	problem: 'is not a web address',
	fix: 'Enter a complete address that begins with https:// or http://.',
};

/** What is wrong with a web address; `undefined` when a phone can open it. */
function addressFault(address: string): typeof NOT_AN_ADDRESS | undefined {
	if (/^https?:\/\/\S*\s/i.test(address))
		return { problem: 'contains a space', fix: 'Write %20 instead of each space.' };
	if (/[{}]|\[\[|\]\]/.test(address))
		return {
			problem: 'contains a variable or braces, which messages do not replace',
			fix: 'Enter the complete address, or insert the value with an expression.',
		};
	if (/["<>\\^`|]/.test(address))
		return {
			problem: 'contains a character that web addresses do not allow',
			fix: 'Encode it, e.g. with {{ encodeURIComponent($json.name) }}.',
		};
	return /^https?:\/\/[^\s/]+\S*$/i.test(address) && parses(address) ? undefined : NOT_AN_ADDRESS;
}

/** Between `min` and `max` entries. `names` are the word for one and for several, e.g. `['button', 'buttons']`. */
export function list<T extends z.ZodTypeAny>(
	item: T,
	label: string,
	names: readonly [string, string],
	{ min, max }: { min: number; max: number },
) {
	return z
		.array(item)
		.optional()
		.transform((items) => items ?? [])
		.superRefine((items, context) => {
			const count = (n: number) => `${n} ${names[n === 1 ? 0 : 1]}`;
			if (items.length < min) {
				reject(
					context,
					items.length === 0
						? `${label}: there is no ${names[0]}`
						: `${label}: there ${items.length === 1 ? 'is' : 'are'} ${count(items.length)}, but WhatsApp requires at least ${min}`,
					`Add ${count(min - items.length)}.`,
				);
			}
			if (items.length > max) {
				reject(
					context,
					`${label}: there are ${count(items.length)}, but WhatsApp allows at most ${max}`,
					`Remove ${count(items.length - max)}.`,
				);
			}
		});
}

/** A number, also when written as text, within the given bounds. */
export function numberBetween(label: string, min: number, max: number, { whole = false } = {}) {
	return z.unknown().transform((value, context): number => {
		const reading = readNumber(value);
		const number = reading.ok ? reading.value : undefined;
		const fits =
			number !== undefined &&
			number >= min &&
			number <= max &&
			(!whole || Number.isInteger(number));
		if (fits) return number;
		const kind = whole ? 'whole number' : 'number';
		reject(
			context,
			value === undefined || value === null || value === ''
				? `${label} is empty`
				: `${label} is ${JSON.stringify(value)}, but WhatsApp allows a ${kind} from ${amount(min)} to ${amount(max)}`,
			`Enter a ${kind} from ${amount(min)} to ${amount(max)}.`,
		);
		return z.NEVER;
	});
}

/** Reports a value that appears twice in a list. */
export function unique(
	values: readonly string[],
	context: z.RefinementCtx,
	say: (value: string, first: number, second: number) => string,
	fix: string,
	path: (index: number) => Array<string | number>,
): void {
	const seen = new Map<string, number>();
	for (const [index, value] of values.entries()) {
		const first = seen.get(value);
		if (first === undefined) {
			seen.set(value, index);
			continue;
		}
		reject(context, say(value, first + 1, index + 1), fix, path(index));
	}
}

/** Reports a section without a title when there are several. */
export function titledSections(
	sections: ReadonlyArray<{ title?: string }>,
	context: z.RefinementCtx,
): void {
	const untitled = sections.findIndex(({ title }) => title === undefined);
	if (sections.length < 2 || untitled < 0) return;
	reject(
		context,
		'Section # has no title, which is required when there is more than one section',
		'Give every section a title.',
		['sections', untitled, 'title'],
	);
}

/** 4096 → `4,096` */
export function amount(number: number): string {
	return number.toLocaleString('en-US');
}

function withinLimits(
	value: unknown,
	label: string,
	max: number,
	context: z.RefinementCtx,
): value is string {
	if (typeof value !== 'string') {
		reject(context, `${label} is not text`, 'Enter text, or an expression that returns text.');
		return false;
	}
	if (value.trim() === '') {
		reject(context, `${label} contains only spaces`, 'Enter text, not only spaces.');
		return false;
	}
	const length = characters(value);
	if (length <= max) return true;
	reject(
		context,
		`${label} has ${amount(length)} characters, but WhatsApp allows at most ${amount(max)}`,
		`Shorten it by ${amount(length - max)}.`,
	);
	return false;
}

function parses(address: string): boolean {
	try {
		return new URL(address).hostname !== '';
	} catch {
		return false;
	}
}

function start(text: string): string {
	return characters(text) > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
}
