import {
	buttonsOf,
	componentOf,
	isOneTimePassword,
	upper,
	type Template,
	type TemplateButton,
	type TemplateComponent,
} from '../template';
import { buttonSample, samplesOf } from '../definition/samples';
import { urlSuffix } from './urlSuffix';
import { LIMITS } from '../definition/limits';
import { variablesIn } from '../variables';
import { ORDER_STATUSES } from '../../messages/orderStatus';

/**
 * One parameter of a template.
 *
 * The `id` defines where the value goes, so that a message can be built without the template:
 *
 * | id | value |
 * | --- | --- |
 * | `header.text.1`, `header.text.name` | text, or a `LocalizedValue` |
 * | `header.image`, `.video`, `.document`, `.gif` | a link or a media ID |
 * | `header.document.filename` | text |
 * | `header.location.latitude`, `.longitude`, `.name`, `.address` | number, number, text, text |
 * | `header.product.id`, `header.product.catalog` | text |
 * | `body.1`, `body.order_id` | text, or a `LocalizedValue` |
 * | `code` | the one-time password, for body and button |
 * | `offer.expiration` | a date, or milliseconds |
 * | `button.0.url` | what replaces the variable of the URL |
 * | `button.0.payment_link_preview` | boolean |
 * | `button.0.payload`, `button.0.coupon` | text |
 * | `button.0.flow.token`, `button.0.flow.data` | text, object |
 * | `button.0.catalog` | ID of the product whose image is shown |
 * | `button.0.mpm.thumbnail`, `button.0.mpm.sections` | text, list |
 * | `button.0.call.minutes`, `button.0.call.payload` | number, text |
 * | `button.0.order` | object |
 * | `order_status.reference_id`, `.status`, `.description` | text |
 * | `tap_target.url`, `tap_target.title` | text |
 * | `card.0.…` | any of the above, in a carousel's card |
 */
export interface ParameterField {
	id: string;
	/**
	 * Short name, e.g. `Body {{1}} – Pablo`: the editor shows about 23 characters, so what matters comes first.
	 */
	label: string;
	type: 'string' | 'number' | 'dateTime' | 'object' | 'array' | 'options';
	/** The values of type `options`. */
	options?: readonly string[];
	required: boolean;
}

/** The parts of a template that define its parameters. */
export type ParameterTemplate = Pick<Template, 'components'> &
	Partial<Pick<Template, 'category'>> & { sub_category?: unknown };

/** Returns the parameters of a template, in the order in which WhatsApp shows them. */
export function parameterFields(template: ParameterTemplate): ParameterField[] {
	const { components } = template;
	if (isAuthentication(template)) return [text('code', 'One-time password – 123456')];
	const fields = componentFields(components);
	const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	if (offer?.has_expiration)
		fields.push({ ...text('offer.expiration', 'Offer expiration'), type: 'dateTime' });
	const carousel = componentOf(components, 'CAROUSEL');
	if (carousel) fields.push(...cardFields(carousel));
	if (upper(String(template.sub_category ?? '')) === 'ORDER_STATUS') fields.push(...ORDER_STATUS);
	return fields;
}

/** Whether a template delivers a one-time password. */
export function isAuthentication(template: ParameterTemplate): boolean {
	const buttons = buttonsOf(template.components);
	return upper(template.category) === 'AUTHENTICATION' || buttons.some(isOneTimePassword);
}

const ORDER_STATUS: ParameterField[] = [
	text('order_status.reference_id', 'Order reference ID'),
	{
		...text('order_status.status', 'Order status'),
		type: 'options',
		options: ORDER_STATUSES,
	},
	text('order_status.description', 'Order description', false),
];

function componentFields(components: readonly TemplateComponent[], prefix = ''): ParameterField[] {
	const card = prefix ? `Card ${Number(prefix.split('.')[1]) + 1} ` : '';
	const header = componentOf(components, 'HEADER');
	const body = componentOf(components, 'BODY');
	return [
		...(header ? headerFields(header, `${prefix}header`, card || 'Header ', card) : []),
		...(body ? textFields(body, `${prefix}body`, card || 'Body ') : []),
		...buttonsOf(components).flatMap((button, index) =>
			buttonFields(button, `${prefix}button.${index}`, index, card),
		),
	];
}

