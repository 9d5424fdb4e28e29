import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
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
import { sampleUploader } from './samples';
import { optionsOf, updateOptions } from './submitOptions';

const KEEP = 'keep';
const [header, ...headerDetails] = headerFields([{ name: 'Keep Current', value: KEEP }]);
const [, ...others] = contentFields.filter(
	({ name }) => !headerDetails.some((detail) => detail.name === name),
);
const form: INodeProperties[] = [{ ...header, default: KEEP }, ...headerDetails, ...others];

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a template',
	description:
		'Change a template and submit it for review again. An approved template can be changed once a day and 10 times in 30 days.',
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
					description: 'Empty fields stay unchanged',
				},
				{
					name: 'Using JSON',
					value: 'json',
					description: 'A list of components that replaces all components',
				},
			],
			default: 'form',
			description: 'How to define the changes',
		},
		...updateDisplayOptions({ show: { definition: ['form'] } }, [
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
				description: 'Components to remove from the template',
			},
		]),
		...updateDisplayOptions({ show: { definition: ['json'] } }, [
			{
				displayName: 'Components (JSON)',
				name: 'componentsJson',
				type: 'json',
				required: true,
				typeOptions: { rows: 10 },
				default: '[]',
				description: 'All components of the template, including samples',
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
			...(components && { components }),
			...(category && { category }),
			...optionsOf(param),
		};
		const { template } = await updateTemplate(graph, id, edit, {
			check: options.optionalFlag('check') ?? true,
			uploadSample: sampleUploader(call),
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

/** Returns the new components, or undefined if only options change. */
async function changedComponents(call: Call, id: string): Promise<TemplateComponent[] | undefined> {
	const { param, graph, files } = call;
	if (param.text('definition') === 'json') {
		const components = param.json('componentsJson');
		if (!Array.isArray(components) || components.length === 0)
			throw new InvalidInputError(
				'componentsJson',
				'The components are not a list, or the list is empty',
				'Enter all components of the template, for example [{"type": "BODY", "text": …}, …].',
			);
		return readDefinition({ components }, { binaryFields: files.names() }).components;
	}
	const header = param.text('header');
	const form = componentsFromForm({
		header: header === KEEP ? undefined : headerForm(param),
		body: bodyForm(param),
		footer: param.text('footer'),
		buttons: buttonForms(param),
	});
	const { components: changes = [] } = readDefinition({ components: form });
	const remove = param.texts('remove');
	const removed = header === 'none' ? [...remove, 'HEADER'] : remove;
	if (changes.length + removed.length === 0) return undefined;
	const { components } = await getTemplate(graph, id);
	return mergeComponents(components, changes, removed);
}
