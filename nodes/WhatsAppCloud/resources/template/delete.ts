import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { getTemplate, languagesOf } from '../../../../cloud-api/templates/read';
import {
	deleteAllLanguages,
	deleteTemplate,
	deleteTemplates,
} from '../../../../cloud-api/templates/remove';
import { account } from '../../fields/account';
import { templateId } from '../../fields/template';
import type { Call, Operation } from '../../runtime/operation';
import { givenIds, templateIds } from './records';

export const deleteOperation: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a template',
	description:
		'Delete one language of a template, all languages, or many templates by ID. The name cannot be reused for 30 days.',
	fields: [
		{
			displayName: 'Templates to Delete',
			name: 'scope',
			type: 'options',
			options: [
				{
					name: 'All Languages of a Name',
					value: 'name',
					description: 'Delete the template in every language',
				},
				{
					name: 'Many by ID',
					value: 'ids',
					description: 'Delete up to 100 templates, all or none',
				},
				{ name: 'One Language', value: 'one', description: 'Keep the other languages' },
			],
			default: 'one',
			description: 'Which templates to delete',
		},
		...updateDisplayOptions({ show: { scope: ['one'] } }, [templateId]),
		...updateDisplayOptions({ show: { scope: ['name'] } }, [
			{
				displayName: 'Template Name',
				name: 'templateName',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. order_confirmation',
				description: 'The name without a language',
			},
			{
				displayName: 'Delete Every Language',
				name: 'everyLanguage',
				type: 'boolean',
				default: false,
				description:
					'Whether to confirm that all languages are deleted. Required if there is more than one language.',
			},
		]),
		...updateDisplayOptions({ show: { scope: ['ids'] } }, [templateIds]),
		account,
	],
	async run(call) {
		switch (call.param.text('scope')) {
			case 'name':
				return await byName(call);
			case 'ids': {
				const ids = givenIds(call.param);
				await deleteTemplates(call.graph, call.param.account(), ids);
				return { deleted: true, templateIds: ids };
			}
			default:
				return await oneLanguage(call);
		}
	},
};

async function oneLanguage({ graph, param }: Call): Promise<IDataObject> {
	const { id, name, language } = await getTemplate(graph, param.locator('template'));
	await deleteTemplate(graph, param.account(), { id: String(id), name });
	return { deleted: true, templateId: String(id), name, language };
}

async function byName({ graph, param }: Call): Promise<IDataObject> {
	const name = param.text('templateName').trim();
	if (name === '')
		throw new InvalidInputError(
			'templateName',
			'The template name is empty',
			'Enter the exact name, e.g. order_confirmation.',
		);
	const languages = await languagesOf(graph, param.account(), name);
	if (languages.length > 1 && !param.flag('everyLanguage'))
		throw new InvalidInputError(
			'everyLanguage',
			`"${name}" has ${languages.length} languages (${languages.join(', ')}), which would all be deleted`,
			'Turn on "Delete Every Language" to delete all of them, or set "Templates to Delete" to "One Language".',
		);
	await deleteAllLanguages(graph, param.account(), name);
	return { deleted: true, name, languages };
}
