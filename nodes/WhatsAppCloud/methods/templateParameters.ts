import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { findTemplate } from '../../../cloud-api/templates/read';
import { parameterFields } from '../../../cloud-api/templates/parameters/fields';
import { parseReference, referenceText } from '../../../cloud-api/templates/reference';
import { explainStatus } from '../../../cloud-api/templates/statuses';
import { connected, currentValue } from '../../shared/lists/connect';

/** Starts the ID of the hidden field that tells for which template the fields were loaded. */
export const STAMP = '#template:';

/** The values that the chosen template wants, as fields of the form. */
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
			({ id, label, type, required }): ResourceMapperField => ({
				id,
				displayName: label,
				type,
				required,
				display: true,
				defaultMatch: false,
				canBeUsedToMatch: false,
			}),
		);
		const notice = sendable
			? 'This template takes no values: it is sent as it is.'
			: `This template is ${words} and cannot be sent now. ${fix}`;
		return fields.length > 0
			? { fields: [...fields, stamp(referenceText({ name, language }))] }
			: { fields: [], emptyFieldsNotice: notice };
	});
}

function stamp(reference: string): ResourceMapperField {
	return {
		id: `${STAMP}${reference}`,
		displayName: 'Template',
		type: 'string',
		required: false,
		display: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
	};
}
