import { z } from 'zod/v3';
import { parse } from '../messages/schema';
import { checkButtons } from './buttons';
import { BODY, invalidTemplate, TOO_LONG } from './rejection';
import type { Component, Template } from './template';
import { checkBody, checkFooter, checkHeader } from './textParts';

const HEADERS = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT', 'GIF'] as const;
const KNOWN = new Set([
	'HEADER',
	'BODY',
	'FOOTER',
	'BUTTONS',
	'CAROUSEL',
	'LIMITED_TIME_OFFER',
	'CALL_PERMISSION_REQUEST',
]);

const definitionButton = z
	.object({
		type: z.string().min(1),
		text: z.string().optional(),
		url: z.string().optional(),
		phone_number: z.string().optional(),
		supported_apps: z.array(z.record(z.unknown())).optional(),
	})
	.passthrough();

/** The structure of a component; its content is checked by type. */
const definitionComponent: z.ZodType<Component, z.ZodTypeDef, unknown> = z.lazy(() =>
	z
		.object({
			type: z.string().min(1),
			format: z.string().optional(),
			text: z.string().optional(),
			example: z.record(z.unknown()).optional(),
			buttons: z.array(definitionButton).optional(),
			cards: z.array(z.object({ components: z.array(definitionComponent) })).optional(),
			limited_time_offer: z
				.object({ text: z.string().optional(), has_expiration: z.boolean().optional() })
				.optional(),
			add_security_recommendation: z.boolean().optional(),
			code_expiration_minutes: z.coerce.number().optional(),
		})
		.passthrough(),
);

/**
 * Checks the components of a submitted template and returns them as Meta stores them: types and
 * formats in upper case. Throws `(#100)` with the reason in `error_user_msg`.
 */
export function checkedComponents(
	given: unknown,
	category: string,
	format: Template['parameterFormat'],
): Component[] {
	if (!Array.isArray(given) || given.length === 0) {
		throw invalidTemplate('Message template "components" param is missing.');
	}
	const components = parse(z.array(definitionComponent), given, 'components').map(
		withUpperCaseTypes,
	);
	for (const { type } of components) {
		if (!KNOWN.has(type)) throw invalidTemplate(`Component type ${type} is not known.`);
		if (components.filter((one) => one.type === type).length > 1) {
			throw invalidTemplate(`There is more than one ${type} component.`);
		}
	}
	if (category === 'AUTHENTICATION') checkAuthentication(components);
	else checkOrdinary(components, category, format);
	return components;
}

function checkOrdinary(
	components: Component[],
	category: string,
	format: Template['parameterFormat'],
): void {
	const part = (type: string) => components.find((one) => one.type === type);
	const [header, body, footer, buttons] = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS'].map(part);
	const offer = part('LIMITED_TIME_OFFER');
	const carousel = part('CAROUSEL');
	if (!body) throw invalidTemplate('A template requires a body.', BODY);
	checkBody(body, format, offer ? 600 : 1024);
	if (header) checkHeader(header, format, HEADERS);
	if (footer) checkFooter(footer);
	if (buttons) checkButtons(buttons.buttons ?? [], category);
	if (offer) checkOffer(offer, header, footer, buttons, category);
	if (carousel) {
		if (header || footer)
			throw invalidTemplate(
				'A carousel template cannot have a header or footer outside of its cards.',
			);
		checkCarousel(carousel, category, format);
	}
}

