import type { JsonObject, MediaView, RenderedButton, RenderedTemplate } from '../control/types';
import { mediaView, uploadedMedia } from '../messages/mediaOf';
import type { MediaType } from '../media/rules';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import type { Parameter, Sent } from './sent';
import { FIXED_LABELS } from './fixedLabels';
import { componentOf, type Button, type Component, type Template } from './template';
import { distinct, fill, variablesIn } from './variables';

/** A template with its parameter values, as the customer sees it. */
export function renderTemplate(
	world: World,
	number: PhoneNumber,
	template: Template,
	sent: Sent[],
): RenderedTemplate {
	const part = (type: string) => sent.find((component) => component.type === type);
	const offer = componentOf(template, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	const carousel = componentOf(template, 'CAROUSEL');
	const body = componentOf(template, 'BODY');
	const footer = componentOf(template, 'FOOTER');
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	return {
		name: template.name,
		language: template.language,
		category: template.category,
		...header(world, number, componentOf(template, 'HEADER'), part('header')),
		...(body?.text && { body: fill(body.text, values(body, part('body'))) }),
		...(footer?.text && { footer: footer.text }),
		...(buttons && { buttons: buttonsOf(buttons, sent) }),
		...(offer && {
			offer: { text: offer.text ?? '', expiresAt: expiry(part('limited_time_offer')) },
		}),
		...(carousel && { cards: cardsOf(world, number, carousel, part('carousel')) }),
	};
}

function header(
	world: World,
	number: PhoneNumber,
	component: Component | undefined,
	sent: Sent | undefined,
): Pick<RenderedTemplate, 'header'> {
	const format = component?.format;
	if (!component || !format) return {};
	if (format === 'TEXT') {
		return { header: { format, text: fill(component.text ?? '', values(component, sent)) } };
	}
	const [parameter] = sent?.parameters ?? [];
	if (format === 'LOCATION') {
		return { header: { format, location: parameter?.location as JsonObject } };
	}
	return { header: { format, media: media(world, number, format, parameter) } };
}

/** Throws 131009 for an unknown media ID. */
function media(
	world: World,
	number: PhoneNumber,
	format: string,
	parameter: Parameter | undefined,
): MediaView | undefined {
	const key = format.toLowerCase();
	const given = parameter?.[key] as { id?: string; link?: string; filename?: string } | undefined;
	if (!given) return undefined;
	const reference = {
		path: '',
		mediaType: (key === 'gif' ? 'video' : key) as MediaType,
		id: given.id,
		link: given.link,
		filename: given.filename,
	};
	return mediaView(
		world,
		reference,
		given.id === undefined ? undefined : uploadedMedia(world, number, reference),
	);
}

function values(component: Component, sent: Sent | undefined): Map<string, string> {
	const names = distinct(variablesIn(component.text ?? ''));
	const filled = new Map<string, string>();
	for (const [index, parameter] of (sent?.parameters ?? []).entries()) {
		filled.set(parameter.parameter_name ?? names[index] ?? '', text(parameter));
	}
	return filled;
}

function text(parameter: Parameter): string {
	const fallback = (key: string) =>
		(parameter[key] as { fallback_value?: string } | undefined)?.fallback_value;
	return String(parameter.text ?? fallback('currency') ?? fallback('date_time') ?? '');
}

function buttonsOf(buttons: Button[], sent: Sent[]): RenderedButton[] {
	return buttons.map((button, index) => {
		const parameter = sent.find(
			(component) => component.type === 'button' && Number(component.index ?? 0) === index,
		)?.parameters?.[0];
		const value = typeof parameter?.text === 'string' ? parameter.text : '';
		const action = parameter?.action as { flow_token?: string } | undefined;
		const isOtp = button.type === 'OTP';
		return {
			type: button.type,
			text: button.text ?? FIXED_LABELS[button.type] ?? '',
			...(button.type === 'QUICK_REPLY' && {
				payload: typeof parameter?.payload === 'string' ? parameter.payload : button.text,
			}),
			...(button.url !== undefined && {
				url: button.url.replace(/\{\{[^{}]*\}\}$/, encodeURI(value)),
			}),
			...(button.phone_number !== undefined && { phoneNumber: button.phone_number }),
			...(isOtp && { code: value }),
			...(typeof parameter?.coupon_code === 'string' && { code: parameter.coupon_code }),
			...(action?.flow_token !== undefined && { flowToken: action.flow_token }),
		};
	});
}

function expiry(sent: Sent | undefined): number | undefined {
	const offer = sent?.parameters?.[0]?.limited_time_offer as
		| { expiration_time_ms?: number }
		| undefined;
	return offer?.expiration_time_ms;
}

function cardsOf(
	world: World,
	number: PhoneNumber,
	carousel: Component,
	sent: Sent | undefined,
): RenderedTemplate['cards'] {
	const definitions = carousel.cards ?? [];
	return (sent?.cards ?? []).map((card, position) => {
		const definition = definitions[card.card_index ?? position] ?? definitions[0];
		const of = (type: string) => definition.components.find((one) => one.type === type);
		const given = card.components ?? [];
		const part = (type: string) => given.find((one) => one.type?.toLowerCase() === type);
		const [head, body, buttons] = [of('HEADER'), of('BODY'), of('BUTTONS')?.buttons];
		const [parameter] = part('header')?.parameters ?? [];
		const format = head?.format ?? 'IMAGE';
		return {
			header:
				format === 'PRODUCT'
					? { format, product: parameter?.product as JsonObject }
					: { format, media: media(world, number, format, parameter) },
			...(body?.text && { body: fill(body.text, values(body, part('body'))) }),
			...(buttons && {
				buttons: buttonsOf(
					buttons,
					given.map((one) => ({ ...one, type: one.type?.toLowerCase() })),
				),
			}),
		};
	});
}
