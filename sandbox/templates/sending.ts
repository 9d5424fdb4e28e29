import { refusal } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { TemplateCheck, TemplateHook, TemplateSending } from '../world/templates';
import type { World } from '../world/world';
import { renderTemplate } from './render';
import { componentOf, templates, type Button, type Component, type Template } from './template';
import { distinct, variablesIn } from './variables';

/** A parameter of a send, as loosely as it may come. */
export interface Parameter {
	type?: string;
	text?: unknown;
	parameter_name?: string;
	[key: string]: unknown;
}

/** A component of a send. */
export interface Sent {
	type?: string;
	sub_type?: string;
	index?: string | number;
	parameters?: Parameter[];
	cards?: Array<{ card_index?: number; components?: Sent[] }>;
}

const MEDIA = ['image', 'video', 'document', 'gif'];

/** The templates module's part in sending: what Meta refuses, with its codes. */
export function templateHook(world: World): TemplateHook {
	return {
		check: (given, number, sending) => check(world, given, number, sending),
	};
}

function check(
	world: World,
	given: unknown,
	number: PhoneNumber,
	{ viaMarketingApi, addressedBy }: TemplateSending,
): TemplateCheck {
	const { name, language, components } = (given ?? {}) as {
		name?: unknown;
		language?: { code?: unknown };
		components?: unknown;
	};
	if (typeof name !== 'string' || name === '') {
		throw refusal(131008, 'Parameter template.name is required.');
	}
	if (typeof language?.code !== 'string' || language.code === '') {
		throw refusal(131008, 'Parameter template.language.code is required.');
	}
	const template = find(world, number.businessAccountId, name, language.code);
	checkStatus(template, language.code);
	if (viaMarketingApi && template.category !== 'MARKETING') {
		throw refusal(134100, 'Only templates of the category MARKETING can be sent here.');
	}
	if (template.category === 'AUTHENTICATION' && addressedBy === 'user_id') {
		throw refusal(131062, 'Authentication templates need the phone number of the recipient.');
	}
	const sent = sentComponents(components);
	checkHeader(componentOf(template, 'HEADER'), one(sent, 'header'), template);
	checkText(componentOf(template, 'BODY'), one(sent, 'body'), template, 'body');
	checkOffer(componentOf(template, 'LIMITED_TIME_OFFER'), one(sent, 'limited_time_offer'));
	checkButtons(componentOf(template, 'BUTTONS')?.buttons ?? [], sent, template);
	checkCarousel(componentOf(template, 'CAROUSEL'), one(sent, 'carousel'), template);
	return {
		category: template.category.toLowerCase(),
		rendered: renderTemplate(world, number, template, sent),
		templateId: template.id,
		messageStatus: 'accepted',
	};
}

function find(world: World, accountId: string, name: string, language: string): Template {
	const template = world
		.use(templates)
		.named(accountId, name)
		.find((one) => one.language === language);
	if (template && template.status !== 'PENDING' && template.status !== 'REJECTED') return template;
	throw refusal(132001, `template name (${name}) does not exist in ${language}`);
}

function checkStatus(template: Template, language: string): void {
	if (template.status === 'PAUSED') {
		throw refusal(132015, `Template ${template.name} (${language}) is paused due to low quality.`);
	}
	if (template.status === 'DISABLED') {
		throw refusal(132016, `Template ${template.name} (${language}) is disabled.`);
	}
	if (template.status !== 'APPROVED') {
		throw refusal(132001, `template name (${template.name}) does not exist in ${language}`);
	}
}

function sentComponents(components: unknown): Sent[] {
	if (components === undefined || components === null) return [];
	if (!Array.isArray(components)) {
		throw refusal(131009, 'Parameter template.components must be an array.');
	}
	return (components as Sent[]).map((component) => ({
		...component,
		type: String(component.type ?? '').toLowerCase(),
		sub_type: component.sub_type?.toLowerCase(),
	}));
}

function one(sent: Sent[], type: string): Sent | undefined {
	const found = sent.filter((component) => component.type === type);
	if (found.length > 1) throw refusal(132018, `components holds more than one ${type}.`);
	return found[0];
}

