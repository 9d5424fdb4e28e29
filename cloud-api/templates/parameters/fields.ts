import {
	buttonsOf,
	componentOf,
	isOneTimePassword,
	kind,
	type Template,
	type TemplateButton,
	type TemplateComponent,
} from '../template';
import { buttonSample, samplesOf } from '../definition/samples';
import { urlSuffix } from './urlSuffix';
import { LIMITS } from '../definition/limits';
import { variablesIn } from '../variables';

/**
 * One parameter of a template.
 *
 * The `id` defines where the value goes, so that a message can be built without the template:
 *
 * | id | value |
 * | --- | --- |
 * | `header.text.1`, `header.text.name` | text |
 * | `header.image`, `.video`, `.document`, `.gif` | a link or a media ID |
 * | `header.document.filename` | text |
 * | `header.location.latitude`, `.longitude`, `.name`, `.address` | number, number, text, text |
 * | `header.product.id`, `header.product.catalog` | text |
 * | `body.1`, `body.order_id` | text |
 * | `code` | the one-time password, for body and button |
 * | `offer.expiration` | a date, or milliseconds |
 * | `button.0.url` | what replaces the variable of the URL |
 * | `button.0.payload`, `button.0.coupon` | text |
 * | `button.0.flow.token`, `button.0.flow.data` | text, object |
 * | `button.0.catalog` | ID of the product whose image is shown |
 * | `button.0.mpm.thumbnail`, `button.0.mpm.sections` | text, list |
 * | `button.0.call.minutes`, `button.0.call.payload` | number, text |
 * | `button.0.order` | object |
 * | `tap_target.url`, `tap_target.title` | text |
 * | `card.0.…` | any of the above, in a carousel's card |
 */
export interface ParameterField {
	id: string;
	/** Short name, e.g. `Body {{1}} – Pablo`. */
	label: string;
	type: 'string' | 'number' | 'dateTime' | 'object' | 'array';
	required: boolean;
}

/** Returns the parameters of a template, in the order in which WhatsApp shows them. */
export function parameterFields(
	template: Pick<Template, 'components'> & Partial<Pick<Template, 'category'>>,
): ParameterField[] {
	const { components } = template;
	if (isAuthentication(template)) return [text('code', 'One-time password – e.g. 123456')];
	const fields = componentFields(components);
	const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	if (offer?.has_expiration)
		fields.push({
			id: 'offer.expiration',
			label: 'Offer ends at',
			type: 'dateTime',
			required: true,
		});
	const carousel = componentOf(components, 'CAROUSEL');
	if (carousel) fields.push(...cardFields(carousel));
	return fields;
}

/** Whether a template delivers a one-time password. */
export function isAuthentication(
	template: Pick<Template, 'components'> & Partial<Pick<Template, 'category'>>,
): boolean {
	const buttons = buttonsOf(template.components);
	return kind(template.category) === 'AUTHENTICATION' || buttons.some(isOneTimePassword);
}

function componentFields(components: readonly TemplateComponent[], prefix = ''): ParameterField[] {
	const where = prefix ? `Card ${Number(prefix.split('.')[1]) + 1} ` : '';
	const header = componentOf(components, 'HEADER');
	const body = componentOf(components, 'BODY');
	return [
		...(header ? headerFields(header, prefix, where) : []),
		...(body ? textFields(body, `${prefix}body`, label(where, 'Body')) : []),
		...buttonsOf(components).flatMap((button, index) => buttonFields(button, index, prefix, where)),
	];
}

/** A media carousel is sent with the approved number of cards; a product carousel with two to ten. */
function cardFields(carousel: TemplateComponent): ParameterField[] {
	const cards = carousel.cards ?? [];
	const [first] = cards;
	const ofProducts = first && kind(componentOf(first.components, 'HEADER')?.format) === 'PRODUCT';
	const count = ofProducts ? LIMITS.maxCards : cards.length;
	return Array.from({ length: count }, (_, index) => {
		const fields = componentFields((cards[index] ?? first).components, `card.${index}.`);
		return index < LIMITS.minCards || !ofProducts
			? fields
			: fields.map((field) => ({ ...field, required: false }));
	}).flat();
}

