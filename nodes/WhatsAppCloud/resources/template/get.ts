import { getTemplate } from '../../../../cloud-api/templates/read';
import { account } from '../../fields/account';
import { simplify } from '../../fields/simplify';
import { templateId } from '../../fields/template';
import type { Operation } from '../../runtime/operation';
import { templateItem } from './records';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a template',
	description:
		'Get one language of a template: status, quality, rejection reason, text, and parameters',
	fields: [templateId, account, simplify],
	async run({ graph, param }) {
		const template = await getTemplate(graph, param.locator('template'));
		return templateItem(param, template, new Date().toISOString());
	},
};