function checkHeader(
	header: Component | undefined,
	sent: Sent | undefined,
	template: Template,
): void {
	const parameters = sent?.parameters ?? [];
	const format = header?.format ?? 'NONE';
	if (format === 'NONE') {
		if (parameters.length > 0) throw counts('header', parameters.length, 0);
		return;
	}
	if (format === 'TEXT') {
		checkText(header, sent, template, 'header');
		return;
	}
	if (format === 'LOCATION') {
		const location = parameters[0]?.location as Record<string, unknown> | undefined;
		const complete = ['latitude', 'longitude', 'name', 'address'].every(
			(key) => location?.[key] !== undefined && location[key] !== '',
		);
		if (parameters[0]?.type !== 'location' || !complete) {
			throw formats('header', 'expected LOCATION with latitude, longitude, name and address');
		}
		return;
	}
	const kind = format.toLowerCase();
	const [parameter] = parameters;
	if (parameters.length !== 1) {
		throw formats(
			'header',
			`expected ${format}, received ${parameters.length === 0 ? 'UNKNOWN' : 'several parameters'}`,
		);
	}
	if (parameter.type?.toLowerCase() !== kind) {
		throw formats('header', `expected ${format}, received ${String(parameter.type).toUpperCase()}`);
	}
	if (MEDIA.includes(kind)) {
		const media = parameter[kind] as { id?: string; link?: string } | undefined;
		if (!media || (!media.id && !media.link)) {
			throw refusal(131008, `Parameter ${kind} of the header needs an id or a link.`);
		}
	}
}

function checkText(
	component: Component | undefined,
	sent: Sent | undefined,
	template: Template,
	where: string,
): void {
	const names = distinct(variablesIn(component?.text ?? ''));
	const parameters = sent?.parameters ?? [];
	if (parameters.length !== names.length) throw counts(where, parameters.length, names.length);
	for (const parameter of parameters) checkValue(parameter, where);
	if (template.parameterFormat !== 'NAMED' || names.length === 0) return;
	for (const name of names) {
		if (!parameters.some((parameter) => parameter.parameter_name === name)) {
			throw refusal(
				parameters.some((parameter) => !parameter.parameter_name) ? 100 : 132012,
				parameters.some((parameter) => !parameter.parameter_name)
					? 'Parameter name is missing or empty'
					: `${where}: there is no parameter with the name ${name}`,
			);
		}
	}
}

function checkValue(parameter: Parameter, where: string): void {
	const type = parameter.type?.toLowerCase();
	if (type === 'text') {
		const { text } = parameter;
		if (typeof text !== 'string' || text === '') {
			throw refusal(131008, `Parameter of type text in ${where} is missing text value`);
		}
		if (/[\n\t]| {5,}/.test(text)) {
			throw refusal(
				132018,
				`Param text cannot have new-line/tab characters or more than 4 consecutive spaces (${where})`,
			);
		}
		if (text.length > 1024)
			throw refusal(132005, `The text of a parameter in ${where} is too long`);
		return;
	}
	if (type === 'currency') {
		const currency = parameter.currency as Record<string, unknown> | undefined;
		if (!currency?.fallback_value || !currency.code || typeof currency.amount_1000 !== 'number') {
			throw formats(where, 'currency needs fallback_value, code and amount_1000');
		}
		return;
	}
	if (type === 'date_time') {
		if (!(parameter.date_time as Record<string, unknown> | undefined)?.fallback_value) {
			throw formats(where, 'date_time needs fallback_value');
		}
		return;
	}
	if (type === 'group_id' && parameter.group_id) return;
	throw formats(where, `unknown parameter type ${parameter.type ?? '(none)'}`);
}

function checkOffer(offer: Component | undefined, sent: Sent | undefined): void {
	if (!offer) {
		if (sent) throw counts('limited_time_offer', 1, 0);
		return;
	}
	if (!offer.limited_time_offer?.has_expiration) return;
	const time = (sent?.parameters?.[0]?.limited_time_offer as { expiration_time_ms?: unknown })
		?.expiration_time_ms;
	if (typeof time !== 'number') {
		throw formats('limited_time_offer', 'expiration_time_ms is required');
	}
}

/** What each kind of button takes: the type of its parameter, and whether it must be there. */
function expectation(button: Button): { types: string[]; required: boolean; subTypes: string[] } {
	switch (button.type) {
		case 'URL': {
			const variable = variablesIn(button.url ?? '').length > 0;
			return { types: variable ? ['text', 'group_id'] : [], required: variable, subTypes: ['url'] };
		}
		case 'QUICK_REPLY':
			return { types: ['payload'], required: false, subTypes: ['quick_reply'] };
		case 'COPY_CODE':
			return { types: ['coupon_code'], required: true, subTypes: ['copy_code'] };
		case 'OTP':
			return { types: ['text'], required: true, subTypes: ['url'] };
		case 'FLOW':
			return { types: ['action'], required: false, subTypes: ['flow'] };
		case 'CATALOG':
			return { types: ['action'], required: false, subTypes: ['catalog'] };
		case 'MPM':
			return { types: ['action'], required: true, subTypes: ['mpm'] };
		case 'ORDER_DETAILS':
			return { types: ['action'], required: true, subTypes: ['order_details'] };
		case 'VOICE_CALL':
			return { types: ['ttl_minutes', 'payload'], required: false, subTypes: ['voice_call'] };
		default:
			return { types: [], required: false, subTypes: [button.type.toLowerCase()] };
	}
}