function headerFields(header: TemplateComponent, prefix: string, where: string): ParameterField[] {
	const format = kind(header.format);
	const id = `${prefix}header.${format.toLowerCase()}`;
	const name = label(where, 'Header');
	switch (format) {
		case 'TEXT':
			return textFields(header, id, name);
		case 'IMAGE':
		case 'VIDEO':
		case 'GIF':
			return [text(id, `${name} ${format.toLowerCase()} – link, media ID or binary field`)];
		case 'DOCUMENT':
			return [
				text(id, `${name} document – link, media ID or binary field`),
				text(`${id}.filename`, `${name} document's file name – e.g. Invoice 42.pdf`, false),
			];
		case 'LOCATION':
			return [
				{ ...text(`${id}.latitude`, `${name} latitude – e.g. 37.44`), type: 'number' },
				{ ...text(`${id}.longitude`, `${name} longitude – e.g. -122.16`), type: 'number' },
				text(`${id}.name`, `${name} location's name – e.g. Main Office`),
				text(`${id}.address`, `${name} location's address`),
			];
		case 'PRODUCT':
			return [
				text(`${id}.id`, `${name} product – its ID in the catalog`),
				text(`${id}.catalog`, `${name} product's catalog ID`),
			];
		default:
			return [];
	}
}

function textFields(component: TemplateComponent, id: string, name: string): ParameterField[] {
	const samples = samplesOf(component);
	return variablesIn(component.text).map((variable) =>
		text(`${id}.${variable}`, example(`${name} {{${variable}}}`, samples[variable])),
	);
}

function buttonFields(
	button: TemplateButton,
	index: number,
	prefix: string,
	where: string,
): ParameterField[] {
	const id = `${prefix}button.${index}`;
	// Short, and what matters first: the editor cuts labels off after some 25 letters.
	const name = `${label(where, 'Button')} ${button.text ? `"${button.text}"` : index + 1}`;
	switch (kind(button.type)) {
		case 'URL':
			return variablesIn(button.url).length > 0
				? [text(`${id}.url`, endOfUrl(name, urlSuffix(button.url, buttonSample(button))))]
				: [];
		case 'QUICK_REPLY':
			return [text(`${id}.payload`, `${name} – payload, returned when it is tapped`, false)];
		case 'COPY_CODE':
			return [text(`${id}.coupon`, example(`${name} – code to copy`, buttonSample(button)))];
		case 'FLOW':
			return [
				text(`${id}.flow.token`, `${name} – flow token`, false),
				{ ...text(`${id}.flow.data`, `${name} – flow data`, false), type: 'object' },
			];
		case 'CATALOG':
			return [text(`${id}.catalog`, `${name} – product whose picture is shown`, false)];
		case 'MPM':
			return [
				text(`${id}.mpm.thumbnail`, `${name} – product whose picture is shown`),
				{ ...text(`${id}.mpm.sections`, `${name} – sections of products`), type: 'array' },
			];
		case 'VOICE_CALL':
			return [
				{
					...text(`${id}.call.minutes`, `${name} – minutes it stays usable`, false),
					type: 'number',
				},
				text(`${id}.call.payload`, `${name} – payload`, false),
			];
		case 'ORDER_DETAILS':
			return [{ ...text(`${id}.order`, `${name} – order details`), type: 'object' }];
		default:
			return [];
	}
}

function text(id: string, name: string, required = true): ParameterField {
	return { id, label: name, type: 'string', required };
}

function label(where: string, name: string): string {
	return where ? `${where}${name.toLowerCase()}` : name;
}

function endOfUrl(name: string, sample: string | undefined): string {
	return sample ? `${example(name, sample)} (end of URL)` : `${name} – end of URL`;
}

function example(name: string, sample: string | undefined): string {
	return sample ? `${name} – e.g. ${sample}` : name;
}
