import { characters } from '../../messages/schema';
import { LIMITS } from '../definition/limits';
import { Problems } from '../definition/problems';
import { componentOf, kind, buttonsOf, type Template } from '../template';
import { fillVariables, variablesIn, withoutVariables } from '../variables';
import { isBlank, milliseconds } from './read';
import type { ParameterField } from './fields';
import { isMediaId, type ParameterValues } from './values';

/** Parameters that are part of the text of a message. */
const SHOWN = /(^|\.)(header\.text|body)\.\w+$/;

export interface CheckOptions {
	/** The template's parameters. With them, missing and surplus values are reported. */
	fields?: readonly ParameterField[];
	/** The template. With it, the texts are checked with their values. */
	template?: Pick<Template, 'components'>;
	/** Milliseconds since 1970, to report expired offers. */
	now: number;
}

/** Checks the values of a template message and returns all problems (Meta: template messages). */
export function checkValues(
	values: ParameterValues,
	{ fields, template, now }: CheckOptions,
): Problems {
	const problems = new Problems();
	const labels = new Map(fields?.map(({ id, label }) => [id, label.split(' – ')[0]]));
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
			`${label.split(' – ')[0]} is empty`,
			id in values
				? `The value of "${id}" is empty, which Meta rejects. Check the expression, or add a default, such as {{ $json.name || "customer" }}.`
				: `Enter a value for "${id}".`,
		);
	const known = new Set(fields.map(({ id }) => id));
	const surplus = Object.keys(values).filter(
		(id) => !known.has(id) && !id.startsWith('tap_target.') && !isBlank(values[id]),
	);
	problems.when(
		surplus.length > 0,
		surplus[0] ?? '',
		`The template has no parameter ${surplus.join(', ')}`,
		`Its parameters are ${fields.length > 0 ? fields.map(({ id }) => id).join(', ') : 'none'}. If the template was edited, refresh the fields.`,
	);
}

/** A product needs its catalog, and the cards of a carousel must have no gap. */
function checkProducts(values: ParameterValues, problems: Problems): void {
	const given = Object.keys(values).filter((id) => !isBlank(values[id]));
	for (const id of given.filter((each) => each.endsWith('header.product.id'))) {
		const catalog = id.replace(/id$/, 'catalog');
		problems.when(
			isBlank(values[catalog]),
			catalog,
			`The catalog of the product "${String(values[id])}" is missing`,
			`Enter the catalog ID as "${catalog}".`,
		);
	}
	const cards = new Set(given.map((id) => Number(/^card\.(\d+)\./.exec(id)?.[1] ?? -1)));
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
	if (SHOWN.test(id)) return checkShown(id, String(value), label, problems);
	if (isMediaId(id)) return checkMedia(id, String(value), label, problems);
	const text = String(value);
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
	if (id.endsWith('.latitude') || id.endsWith('.longitude')) {
		const max = id.endsWith('.latitude') ? 90 : 180;
		problems.when(
			!(Math.abs(Number(text)) <= max),
			id,
			`${label} "${text}" is not a coordinate`,
			`Enter degrees between -${max} and ${max} with a decimal point, for example 37.44.`,
		);
	}
	if (id === 'offer.expiration') {
		const time = milliseconds(value);
		problems.when(
			Number.isNaN(time) || time <= now,
			id,
			Number.isNaN(time) ? `${label} "${text}" is not a date` : `${label} ${text} is in the past`,
			'Enter a time in the future, for example {{ $now.plus(2, "days") }}.',
		);
	}
	if (id.endsWith('.mpm.sections'))
		problems.when(
			!Array.isArray(value) || value.length === 0 || value.length > 10,
			id,
			`${label} is not a list of one to ten sections`,
			'Enter up to 30 products in up to 10 sections, for example [{"title": "Fruit", "products": ["sku1", "sku2"]}].',
		);
}

function checkShown(id: string, text: string, label: string, problems: Problems): void {
	problems.when(
		/[\r\n\t\u2028\u2029]/.test(text),
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
		!/^\d+$/.test(media) && !/^https?:\/\/\S+$/i.test(media),
		id,
		`${label} "${media.slice(0, 60)}" is not a link, a media ID, or a binary field of this item`,
		'Enter a public https:// link, a media ID (digits), or the name of the binary field that contains the file, usually data.',
	);
}

/** Checks the texts with their values. */
function checkFilled(
	values: ParameterValues,
	{ components }: Pick<Template, 'components'>,
	problems: Problems,
): void {
	const fill = (text: string | undefined, place: string): string =>
		fillVariables(text ?? '', (name) =>
			values[`${place}.${name}`] === undefined ? undefined : String(values[`${place}.${name}`]),
		);
	const offer = componentOf(components, 'LIMITED_TIME_OFFER') !== undefined;
	const body = fill(componentOf(components, 'BODY')?.text, 'body');
	const max = offer ? LIMITS.offerBody : LIMITS.body;
	problems.when(
		characters(body) > max,
		'body',
		`The body has ${characters(body)} characters with its values; the limit is ${max}`,
		'Shorten the values.',
	);
	const header = componentOf(components, 'HEADER');
	const headline = fill(header?.text, 'header.text');
	problems.when(
		kind(header?.format) === 'TEXT' && characters(headline) > LIMITS.header,
		'header',
		`The header has ${characters(headline)} characters with its value; the limit is ${LIMITS.header}`,
		'Shorten the value.',
	);
	buttonsOf(components).forEach((button, index) => {
		const value = values[`button.${index}.url`];
		if (variablesIn(button.url).length === 0 || isBlank(value)) return;
		const base = withoutVariables(button.url ?? '').trim();
		problems.when(
			base.length > 0 && String(value).startsWith(base),
			`button.${index}.url`,
			`Button ${index + 1} has a whole URL as its value, but only the end of the URL is variable`,
			`The template already contains ${base}. Enter only what follows it.`,
		);
		problems.when(
			base.length + String(value).length > LIMITS.url,
			`button.${index}.url`,
			`Button ${index + 1} leads to a URL of more than ${LIMITS.url} characters`,
			'Shorten the value.',
		);
	});
}
