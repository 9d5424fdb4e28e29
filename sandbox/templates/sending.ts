import { z } from 'zod/v3';
import { checkTemplateFlow } from '../flows/sentFlow';
import { rejection } from '../graph/errors';
import { ORDER_STATUSES } from '../messages/types/interactive/orders';
import { text } from '../messages/schema';
import type { PhoneNumber } from '../world/directory';
import type { TemplateCheck, TemplateHook, TemplateSending } from '../world/templates';
import type { World } from '../world/world';
import { withInviteLinks } from './inviteLinks';
import { renderTemplate } from './render';
import { counts, formats, one, sentTemplate, type Sent } from './sent';
import { checkButtons } from './sentButtons';
import { checkCarousel } from './sentCarousel';
import { checkHeader, checkText, checkValueOf } from './sentText';
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
	const { name, language, components: sent } = sentTemplate(given);
	const template = find(world, number.businessAccountId, name, language);
	checkStatus(template, language);
	if (viaMarketingApi && template.category !== 'MARKETING') {
		throw rejection(134100, 'Only templates of the category MARKETING can be sent here.');
	}
	if (template.category === 'AUTHENTICATION' && addressedBy === 'user_id') {
		throw rejection(131062, 'Authentication templates need the phone number of the recipient.');
	}
	checkTypes(template, sent);
	checkHeader(componentOf(template, 'HEADER'), one(sent, 'header'));
	checkText(componentOf(template, 'BODY'), one(sent, 'body'), 'body');
	checkOffer(componentOf(template, 'LIMITED_TIME_OFFER'), one(sent, 'limited_time_offer'));
	checkOrderStatus(template, one(sent, 'order_status'));
	checkButtons(componentOf(template, 'BUTTONS')?.buttons ?? [], sent, template);
	checkTemplateFlow(world, number, template.id);
	checkCarousel(componentOf(template, 'CAROUSEL'), one(sent, 'carousel'), template);
	return {
		category: template.category.toLowerCase(),
		rendered: renderTemplate(world, number, template, withInviteLinks(world, number, sent)),
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

const COMPONENTS: Record<string, string> = {
	header: 'HEADER',
	body: 'BODY',
	button: 'BUTTONS',
	limited_time_offer: 'LIMITED_TIME_OFFER',
	carousel: 'CAROUSEL',
	tap_target_configuration: 'BODY',
	order_status: 'BODY',
	call_permission_request: 'CALL_PERMISSION_REQUEST',
};

/** Component types that Meta does not know are invalid (131009). */
function checkTypes(template: Template, sent: Sent[]): void {
	for (const { type } of sent) {
		if (!Object.hasOwn(COMPONENTS, type)) {
			throw rejection(
				131009,
				`Param template['components'] has a component of the unknown type "${type}".`,
			);
		}
		if (type === 'button' && !componentOf(template, 'BUTTONS')) throw counts('buttons', 1, 0);
	}
}

const orderStatus = z
	.object({
		reference_id: text(35),
		order: z.object({ status: z.enum(ORDER_STATUSES), description: text(120).optional() }).strict(),
	})
	.strict();

/** A template of the sub-category ORDER_STATUS requires the component order_status; others do not accept it. */
function checkOrderStatus({ subCategory }: Template, sent: Sent | undefined): void {
	if (subCategory !== 'ORDER_STATUS') {
		if (sent) throw counts('order_status', 1, 0);
		return;
	}
	const [parameter] = sent?.parameters ?? [];
	if (parameter?.type.toLowerCase() !== 'order_status') {
		throw rejection(131008, 'The template requires the component order_status.');
	}
	checkValueOf(orderStatus, parameter.order_status, 'order_status');
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
