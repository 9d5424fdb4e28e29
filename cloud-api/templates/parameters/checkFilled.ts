import { characters } from '../../messages/schema';
import { LIMITS } from '../definition/limits';
import type { Problems } from '../definition/problems';
import { buttonsOf, componentOf, upper, type Template, type TemplateComponent } from '../template';
import { fillVariables, variablesIn, withoutVariables } from '../variables';
import { fallbackOf, isLocalized } from './localized';
import { isBlank } from './read';
import type { ParameterValues } from './values';

/** Checks the texts and URLs of a template and its cards with their values. */
export function checkFilled(
	values: ParameterValues,
	{ components }: Pick<Template, 'components'>,
	problems: Problems,
): void {
	const offer = componentOf(components, 'LIMITED_TIME_OFFER') !== undefined;
	const header = componentOf(components, 'HEADER');
	const productHeader = upper(header?.format) === 'PRODUCT';
	checkPart(
		values,
		components,
		{
			prefix: '',
			where: '',
			maxBody: offer ? LIMITS.offerBody : productHeader ? LIMITS.cardBody : LIMITS.body,
			maxCoupon: offer ? LIMITS.offerCouponCode : LIMITS.couponCode,
		},
		problems,
	);
	const cards = componentOf(components, 'CAROUSEL')?.cards ?? [];
	cards.forEach((card, index) =>
		checkPart(
			values,
			card.components,
			{
				prefix: `card.${index}.`,
				where: ` of card ${index + 1}`,
				maxBody: LIMITS.cardBody,
				maxCoupon: LIMITS.couponCode,
			},
			problems,
		),
	);
}

interface Place {
	/** Prefix of the parameter IDs. */
	prefix: string;
	/** In messages, e.g. ` of card 1`. */
	where: string;
	maxBody: number;
	maxCoupon: number;
}

function checkPart(
	values: ParameterValues,
	components: readonly TemplateComponent[],
	{ prefix, where, maxBody, maxCoupon }: Place,
	problems: Problems,
): void {
	const fill = (text: string | undefined, place: string): string =>
		fillVariables(text ?? '', (name) => filling(values[`${prefix}${place}.${name}`]));
	const body = fill(componentOf(components, 'BODY')?.text, 'body');
	problems.when(
		characters(body) > maxBody,
		`${prefix}body`,
		`The body${where} has ${characters(body)} characters with its values; the limit is ${maxBody}`,
		'Shorten the values.',
	);
	const header = componentOf(components, 'HEADER');
	const headline = fill(header?.text, 'header.text');
	problems.when(
		upper(header?.format) === 'TEXT' && characters(headline) > LIMITS.header,
		`${prefix}header`,
		`The header${where} has ${characters(headline)} characters with its value; the limit is ${LIMITS.header}`,
		'Shorten the value.',
	);
	buttonsOf(components).forEach((button, index) => {
		const name = `Button ${index + 1}${where}`;
		const coupon = values[`${prefix}button.${index}.coupon`];
		problems.when(
			typeof coupon === 'string' && characters(coupon) > maxCoupon && maxCoupon < LIMITS.couponCode,
			`${prefix}button.${index}.coupon`,
			`${name} has a code of ${String(coupon).length} characters; the limit in a limited-time offer is ${maxCoupon}`,
			'Use a shorter code.',
		);
		const value = values[`${prefix}button.${index}.url`];
		if (variablesIn(button.url).length > 0 && !isBlank(value) && typeof value !== 'object')
			checkUrlEnd(
				withoutVariables(button.url ?? '').trim(),
				String(value),
				`${prefix}button.${index}.url`,
				name,
				problems,
			);
	});
}

/** The value of a URL button replaces only the end of its URL. */
function checkUrlEnd(
	base: string,
	value: string,
	id: string,
	name: string,
	problems: Problems,
): void {
	problems.when(
		base !== '' && repeatsBase(base, value),
		id,
		`${name} has a whole URL as its value, but only the end of the URL is variable`,
		`The template already contains ${base}. Enter only what follows it.`,
	);
	problems.when(
		!repeatsBase(base, value) && /^\s*https?:\/\//i.test(value) && !base.endsWith('='),
		id,
		`${name} has a whole URL as its value, which would follow ${base}`,
		`Enter only what follows ${base}. If the URL is part of the address, encode it: {{ encodeURIComponent($json.url) }}.`,
	);
	problems.when(
		base.length + value.length > LIMITS.url,
		id,
		`${name} opens a URL of more than ${LIMITS.url} characters`,
		'Shorten the value.',
	);
}

/** Whether a value starts with the fixed part of the URL, or is a URL of the same host. */
function repeatsBase(base: string, value: string): boolean {
	const bare = (url: string) =>
		url
			.trim()
			.toLowerCase()
			.replace(/^https?:\/\//, '')
			.replace(/^www\./, '');
	const host = bare(base).split(/[/?#]/)[0];
	if (host === '') return false;
	if (bare(value).startsWith(bare(base))) return true;
	return /^\s*https?:\/\//i.test(value) && bare(value).split(/[/?#]/)[0] === host;
}

function filling(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	return isLocalized(value) ? fallbackOf(value) : String(value);
}
