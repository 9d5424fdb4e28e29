import { milliseconds } from './parameters/read';
import { isAuthentication } from './parameters/fields';
import { fallbackOf, isLocalized } from './parameters/localized';
import type { ParameterValues } from './parameters/values';
import { buttonsOf, componentOf, upper, type Template, type TemplateComponent } from './template';
import { fillVariables } from './variables';

/** A header as the customer sees it. */
export interface RenderedHeader {
	/** `text`, `image`, `video`, `document`, `gif`, `location` or `product`. */
	type: string;
	text?: string;
	/** Link, media ID, or product ID. */
	media?: string;
	filename?: string;
	location?: { latitude: string; longitude: string; name: string; address: string };
}

export interface RenderedButton {
	/** In lower case, e.g. `url`, `quick_reply`. */
	type: string;
	text: string;
	/** The whole URL, the phone number, or the code. */
	detail?: string;
}

/** A template message as WhatsApp shows it; `text` is the whole message as plain text. */
export interface RenderedTemplate {
	header?: RenderedHeader;
	offer?: { text: string; expires?: string; code?: string };
	body: string;
	footer?: string;
	buttons: RenderedButton[];
	cards?: Array<Omit<RenderedTemplate, 'text' | 'cards'>>;
	text: string;
}

/**
 * Renders a template with values; a variable without a value stays `{{1}}`.
 * Formatting marks (`*bold*`) stay as they are.
 */
export function renderTemplate(
	template: Pick<Template, 'components'> & Partial<Pick<Template, 'category'>>,
	values: ParameterValues = {},
): RenderedTemplate {
	const { components } = template;
	const filled = isAuthentication(template)
		? { 'body.1': values.code, 'button.0.url': values.code, ...values }
		: values;
	const carousel = componentOf(components, 'CAROUSEL');
	const cards = carousel?.cards?.map((card, index) =>
		renderPart(card.components, under(filled, `card.${index}`)),
	);
	const whole = {
		...renderPart(components, filled),
		...(cards && { cards }),
	};
	return { ...whole, text: plainText(whole) };
}

type Part = Omit<RenderedTemplate, 'text' | 'cards'>;

function renderPart(components: readonly TemplateComponent[], values: ParameterValues): Part {
	const header = componentOf(components, 'HEADER');
	const body = componentOf(components, 'BODY');
	const footer = componentOf(components, 'FOOTER');
	const offer = componentOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	const expiration = values['offer.expiration'];
	const coupon = Object.entries(values).find(([id]) => /^button\.\d+\.coupon$/.test(id))?.[1];
	const footerText = footer?.text ?? expiryText(footer);
	return {
		...(header && { header: renderHeader(header, values) }),
		...(offer && {
			offer: {
				text: offer.text ?? '',
				...(expiration !== undefined && { expires: isoDate(expiration) }),
				...(coupon !== undefined && { code: String(coupon) }),
			},
		}),
		body: body ? fill(bodyText(body), 'body', values) : '',
		...(footerText && { footer: footerText }),
		buttons: buttonsOf(components).map((button, index) => renderButton(button, index, values)),
	};
}

function renderHeader(header: TemplateComponent, values: ParameterValues): RenderedHeader {
	const type = upper(header.format).toLowerCase();
	const value = (id: string): string => String(values[`header.${type}${id}`] ?? '');
	if (type === 'text') return { type, text: fill(header.text ?? '', 'header.text', values) };
	if (type === 'location')
		return {
			type,
			location: {
				latitude: value('.latitude'),
				longitude: value('.longitude'),
				name: value('.name'),
				address: value('.address'),
			},
		};
	const media = type === 'product' ? value('.id') : value('');
	return {
		type,
		...(media && { media }),
		...(value('.filename') && { filename: value('.filename') }),
	};
}

/** The English text of authentication templates, which Meta writes. */
function bodyText(body: TemplateComponent): string {
	if (body.text) return body.text;
	const security = body.add_security_recommendation
		? ' For your security, do not share this code.'
		: '';
	return `*{{1}}* is your verification code.${security}`;
}

function expiryText(footer: TemplateComponent | undefined): string | undefined {
	const minutes = footer?.code_expiration_minutes;
	return minutes ? `This code expires in ${minutes} minutes.` : undefined;
}

function renderButton(
	button: ReturnType<typeof buttonsOf>[number],
	index: number,
	values: ParameterValues,
): RenderedButton {
	const type = upper(button.type).toLowerCase();
	const text = button.text ?? (type === 'copy_code' || type === 'otp' ? 'Copy code' : '');
	const value = (id: string): unknown => values[`button.${index}.${id}`];
	const detail = {
		url: fillVariables(button.url ?? '', () =>
			value('url') === undefined ? undefined : String(value('url')),
		),
		phone_number: button.phone_number,
		copy_code: value('coupon') === undefined ? undefined : String(value('coupon')),
		otp: value('url') === undefined ? undefined : String(value('url')),
	}[type];
	return { type, text, ...(detail && { detail }) };
}

function plainText({ cards, ...part }: Omit<RenderedTemplate, 'text'>): string {
	const lines = [partText(part)];
	cards?.forEach((card, index) => lines.push(`— Card ${index + 1} —\n${partText(card)}`));
	return lines.filter((line) => line !== '').join('\n\n');
}

function partText({ header, offer, body, footer, buttons }: Part): string {
	return [
		header && headerText(header),
		offer &&
			`⏳ ${[offer.text, offer.expires && `until ${offer.expires}`, offer.code && `code ${offer.code}`].filter(Boolean).join(' · ')}`,
		body,
		footer && `_${footer}_`,
		buttons.map(({ text, detail }) => `[ ${text} ]${detail ? ` → ${detail}` : ''}`).join('\n'),
	]
		.filter((line) => line)
		.join('\n\n');
}

function headerText({ type, text, media, filename, location }: RenderedHeader): string {
	if (type === 'text') return `*${text}*`;
	if (location) return `📍 ${[location.name, location.address].filter(Boolean).join(', ')}`;
	const icon = { image: '🖼', video: '🎬', gif: '🎬', document: '📄', product: '🛍' }[type] ?? '📎';
	return `${icon} ${filename ?? media ?? type}`;
}

function fill(text: string, place: string, values: ParameterValues): string {
	return fillVariables(text, (name) => {
		const value = values[`${place}.${name}`];
		if (value === undefined || value === null) return undefined;
		return isLocalized(value) ? fallbackOf(value) : String(value);
	});
}

/** Returns the values of one card without the prefix of the card. */
function under(values: ParameterValues, place: string): ParameterValues {
	return Object.fromEntries(
		Object.entries(values)
			.filter(([id]) => id.startsWith(`${place}.`))
			.map(([id, value]) => [id.slice(place.length + 1), value]),
	);
}

function isoDate(value: unknown): string {
	const time = milliseconds(value);
	return Number.isNaN(time) ? String(value) : new Date(time).toISOString();
}
