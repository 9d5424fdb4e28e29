import type { IDataObject } from 'n8n-workflow';
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
import { shownFor } from './shownFor';

export const deleteOperation: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a template',
	description:
		'Delete one language of a template, all its languages, or many by ID. Meta blocks the name of a deleted template for 30 days.',
	fields: [
		{
			displayName: 'Delete What',
			name: 'scope',
			type: 'options',
			options: [
				{
					name: 'All Languages of a Name',
					value: 'name',
					description: 'The template disappears in every language it exists in',
				},
				{ name: 'Many by ID', value: 'ids', description: 'Up to 100 at once: all or none' },
				{ name: 'One Language', value: 'one', description: 'The other languages stay' },
			],
			default: 'one',
			description: 'How much to delete',
		},
		...shownFor({ scope: ['one'] }, [templateId]),
		...shownFor({ scope: ['name'] }, [
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
					'Whether you know that all languages of this name disappear. Needed when there is more than one.',
			},
		]),
		...shownFor({ scope: ['ids'] }, [templateIds]),
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
			'The name of the template to delete is empty',
			'Enter the exact name, e.g. order_confirmation.',
		);
	const languages = await languagesOf(graph, param.account(), name);
	if (languages.length > 1 && !param.flag('everyLanguage'))
		throw new InvalidInputError(
			'everyLanguage',
			`"${name}" exists in ${languages.length} languages (${languages.join(', ')}), and all of them would be deleted`,
			'Turn on "Delete Every Language" if that is what you want, or choose "One Language".',
		);
	await deleteAllLanguages(graph, param.account(), name);
	return { deleted: true, name, languages };
}
