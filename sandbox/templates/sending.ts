import { rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { TemplateCheck, TemplateHook, TemplateSending } from '../world/templates';
import type { World } from '../world/world';
import { renderTemplate } from './render';
import { counts, formats, one, sentComponents, type Sent } from './sent';
import { checkButtons } from './sentButtons';
import { checkCarousel } from './sentCarousel';
import { checkHeader, checkText } from './sentText';
import { componentOf, templates, type Component, type Template } from './template';

/** Checks template messages as Meta does, with Meta's codes. */
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
		throw rejection(131008, 'Parameter template.name is required.');
	}
	if (typeof language?.code !== 'string' || language.code === '') {
		throw rejection(131008, 'Parameter template.language.code is required.');
	}
	const template = find(world, number.businessAccountId, name, language.code);
	checkStatus(template, language.code);
	if (viaMarketingApi && template.category !== 'MARKETING') {
		throw rejection(134100, 'Only templates of the category MARKETING can be sent here.');
	}
	if (template.category === 'AUTHENTICATION' && addressedBy === 'user_id') {
		throw rejection(131062, 'Authentication templates need the phone number of the recipient.');
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
	throw rejection(132001, `template name (${name}) does not exist in ${language}`);
}

function checkStatus(template: Template, language: string): void {
	if (template.status === 'PAUSED') {
		throw rejection(
			132015,
			`Template ${template.name} (${language}) is paused due to low quality.`,
		);
	}
	if (template.status === 'DISABLED') {
		throw rejection(132016, `Template ${template.name} (${language}) is disabled.`);
	}
	if (template.status !== 'APPROVED') {
		throw rejection(132001, `template name (${template.name}) does not exist in ${language}`);
	}
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