/** A media carousel is sent with the approved number of cards; a product carousel with two to ten. */
function cardFields(carousel: TemplateComponent): ParameterField[] {
	const cards = carousel.cards ?? [];
	const [first] = cards;
	const ofProducts = first && upper(componentOf(first.components, 'HEADER')?.format) === 'PRODUCT';
	const count = ofProducts ? LIMITS.maxCards : cards.length;
	return Array.from({ length: count }, (_, index) => {
		const fields = componentFields((cards[index] ?? first).components, `card.${index}.`);
		return index < LIMITS.minCards || !ofProducts
			? fields
			: fields.map((field) => ({ ...field, required: false }));
	}).flat();
}

function headerFields(
	header: TemplateComponent,
	place: string,
	where: string,
	card: string,
): ParameterField[] {
	const format = upper(header.format);
	const id = `${place}.${format.toLowerCase()}`;
	switch (format) {
		case 'TEXT':
			return textFields(header, id, where);
		case 'IMAGE':
		case 'VIDEO':
			return [text(id, `${where}${format.toLowerCase()}`)];
		case 'GIF':
			return [text(id, `${where}GIF`)];
		case 'DOCUMENT':
			return [
				text(id, `${where}document`),
				text(`${id}.filename`, `${where}file name – Invoice 42.pdf`, false),
			];
		case 'LOCATION':
			return [
				{ ...text(`${id}.latitude`, `${where}latitude – 37.44`), type: 'number' },
				{ ...text(`${id}.longitude`, `${where}longitude – -122.16`), type: 'number' },
				text(`${id}.name`, 'Location name – Main Office'),
				text(`${id}.address`, 'Location address'),
			];
		case 'PRODUCT':
			return [
				text(`${id}.id`, named(card, 'Product ID')),
				text(`${id}.catalog`, named(card, 'Catalog ID')),
			];
		default:
			return [];
	}
}

function textFields(component: TemplateComponent, id: string, where: string): ParameterField[] {
	const samples = samplesOf(component);
	return variablesIn(component.text).map((variable) =>
		text(`${id}.${variable}`, example(`${where}{{${variable}}}`, samples[variable])),
	);
}

function buttonFields(
	button: TemplateButton,
	id: string,
	index: number,
	card: string,
): ParameterField[] {
	const which = button.text ? `"${button.text}"` : `button ${index + 1}`;
	const label = (words: string): string => named(card, `${words} ${which}`);
	switch (upper(button.type)) {
		case 'URL':
			return variablesIn(button.url).length > 0
				? [
						text(
							`${id}.url`,
							example(label('URL end'), urlSuffix(button.url, buttonSample(button))),
						),
					]
				: [];
		case 'QUICK_REPLY':
			return [text(`${id}.payload`, label('Payload'), false)];
		case 'COPY_CODE':
			return [text(`${id}.coupon`, example(named(card, 'Coupon code'), buttonSample(button)))];
		case 'FLOW':
			return [
				text(`${id}.flow.token`, label('Flow token'), false),
				{ ...text(`${id}.flow.data`, label('Flow data'), false), type: 'object' },
			];
		case 'CATALOG':
			return [text(`${id}.catalog`, 'Thumbnail product ID', false)];
		case 'MPM':
			return [
				text(`${id}.mpm.thumbnail`, 'Thumbnail product ID'),
				{ ...text(`${id}.mpm.sections`, 'Product sections'), type: 'array' },
			];
		case 'VOICE_CALL':
			return [
				{ ...text(`${id}.call.minutes`, 'Call expires (minutes)', false), type: 'number' },
				text(`${id}.call.payload`, 'Call payload', false),
			];
		case 'ORDER_DETAILS':
			return [{ ...text(`${id}.order`, 'Order details'), type: 'object' }];
		default:
			return [];
	}
}

function text(id: string, label: string, required = true): ParameterField {
	return { id, label, type: 'string', required };
}

/** `Product ID`, or `Card 1 product ID` in a card. */
function named(card: string, words: string): string {
	if (card === '') return words;
	const lower = /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
	return `${card}${lower}`;
}

function example(name: string, sample: string | undefined): string {
	return sample ? `${name} – ${sample}` : name;
}