function checkButtons(buttons: Button[], components: Sent[], template: Template): void {
	const sent = components.filter(({ type }) => type === 'button');
	for (const component of sent) {
		const index =
			component.index === undefined ? buttonOf(buttons, component) : Number(component.index);
		const button = buttons[index];
		if (!button) throw counts(`buttons (index ${component.index ?? '?'})`, 1, 0);
		const { types, subTypes } = expectation(button);
		if (!subTypes.includes(component.sub_type ?? '')) {
			throw formats(
				`buttons (index ${index})`,
				`expected sub_type ${subTypes[0]}, received ${component.sub_type ?? '(none)'}`,
			);
		}
		const parameters = component.parameters ?? [];
		if (parameters.length === 0 || types.length === 0) {
			throw counts(`buttons (index ${index})`, parameters.length, types.length === 0 ? 0 : 1);
		}
		for (const parameter of parameters) checkButtonValue(parameter, types, index, button);
	}
	for (const [index, button] of buttons.entries()) {
		const given = sent.some((component) =>
			component.index === undefined
				? buttonOf(buttons, component) === index
				: Number(component.index) === index,
		);
		if (expectation(button).required && !given) {
			throw refusal(
				131008,
				`buttons: Button at index ${index} of type ${button.type === 'OTP' || button.type === 'URL' ? 'Url' : button.type} requires a parameter`,
			);
		}
	}
	if (template.category === 'AUTHENTICATION') checkCode(components);
}

function buttonOf(buttons: Button[], { sub_type: subType }: Sent): number {
	return buttons.findIndex((button) => expectation(button).subTypes.includes(subType ?? ''));
}

function checkButtonValue(
	parameter: Parameter,
	types: string[],
	index: number,
	button: Button,
): void {
	const where = `buttons (index ${index})`;
	const type = parameter.type?.toLowerCase() ?? '';
	if (!types.includes(type))
		throw formats(where, `expected ${types[0]}, received ${type || '(none)'}`);
	if (type === 'text' || type === 'payload' || type === 'coupon_code') {
		const value = parameter[type];
		if (typeof value !== 'string' || value === '') {
			throw refusal(131008, `${where}: the ${type} is missing`);
		}
		if (type === 'coupon_code' && value.length > 20)
			throw refusal(132005, `${where}: the code is too long`);
		if (button.type === 'OTP' && value.length > 15)
			throw refusal(132005, `${where}: the code is too long`);
		return;
	}
	if (type === 'action') {
		if (typeof parameter.action !== 'object' || parameter.action === null) {
			throw formats(where, 'action must be an object');
		}
		const { sections } = parameter.action as { sections?: unknown[] };
		if (button.type === 'MPM' && !(Array.isArray(sections) && sections.length > 0)) {
			throw formats(where, 'action.sections is required');
		}
	}
}

/** The code of an authentication template stands in the body and in the button, and is the same. */
function checkCode(components: Sent[]): void {
	const code = (type: string) =>
		components.find((component) => component.type === type)?.parameters?.[0]?.text;
	const body = code('body');
	if (typeof body === 'string' && body.length > 15) {
		throw refusal(132005, 'The one-time password has more than 15 characters');
	}
	if (body !== code('button')) {
		throw refusal(132018, 'The code of the body and the code of the button are different');
	}
}

function checkCarousel(
	carousel: Component | undefined,
	sent: Sent | undefined,
	template: Template,
): void {
	const cards = carousel?.cards ?? [];
	const given = sent?.cards ?? [];
	if (cards.length === 0) {
		if (sent) throw counts('carousel', given.length, 0);
		return;
	}
	const products = componentFor(cards[0].components, 'HEADER')?.format === 'PRODUCT';
	const fits = products ? given.length >= 2 && given.length <= 10 : given.length === cards.length;
	if (!fits) throw counts('carousel cards', given.length, cards.length);
	const indexes = new Set(given.map((card) => card.card_index));
	for (const [position, card] of given.entries()) {
		if (indexes.size !== given.length || !Number.isInteger(card.card_index)) {
			throw formats('carousel', 'card_index must count from 0');
		}
		const definition = cards[products ? 0 : (card.card_index ?? position)];
		if (!definition) throw formats('carousel', `there is no card ${card.card_index}`);
		const components = sentComponents(card.components);
		checkHeader(componentFor(definition.components, 'HEADER'), one(components, 'header'), template);
		checkText(
			componentFor(definition.components, 'BODY'),
			one(components, 'body'),
			template,
			`card ${position} body`,
		);
		checkButtons(
			componentFor(definition.components, 'BUTTONS')?.buttons ?? [],
			components,
			template,
		);
	}
}

function componentFor(components: Component[], type: string): Component | undefined {
	return components.find((component) => component.type === type);
}

function counts(where: string, given: number, expected: number) {
	return refusal(
		132000,
		`${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
	);
}

function formats(where: string, details: string) {
	return refusal(132012, `${where}: Format mismatch, ${details}`);
}
