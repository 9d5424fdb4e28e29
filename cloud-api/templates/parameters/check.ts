import { LOCATION_LIMITS } from '../../messages/location';
import { characters } from '../../messages/schema';
import { VOICE_CALL_LIMITS } from '../../messages/voiceCall';
import { readDate } from '../../values/date';
import { readNumber } from '../../values/number';
import { shortened } from '../../values/reading';
import { readText } from '../../values/text';
import { LIMITS } from '../definition/limits';
import { Problems } from '../definition/problems';
import type { Template } from '../template';
import { checkFilled } from './checkFilled';
import type { ParameterField } from './fields';
import { checkLocalized, isLocalized } from './localized';
import { ORDER_STATUSES } from '../../messages/orderStatus';
import { isBlank } from './read';
import { isMediaId, type ParameterValues } from './values';

export interface CheckOptions {
	/** The template's parameters. With them, missing and surplus values are reported. */
	fields?: readonly ParameterField[];
	/** The template. With it, the texts are checked with their values. */
	template?: Pick<Template, 'components'>;
	/** Milliseconds since 1970, to report expired offers. */
	now: number;
}

/** Whether a parameter is part of the text of a message. */
export function isShown(id: string): boolean {
	return /(^|\.)(header\.text|body)\.\w+$/.test(id);
}

/** Parameters whose value is not text. */
const STRUCTURED = /(^|\.)button\.\d+\.(flow\.data|mpm\.sections|order|payment_link_preview)$/;

/** Checks the values of a template message and returns all problems (Meta: template messages). */
export function checkValues(
	values: ParameterValues,
	{ fields, template, now }: CheckOptions,
): Problems {
	const problems = new Problems();
	const labels = new Map(fields?.map(({ id, label }) => [id, shortLabel(label)]));
	const name = (id: string): string => labels.get(id) ?? id;
	if (fields) checkPresence(values, fields, problems);
	for (const [id, value] of Object.entries(values))
		if (!isBlank(value)) checkValue(id, value, name(id), now, problems);
	checkProducts(values, problems);
	if (template) checkFilled(values, template, problems);
	return problems;
}

/** Reports missing and surplus values. */
function checkPresence(
	values: ParameterValues,
	fields: readonly ParameterField[],
	problems: Problems,
): void {
	for (const { id, label, required } of fields)
		problems.when(
			required && isBlank(values[id]),
			id,
			`${shortLabel(label)} is empty`,
			id in values
				? `The value of "${id}" is empty, which Meta rejects. Check the expression, or add a default, such as {{ $json.name || "customer" }}.`
				: `Enter a value for "${id}".`,
		);
	const known = new Set(fields.map(({ id }) => id));
	const surplus = Object.keys(values).filter(
		(id) =>
			!known.has(id) &&
			!id.startsWith('tap_target.') &&
			!id.endsWith('.payment_link_preview') &&
			!isBlank(values[id]),
	);
	problems.when(
		surplus.length > 0,
		surplus[0] ?? '',
		`The template has no parameter ${surplus.join(', ')}`,
		`Its parameters are ${fields.length > 0 ? fields.map(({ id }) => id).join(', ') : 'none'}. If the template was edited, refresh the fields.`,
	);
}

/** A label without the sample value. */
function shortLabel(label: string): string {
	return label.split(' – ')[0];
}

/** A product needs its catalog, and the cards of a carousel must have no gap. */
function checkProducts(values: ParameterValues, problems: Problems): void {
	const input = Object.keys(values).filter((id) => !isBlank(values[id]));
	for (const id of input.filter((each) => each.endsWith('header.product.id'))) {
		const catalog = id.replace(/id$/, 'catalog');
		problems.when(
			isBlank(values[catalog]),
			catalog,
			`The catalog of the product "${String(values[id])}" is missing`,
			`Enter the catalog ID as "${catalog}".`,
		);
	}
	const cards = new Set(input.map((id) => Number(/^card\.(\d+)\./.exec(id)?.[1] ?? -1)));
	cards.delete(-1);
	const missing = [...cards].find((index) => index > 0 && !cards.has(index - 1));
	problems.when(
		missing !== undefined,
		`card.${missing}`,
		`Card ${(missing ?? 0) + 1} has values, but card ${missing} before it has none`,
		'Fill in the cards in order, without a gap.',
	);
}

