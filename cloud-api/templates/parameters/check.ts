import { characters } from '../../messages/schema';
import { LIMITS } from '../definition/limits';
import { Refusals } from '../definition/refusals';
import { componentOf, kind, buttonsOf, type Template } from '../template';
import { fillVariables, variablesIn, withoutVariables } from '../variables';
import { isBlank, milliseconds } from './read';
import type { ParameterField } from './fields';
import { isMediaId, type ParameterValues } from './values';

/** Texts that a reader sees inside the template's own text. */
const SHOWN = /(^|\.)(header\.text|body)\.\w+$/;

export interface CheckOptions {
	/** The template's fields, where they are known: then missing and surplus values are noticed. */
	fields?: readonly ParameterField[];
	/** The template itself, where it is known: then the filled-in texts are measured. */
	template?: Pick<Template, 'components'>;
	/** Milliseconds since 1970, to tell offers that are over. */
	now: number;
}

/** Everything Meta is known to refuse in the values of a template message, in one list (Meta: template messages). */
export function checkValues(
	values: ParameterValues,
	{ fields, template, now }: CheckOptions,
): Refusals {
	const refusals = new Refusals();
	const labels = new Map(fields?.map(({ id, label }) => [id, label.split(' – ')[0]]));
	const name = (id: string): string => labels.get(id) ?? id;
	if (fields) checkPresence(values, fields, refusals);
	for (const [id, value] of Object.entries(values))
		if (!isBlank(value)) checkValue(id, value, name(id), now, refusals);
	checkProducts(values, refusals);
	if (template) checkFilled(values, template, refusals);
	return refusals;
}

/** Too few and too many; the cards of a product carousel beyond the second come whole or not at all. */
function checkPresence(
	values: ParameterValues,
	fields: readonly ParameterField[],
	refusals: Refusals,
): void {
	for (const { id, label, required } of fields)
		refusals.when(
			required && isBlank(values[id]),
			id,
			`${label.split(' – ')[0]} is empty`,
			id in values
				? `The value for "${id}" came out empty; Meta takes no empty values. Check the expression or put a replacement there, such as {{ $json.name || "customer" }}.`
				: `Give a value for "${id}".`,
		);
	const known = new Set(fields.map(({ id }) => id));
	const surplus = Object.keys(values).filter(
		(id) => !known.has(id) && !id.startsWith('tap_target.') && !isBlank(values[id]),
	);
	refusals.when(
		surplus.length > 0,
		surplus[0] ?? '',
		`The template has no place for ${surplus.join(', ')}`,
		`It takes ${fields.length > 0 ? fields.map(({ id }) => id).join(', ') : 'no values at all'}. Reload the parameters if the template was edited.`,
	);
}

/** A product is named with its catalog, and the cards of a carousel follow each other. */
function checkProducts(values: ParameterValues, refusals: Refusals): void {
	const given = Object.keys(values).filter((id) => !isBlank(values[id]));
	for (const id of given.filter((each) => each.endsWith('header.product.id'))) {
		const catalog = id.replace(/id$/, 'catalog');
		refusals.when(
			isBlank(values[catalog]),
			catalog,
			`The catalog of the product "${String(values[id])}" is missing`,
			`Give the catalog's ID for "${catalog}".`,
		);
	}
	const cards = new Set(given.map((id) => Number(/^card\.(\d+)\./.exec(id)?.[1] ?? -1)));
	cards.delete(-1);
	const missing = [...cards].find((index) => index > 0 && !cards.has(index - 1));
	refusals.when(
		missing !== undefined,
		`card.${missing}`,
		`Card ${(missing ?? 0) + 1} has values, but card ${missing} before it has none`,
		'Fill in the cards from the first one on, without a gap.',
	);
}