function checkOffer(
	{ limited_time_offer: offer }: Component,
	header: Component | undefined,
	footer: Component | undefined,
	buttons: Component | undefined,
	category: string,
): void {
	if (category !== 'MARKETING')
		throw invalidTemplate('Limited-time offers are MARKETING templates.');
	const text = offer?.text ?? '';
	if (text === '' || [...text].length > 16) {
		throw invalidTemplate('The offer text must have 1 to 16 characters.', TOO_LONG);
	}
	if (header && !['IMAGE', 'VIDEO'].includes(header.format ?? '')) {
		throw invalidTemplate('The header of a limited-time offer is an image or a video.');
	}
	if (footer) throw invalidTemplate('A limited-time offer has no footer.');
	const code = buttons?.buttons?.find(({ type }) => type === 'COPY_CODE');
	const sample: unknown = Array.isArray(code?.example) ? code.example[0] : code?.example;
	if (typeof sample === 'string' && sample.length > 15) {
		throw invalidTemplate('The code of a limited-time offer has 15 characters at most.', TOO_LONG);
	}
}

function checkCarousel(
	{ cards }: Component,
	category: string,
	format: Template['parameterFormat'],
): void {
	if (!Array.isArray(cards) || cards.length < 2 || cards.length > 10) {
		throw invalidTemplate('A carousel has 2 to 10 cards.');
	}
	const shapes = cards.map((card) => {
		const parts = (card.components ?? []).map(withUpperCaseTypes);
		card.components = parts;
		const part = (type: string) => parts.find((one) => one.type === type);
		const [header, body, buttons] = [part('HEADER'), part('BODY'), part('BUTTONS')];
		if (!header) throw invalidTemplate('Every card requires a header.');
		checkHeader(header, format, ['IMAGE', 'VIDEO', 'PRODUCT']);
		if (body) checkBody(body, format, 160);
		if (!buttons) throw invalidTemplate('Every card requires a button.');
		if ((buttons.buttons ?? []).length > 2) throw invalidTemplate('A card has 2 buttons at most.');
		checkButtons(buttons.buttons ?? [], category);
		const buttonTypes = (buttons.buttons ?? []).map(({ type }) => type);
		return JSON.stringify([header.format, body !== undefined, buttonTypes]);
	});
	if (new Set(shapes).size > 1) {
		throw invalidTemplate(
			'All cards must have the same components: header format, body, and buttons.',
		);
	}
}

/** Authentication templates have a fixed body and footer; a submission sets only their options. */
function checkAuthentication(components: Component[]): void {
	for (const { type, text, format } of components) {
		if (!['BODY', 'FOOTER', 'BUTTONS'].includes(type)) {
			throw invalidTemplate(`Authentication templates have no ${type} component.`);
		}
		if (text !== undefined || format !== undefined) {
			throw invalidTemplate('Authentication templates cannot have custom text.');
		}
	}
	const part = (type: string) => components.find((one) => one.type === type);
	const minutes = part('FOOTER')?.code_expiration_minutes;
	if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 90)) {
		throw invalidTemplate('code_expiration_minutes must be a whole number from 1 to 90.');
	}
	const buttons = part('BUTTONS')?.buttons ?? [];
	if (buttons.length !== 1 || buttons[0].type !== 'OTP') {
		throw invalidTemplate('Authentication templates have exactly one OTP button.');
	}
	checkButtons(buttons, 'AUTHENTICATION');
	const body = part('BODY');
	const footer = part('FOOTER');
	if (body) {
		body.text = `*{{1}}* is your verification code.${
			body.add_security_recommendation ? ' For your security, do not share this code.' : ''
		}`;
	}
	if (footer && minutes !== undefined) {
		footer.text = `This code expires in ${minutes} minutes.`;
	}
	if (!buttons[0].text) buttons[0].text = 'Copy code';
	if (!body) {
		components.unshift({ type: 'BODY', text: '*{{1}}* is your verification code.' });
	}
}

function withUpperCaseTypes(component: unknown): Component {
	const { type, format, buttons, ...rest } = (component ?? {}) as Component;
	return {
		type: String(type ?? '').toUpperCase(),
		...(format !== undefined && { format: String(format).toUpperCase() }),
		...(buttons !== undefined && {
			buttons: buttons.map((button) => ({
				...button,
				type: String(button.type ?? '').toUpperCase(),
			})),
		}),
		...rest,
	};
}
