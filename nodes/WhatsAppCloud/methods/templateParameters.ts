import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { findTemplate } from '../../../cloud-api/templates/read';
import { parameterFields } from '../../../cloud-api/templates/parameters/fields';
import { parseReference, referenceText } from '../../../cloud-api/templates/reference';
import { snapshotOf } from '../../../cloud-api/templates/snapshot';
import { explainStatus } from '../../../cloud-api/templates/statuses';
import type { Template } from '../../../cloud-api/templates/template';
import { connected, currentValue } from '../../shared/lists/connect';

/** Prefix of the hidden field's ID, which records the template that the fields belong to. */
export const STAMP = '#template:';

/** Returns the parameters of the chosen template as fields. */
export async function getTemplateParameters(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = currentValue(this, 'template');
	if (chosen === '') return { fields: [] };
	return await connected(this, async ({ graph, account, current }) => {
		const { name, language } = parseReference(chosen, current('templateLanguage'));
		const template = await findTemplate(graph, account(), name, language);
		const { sendable, words, fix } = explainStatus(template.status);
		const fields = parameterFields(template).map(
			({ id, label, type, options, required }): ResourceMapperField => ({
				id,
				displayName: label,
				type,
				...(options && { options: options.map((value) => ({ name: value, value })) }),
				required,
				display: true,
				defaultMatch: false,
				canBeUsedToMatch: false,
			}),
		);
		const notice = sendable
			? 'This template has no parameters.'
			: `This template is ${words} and cannot be sent. ${fix}`;
		return fields.length > 0
			? { fields: [...fields, stamp(referenceText({ name, language }), template)] }
			: { fields: [], emptyFieldsNotice: notice };
	});
}

/** A hidden field with the template that the fields belong to, so that values are checked without reading it. */
function stamp(reference: string, template: Template): ResourceMapperField {
	return {
		id: `${STAMP}${reference}`,
		displayName: 'Template',
		type: 'string',
		options: [{ name: 'Template', value: JSON.stringify(snapshotOf(template)) }],
		required: false,
		display: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
	};
}
