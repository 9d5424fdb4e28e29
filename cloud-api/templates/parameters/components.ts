import { InvalidInputError } from '../../errors/cloudApiError';
import { isPositional } from '../variables';
import { buttonComponents } from './buttonComponents';
import { isLocalized, localizedParameter } from './localized';
import type { ParameterField } from './fields';
import type { Entry, Part } from './part';
import { isBlank, milliseconds } from './read';
import type { ParameterValues } from './values';

/**
 * Returns the `components` of a template message (Meta: template messages) from values by parameter ID.
 * The one-time password goes to body and button. Empty values are omitted; with `fields`, a catalog button
 * without a thumbnail is named nevertheless (131008 otherwise): WhatsApp shows the first product of the catalog.
 *
 * Throws InvalidInputError for an unknown ID.
 *
 * @param fields the template's parameters, if known
 */
export function messageComponents(
	values: ParameterValues,
	fields: ReadonlyArray<Pick<ParameterField, 'id'>> = [],
): Part[] {
	const input = [
		...Object.entries(values).filter(([, value]) => !isBlank(value)),
		...fields
			.filter(({ id }) => /(^|\.)button\.\d+\.catalog$/.test(id) && isBlank(values[id]))
			.map(({ id }): Entry => [id, undefined]),
	];
	const own = input.filter(([id]) => !id.startsWith('card.'));
	const components = partComponents(own);
	const cards = cardsOf(input);
	if (cards.length > 0) components.push({ type: 'carousel', cards });
	return components;
}

function partComponents(entries: Entry[]): Part[] {
	const at = (start: string): Entry[] =>
		entries
			.filter(([id]) => id === start || id.startsWith(`${start}.`))
			.map(([id, value]) => [id.slice(start.length + 1), value]);
	for (const [id] of entries) checkKnown(id);
	const header = headerParameter(at('header'));
	const body = textParameters(at('body'));
	const code = at('code')[0]?.[1];
	const expiration = at('offer').find(([id]) => id === 'expiration')?.[1];
	return [
		...(header ? [{ type: 'header', parameters: [header] }] : []),
		...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
		...(code === undefined ? [] : oneTimePassword(String(code))),
		...(expiration === undefined ? [] : [offer(expiration)]),
		...buttonComponents(at('button')),
		...tapTarget(at('tap_target')),
		...orderStatus(at('order_status')),
	];
}

const KNOWN =
	/^(header\.(text\.\w+|image|video|document|gif|document\.filename|location\.(latitude|longitude|name|address)|product\.(id|catalog))|body\.\w+|code|offer\.expiration|button\.\d+\.(url|payment_link_preview|payload|coupon|flow\.(token|data)|catalog|mpm\.(thumbnail|sections)|call\.(minutes|payload)|order)|tap_target\.(url|title)|order_status\.(reference_id|status|description))$/;

function checkKnown(id: string): void {
	if (KNOWN.test(id)) return;
	throw new InvalidInputError(
		id,
		`"${id}" is not a parameter of a template message`,
		'Use IDs such as header.image, body.1, body.order_id, button.0.url, code, offer.expiration, or card.0.body.1.',
	);
}

function headerParameter(entries: Entry[]): Part | undefined {
	const [text] = textParameters(
		entries
			.filter(([id]) => id.startsWith('text.'))
			.map(([id, value]) => [id.slice('text.'.length), value]),
	);
	if (text) return text;
	const get = (id: string): unknown => entries.find(([each]) => each === id)?.[1];
	for (const media of ['image', 'video', 'document', 'gif']) {
		const value = get(media);
		if (value === undefined) continue;
		const filename = media === 'document' ? get('document.filename') : undefined;
		return {
			type: media,
			[media]: { ...mediaReference(value), ...(filename !== undefined && { filename }) },
		};
	}
	if (get('location.latitude') !== undefined)
		return {
			type: 'location',
			location: Object.fromEntries(
				['latitude', 'longitude', 'name', 'address'].map((key) => [key, get(`location.${key}`)]),
			),
		};
	if (get('product.id') !== undefined)
		return {
			type: 'product',
			product: {
				product_retailer_id: String(get('product.id')),
				catalog_id: String(get('product.catalog') ?? ''),
			},
		};
	return undefined;
}

/** Returns `{ id }` for digits, otherwise `{ link }`; objects stay as they are. */
function mediaReference(value: unknown): Part {
	if (typeof value === 'object' && value !== null) return { ...value };
	const text = String(value).trim();
	return /^\d+$/.test(text) ? { id: text } : { link: text };
}

function textParameters(entries: Entry[]): Part[] {
	if (entries.every(([id]) => isPositional(id)))
		return [...entries]
			.sort(([one], [other]) => Number(one) - Number(other))
			.map(([, value]) => textParameter(value));
	return entries.map(([name, value]) => {
		const { type, ...rest } = textParameter(value);
		return { type, parameter_name: name, ...rest };
	});
}

function textParameter(value: unknown): Part {
	return isLocalized(value) ? localizedParameter(value) : { type: 'text', text: String(value) };
}

/** The code goes to the body and to the button, whose `sub_type` is `url` for every code delivery. */
function oneTimePassword(code: string): Part[] {
	const parameters = [{ type: 'text', text: code }];
	return [
		{ type: 'body', parameters },
		{ type: 'button', sub_type: 'url', index: '0', parameters },
	];
}

function offer(expiration: unknown): Part {
	return {
		type: 'limited_time_offer',
		parameters: [
			{
				type: 'limited_time_offer',
				limited_time_offer: { expiration_time_ms: milliseconds(expiration) },
			},
		],
	};
}

function tapTarget(entries: Entry[]): Part[] {
	if (entries.length === 0) return [];
	return [
		{
			type: 'tap_target_configuration',
			parameters: [
				{
					type: 'tap_target_configuration',
					tap_target_configuration: [Object.fromEntries(entries)],
				},
			],
		},
	];
}

/** Reference and status of an order (Meta: order status templates). */
function orderStatus(entries: Entry[]): Part[] {
	if (entries.length === 0) return [];
	const { reference_id, ...order } = Object.fromEntries(
		entries.map(([id, value]) => [id, String(value)]),
	);
	return [
		{
			type: 'order_status',
			parameters: [{ type: 'order_status', order_status: { reference_id, order } }],
		},
	];
}

function cardsOf(entries: Entry[]): Part[] {
	const indexes = [
		...new Set(entries.map(([id]) => /^card\.(\d+)\./.exec(id)?.[1]).filter((index) => index)),
	].sort((one, other) => Number(one) - Number(other));
	return indexes.map((index) => ({
		card_index: Number(index),
		components: partComponents(
			entries
				.filter(([id]) => id.startsWith(`card.${index}.`))
				.map(([id, value]) => [id.slice(`card.${index}.`.length), value]),
		),
	}));
}