function checkValue(
	id: string,
	value: unknown,
	label: string,
	now: number,
	problems: Problems,
): void {
	if (isLocalized(value)) return checkLocalized(id, value, label, problems);
	if (id === 'offer.expiration') return checkExpiration(id, value, label, now, problems);
	if (STRUCTURED.test(id)) return checkStructured(id, value, label, problems);
	const reading = readText(value);
	if (!reading.ok) return problems.add(id, `${label}: ${reading.problem}`, reading.fix);
	const text = reading.value;
	if (isShown(id)) return checkShown(id, text, label, problems);
	if (isMediaId(id)) return checkMedia(id, text, label, problems);
	if (id === 'code')
		problems.when(
			characters(text) > LIMITS.oneTimePassword ||
				/https?:|\p{Extended_Pictographic}/u.test(text.replace(/[0-9]/g, '')),
			id,
			`${label} is longer than ${LIMITS.oneTimePassword} characters or holds a link or emoji`,
			'Send only the code, for example 123456.',
		);
	if (id.endsWith('.coupon'))
		problems.when(
			characters(text) > LIMITS.couponCode,
			id,
			`${label} has ${characters(text)} characters; the limit is ${LIMITS.couponCode}`,
			'Use a shorter code.',
		);
	if (id.endsWith('.url') && id !== 'tap_target.url')
		problems.when(
			/\s/.test(text),
			id,
			`${label} has spaces, which a URL cannot have`,
			'Encode it: {{ encodeURIComponent($json.value) }}.',
		);
	if (/\.(latitude|longitude)$/.test(id)) {
		const max = id.endsWith('.latitude') ? LOCATION_LIMITS.latitude : LOCATION_LIMITS.longitude;
		problems.when(
			!within(value, -max, max),
			id,
			`${label} "${shortened(text)}" is not a coordinate`,
			`Enter degrees between -${max} and ${max} with a decimal point, for example 37.44.`,
		);
	}
	if (id.endsWith('.call.minutes')) {
		const { min, max } = VOICE_CALL_LIMITS.ttlMinutes;
		problems.when(
			!within(value, min, max) || !Number.isInteger(Number(text)),
			id,
			`${label} "${shortened(text)}" is not a number of minutes`,
			`Enter a whole number from ${min} to ${max.toLocaleString('en-US')}.`,
		);
	}
	if (id === 'order_status.status')
		problems.when(
			!ORDER_STATUSES.some((status) => status === text),
			id,
			`${label} "${text.slice(0, 40)}" is not an order status`,
			`Use one of: ${ORDER_STATUSES.join(', ')}.`,
		);
}

function within(value: unknown, min: number, max: number): boolean {
	const reading = readNumber(value);
	return reading.ok && reading.value !== undefined && reading.value >= min && reading.value <= max;
}

function checkExpiration(
	id: string,
	value: unknown,
	label: string,
	now: number,
	problems: Problems,
): void {
	const reading = readDate(value, 'UTC');
	if (!reading.ok) return problems.add(id, `${label}: ${reading.problem}`, reading.fix);
	const time = reading.value?.getTime() ?? now;
	problems.when(
		time <= now,
		id,
		`${label} ${new Date(time).toISOString()} is in the past`,
		'Enter a time in the future, for example {{ $now.plus(2, "days") }}.',
	);
}

function checkStructured(id: string, value: unknown, label: string, problems: Problems): void {
	if (id.endsWith('.mpm.sections'))
		problems.when(
			!Array.isArray(value) || value.length === 0 || value.length > 10,
			id,
			`${label} is not a list of one to ten sections`,
			'Enter up to 30 products in up to 10 sections, for example [{"title": "Fruit", "products": ["sku1", "sku2"]}].',
		);
	else if (!id.endsWith('.payment_link_preview'))
		problems.when(
			typeof value !== 'object' || Array.isArray(value),
			id,
			`${label} is not an object`,
			'Enter a JSON object, which starts with { and ends with }.',
		);
}

function checkShown(id: string, text: string, label: string, problems: Problems): void {
	problems.when(
		/[\r\n\t\v\f\u0085\u2028\u2029]/.test(text),
		id,
		`${label} has a line break or a tab`,
		'A parameter value is one line of text. Turn on "Clean Values", or replace them: {{ $json.value.replace(/\\s+/g, " ") }}.',
	);
	problems.when(
		/ {5,}/.test(text),
		id,
		`${label} has more than four spaces in a row`,
		'Turn on "Clean Values", or replace them: {{ $json.value.replace(/ +/g, " ") }}.',
	);
	problems.when(
		characters(text) > LIMITS.body,
		id,
		`${label} has ${characters(text)} characters; the limit of a whole message is ${LIMITS.body}`,
		'Shorten the value.',
	);
}

function checkMedia(id: string, value: string, label: string, problems: Problems): void {
	const media = value.trim();
	problems.when(
		!/^\d+$/.test(media) && !/^https?:\/\/\S/i.test(media),
		id,
		`${label} "${media.slice(0, 60)}" is not a link, a media ID, or a binary field of this item`,
		'Enter a public https:// link, a media ID (digits), or the name of the binary field that contains the file, usually data.',
	);
}
