import type { INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { getTemplate } from '../../../../cloud-api/templates/read';
import { updateTemplate, type TemplateEdit } from '../../../../cloud-api/templates/submit';
import { componentsFromForm } from '../../../../cloud-api/templates/definition/form';
import { mergeComponents } from '../../../../cloud-api/templates/definition/merge';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';
import type { TemplateComponent } from '../../../../cloud-api/templates/template';
import { account } from '../../fields/account';
import { templateId } from '../../fields/template';
import type { Call, Operation } from '../../runtime/operation';
import { contentFields, headerFields } from './contentFields';
import { bodyForm, buttonForms, headerForm } from './readForm';
import { withSamples } from './samples';
import { shownFor } from './shownFor';
import { optionsOf, updateOptions } from './submitOptions';

const KEEP = 'keep';
const [header, ...headerDetails] = headerFields([{ name: 'Keep as It Is', value: KEEP }]);
const [, ...others] = contentFields.filter(
	({ name }) => !headerDetails.some((detail) => detail.name === name),
);
const form: INodeProperties[] = [{ ...header, default: KEEP }, ...headerDetails, ...others];

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a template',
	description:
		'Change the content of a template and hand it to review again. Approved ones take 10 changes in 30 days and one a day.',
	fields: [
		templateId,
		account,
		{
			displayName: 'Define Changes',
			name: 'definition',
			type: 'options',
			options: [
				{
					name: 'Using Form',
					value: 'form',
					description: 'What is left empty stays as it is',
				},
				{
					name: 'Using JSON',
					value: 'json',
					description: 'The whole list of components, which replaces all there are',
				},
			],
			default: 'form',
			description: 'How to describe the changes',
		},
		...shownFor({ definition: ['form'] }, [
			...form,
			{
				displayName: 'Remove',
				name: 'remove',
				type: 'multiOptions',
				options: [
					{ name: 'Buttons', value: 'BUTTONS' },
					{ name: 'Footer', value: 'FOOTER' },
					{ name: 'Header', value: 'HEADER' },
				],
				default: [],
				description: 'Parts that the template shall not have any more',
			},
		]),
		...shownFor({ definition: ['json'] }, [
			{
				displayName: 'Components (JSON)',
				name: 'componentsJson',
				type: 'json',
				required: true,
				typeOptions: { rows: 10 },
				default: '[]',
				description: 'Replaces all components of the template; samples included',
			},
		]),
		updateOptions,
	],
	async run(call) {
		const { graph, param } = call;
		const id = param.locator('template');
		const options = param.group('options');
		const category = options.optionalText('category');
		const components = await changedComponents(call, id);
		const edit: TemplateEdit = {
			...(components && { components: await withSamples(call, components) }),
			...(category && { category }),
			...optionsOf(param),
		};
		const { template } = await updateTemplate(graph, id, edit, {
			check: options.optionalFlag('check') ?? true,
		});
		return {
			updated: true,
			templateId: String(template.id),
			name: template.name,
			language: template.language,
			previousStatus: template.status,
		};
	},
};

/** The new components; undefined when only options change. */
async function changedComponents(call: Call, id: string): Promise<TemplateComponent[] | undefined> {
	const { param, graph } = call;
	if (param.text('definition') === 'json') {
		const components = param.json('componentsJson');
		if (!Array.isArray(components) || components.length === 0)
			throw new InvalidInputError(
				'componentsJson',
				'The components are no list, or an empty one',
				'Write [{"type": "BODY", "text": …}, …] with all components the template shall have.',
			);
		return readDefinition({ components }).components;
	}
	const header = param.text('header');
	const kept = header === KEEP;
	const changes = componentsFromForm({
		header: kept ? undefined : headerForm(param),
		body: bodyForm(param),
		footer: param.text('footer'),
		buttons: buttonForms(param),
	});
	const remove = param.texts('remove');
	const removed = header === 'none' ? [...remove, 'HEADER'] : remove;
	if (changes.length + removed.length === 0) return undefined;
	const { components } = await getTemplate(graph, id);
	return mergeComponents(components, changes, removed);
}
