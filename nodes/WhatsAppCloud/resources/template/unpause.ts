import { unpauseTemplate } from '../../../../cloud-api/templates/remove';
import { account } from '../../fields/account';
import { templateId } from '../../fields/template';
import type { Operation } from '../../runtime/operation';

export const unpause: Operation = {
	name: 'Unpause',
	value: 'unpause',
	action: 'Unpause a template',
	description:
		'End a pause that was caused by a rate limit. Pauses for low quality expire after 3 or 6 hours.',
	fields: [templateId, account],
	async run({ graph, param }) {
		const id = param.locator('template');
		const { success } = await unpauseTemplate(graph, id);
		return { unpaused: success !== false, templateId: id };
	},
};
