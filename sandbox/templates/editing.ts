import { GraphError, invalidParameter } from '../graph/errors';
import type { GraphRequest } from '../graph/request';
import type { World } from '../world/world';
import { checkedComponents } from './definition';
import { invalidTemplate, LOCKED } from './rejection';
import { startReview } from './review';
import { CATEGORIES, formatOf, ttl } from './rules';
import { publishComponents } from './templateWebhooks';
import type { Template } from './template';

const DAY = 86_400_000;

/** Edits an approved, rejected, or paused template. An approved one can be edited once a day and 10 times in 30 days. */
export function editTemplate(world: World, template: Template, { params }: GraphRequest): unknown {
	if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
		throw invalidTemplate(
			`Message templates can only be edited when they are APPROVED, REJECTED or PAUSED; this one is ${template.status}.`,
			LOCKED,
		);
	}
	const category =
		params.category === undefined ? template.category : String(params.category).toUpperCase();
	if (category !== template.category && template.status === 'APPROVED') {
		throw invalidTemplate('The category of an approved template cannot be changed.', LOCKED);
	}
	if (!CATEGORIES.includes(category)) throw invalidParameter('Param category is not valid.');
	const format =
		params.parameter_format === undefined
			? template.parameterFormat
			: formatOf(params.parameter_format);
	const components =
		params.components === undefined
			? undefined
			: checkedComponents(params.components, category, format);
	const seconds = ttl(params.message_send_ttl_seconds, category);
	const now = world.clock.now();
	if (template.status === 'APPROVED' && components) {
		template.edits = template.edits.filter((time) => time > now - 30 * DAY);
		if (template.edits.some((time) => time > now - DAY) || template.edits.length >= 10) {
			throw new GraphError({
				code: 100,
				subcode: LOCKED,
				message: 'Invalid parameter',
				userTitle: "Message template can't be edited",
				userMessage: 'An approved template can be edited once a day and 10 times in 30 days.',
			});
		}
		template.edits.push(now);
	}
	if (seconds !== undefined) template.messageSendTtlSeconds = seconds;
	template.category = category;
	template.parameterFormat = format;
	if (components) {
		template.components = components;
		publishComponents(world, template);
		startReview(world, template);
	}
	return { success: true, id: template.id, name: template.name, category: template.category };
}
