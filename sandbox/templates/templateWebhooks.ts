import type { World } from '../world/world';
import type { Template } from './template';

/** In webhooks, template IDs are numbers and languages have a dash. */
function about(template: Template): Record<string, unknown> {
	return {
		message_template_id: Number(template.id),
		message_template_name: template.name,
		message_template_language: template.language.replace('_', '-'),
	};
}

/** `message_template_status_update` */
export function publishStatus(
	world: World,
	template: Template,
	event: string,
	more: Record<string, unknown> = {},
): void {
	world.webhooks.publish({
		accountId: template.accountId,
		field: 'message_template_status_update',
		value: {
			event,
			...about(template),
			reason: null,
			message_template_category: template.category,
			...more,
			...(more.reason !== undefined && more.reason !== 'NONE'
				? {
						rejection_info: {
							reason: more.reason,
							recommendation: 'Edit the template and submit it again.',
						},
					}
				: {}),
		},
	});
}

/** `message_template_quality_update` */
export function publishQuality(world: World, template: Template, previous: string): void {
	world.webhooks.publish({
		accountId: template.accountId,
		field: 'message_template_quality_update',
		value: {
			previous_quality_score: previous,
			new_quality_score: template.quality.score,
			...about(template),
		},
	});
}

/** `template_category_update` */
export function publishCategory(world: World, template: Template): void {
	world.webhooks.publish({
		accountId: template.accountId,
		field: 'template_category_update',
		value: {
			...about(template),
			previous_category: template.previousCategory,
			new_category: template.category,
		},
	});
}

/** `message_template_components_update` */
export function publishComponents(world: World, template: Template): void {
	const part = (type: string) => template.components.find((one) => one.type === type);
	world.webhooks.publish({
		accountId: template.accountId,
		field: 'message_template_components_update',
		value: {
			...about(template),
			message_template_element: part('BODY')?.text,
			message_template_title: part('HEADER')?.text,
			message_template_footer: part('FOOTER')?.text,
			message_template_buttons: part('BUTTONS')?.buttons?.map((button) => ({
				message_template_button_type: button.type,
				message_template_button_text: button.text,
				message_template_button_url: button.url,
				message_template_button_phone_number: button.phone_number,
			})),
		},
	});
}