function checkValue(
	id: string,
	value: unknown,
	label: string,
	now: number,
	refusals: Refusals,
): void {
	if (SHOWN.test(id)) return checkShown(id, String(value), label, refusals);
	if (isMediaId(id)) return checkMedia(id, String(value), label, refusals);
	const text = String(value);
	if (id === 'code')
		refusals.when(
			characters(text) > LIMITS.oneTimePassword ||
				/https?:|\p{Extended_Pictographic}/u.test(text.replace(/[0-9]/g, '')),
			id,
			`${label} is longer than ${LIMITS.oneTimePassword} characters or holds a link or emoji`,
			'Send the bare code, for example 123456.',
		);
	if (id.endsWith('.coupon'))
		refusals.when(
			characters(text) > LIMITS.couponCode,
			id,
			`${label} has ${characters(text)} characters, Meta takes ${LIMITS.couponCode}`,
			'Use a shorter code.',
		);
	if (id.endsWith('.url') && id !== 'tap_target.url')
		refusals.when(
			/\s/.test(text),
			id,
			`${label} has blanks in the part of the URL`,
			'Encode it: {{ encodeURIComponent($json.value) }}.',
		);
	if (id.endsWith('.latitude') || id.endsWith('.longitude')) {
		const max = id.endsWith('.latitude') ? 90 : 180;
		refusals.when(
			!(Math.abs(Number(text)) <= max),
			id,
			`${label} "${text}" is not a coordinate`,
			`Give degrees between -${max} and ${max} with a decimal point, for example 37.44.`,
		);
	}
	if (id === 'offer.expiration') {
		const time = milliseconds(value);
		refusals.when(
			Number.isNaN(time) || time <= now,
			id,
			Number.isNaN(time) ? `${label} "${text}" is not a date` : `${label} ${text} is over`,
			'Give a time in the future, for example {{ $now.plus(2, "days") }}.',
		);
	}
	if (id.endsWith('.mpm.sections'))
		refusals.when(
			!Array.isArray(value) || value.length === 0 || value.length > 10,
			id,
			`${label} is not a list of one to ten sections`,
			'Write [{"title": "Fruit", "products": ["sku1", "sku2"]}]; up to 30 products in up to 10 sections.',
		);
}

function checkShown(id: string, text: string, label: string, refusals: Refusals): void {
	refusals.when(
		/[\r\n\t\u2028\u2029]/.test(text),
		id,
		`${label} has a line break or a tab`,
		'Variables of templates are one line of text. Replace them: {{ $json.value.replace(/\\s+/g, " ") }}, or put the break into the template itself.',
	);
	refusals.when(
		/ {5,}/.test(text),
		id,
		`${label} has more than four spaces in a row`,
		'Shorten the spaces: {{ $json.value.replace(/ +/g, " ") }}.',
	);
	refusals.when(
		characters(text) > LIMITS.body,
		id,
		`${label} has ${characters(text)} characters, more than a whole message takes (${LIMITS.body})`,
		'Shorten the value.',
	);
}

function checkMedia(id: string, value: string, label: string, refusals: Refusals): void {
	const media = value.trim();
	refusals.when(
		!/^\d+$/.test(media) && !/^https?:\/\/\S+$/i.test(media),
		id,
		`${label} "${media.slice(0, 60)}" is neither a link, a media ID nor a binary field of this item`,
		'Give a public https:// link, the ID of uploaded media (digits), or the name of the binary field that holds the file, usually data.',
	);
}

/** Measures the texts with their values: the sum is what Meta limits. */
function checkFilled(
	values: ParameterValues,
	{ components }: Pick<Template, 'components'>,
	refusals: Refusals,
): void {
	const fill = (text: string | undefined, place: string): string =>
		fillVariables(text ?? '', (name) =>
			values[`${place}.${name}`] === undefined ? undefined : String(values[`${place}.${name}`]),
		);
	const offer = componentOf(components, 'LIMITED_TIME_OFFER') !== undefined;
	const body = fill(componentOf(components, 'BODY')?.text, 'body');
	const max = offer ? LIMITS.offerBody : LIMITS.body;
	refusals.when(
		characters(body) > max,
		'body',
		`The body has ${characters(body)} characters with its values, Meta takes ${max}`,
		'Shorten the values.',
	);
	const header = componentOf(components, 'HEADER');
	const headline = fill(header?.text, 'header.text');
	refusals.when(
		kind(header?.format) === 'TEXT' && characters(headline) > LIMITS.header,
		'header',
		`The header has ${characters(headline)} characters with its value, Meta takes ${LIMITS.header}`,
		'Shorten the value.',
	);
	buttonsOf(components).forEach((button, index) => {
		const value = values[`button.${index}.url`];
		if (variablesIn(button.url).length === 0 || isBlank(value)) return;
		const base = withoutVariables(button.url ?? '').trim();
		refusals.when(
			base.length > 0 && String(value).startsWith(base),
			`button.${index}.url`,
			`Button ${index + 1} got a whole URL where only its end belongs`,
			`The template already has ${base}; give what follows.`,
		);
		refusals.when(
			base.length + String(value).length > LIMITS.url,
			`button.${index}.url`,
			`Button ${index + 1} leads to a URL of more than ${LIMITS.url} characters`,
			'Shorten the value.',
		);
	});
}
