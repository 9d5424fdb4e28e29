import type { IDataObject } from 'n8n-workflow';
import { checkValues } from '../../../../cloud-api/templates/parameters/check';
import { parameterFields } from '../../../../cloud-api/templates/parameters/fields';
import { sampleValues } from '../../../../cloud-api/templates/parameters/sampleValues';
import { renderTemplate } from '../../../../cloud-api/templates/rendering';
import { account } from '../../fields/account';
import { templateToSend } from '../../fields/template';
import { templateValueFields } from '../../fields/templateValues';
import type { Operation } from '../../runtime/operation';
import { filesToUpload, NOT_UPLOADED } from '../../runtime/templateMedia';
import { chosenTemplate, givenValues, lookUp } from '../../runtime/templateValues';

export const preview: Operation = {
	name: 'Preview',
	value: 'preview',
	action: 'Preview a template',
	description:
		'Show how a template looks with values, and which values Meta would reject, without sending anything',
	fields: [
		...templateToSend,
		...templateValueFields,
		{
			displayName: 'Fill With Sample Values',
			name: 'fillWithSamples',
			type: 'boolean',
			default: true,
			description: 'Whether to show sample values for parameters without a value',
		},
		account,
	],
	async run(call) {
		const chosen = chosenTemplate(call);
		const template = await lookUp(call, chosen);
		const { values, cleaned } = await givenValues(call, chosen, { check: false });
		const pending = filesToUpload(call, values).map((id) => [id, NOT_UPLOADED]);
		const { list } = checkValues(
			{ ...values, ...(Object.fromEntries(pending) as IDataObject) },
			{ fields: parameterFields(template), template, now: Date.now() },
		);
		const shown = call.param.flag('fillWithSamples')
			? { ...sampleValues(template), ...values }
			: values;
		return {
			template: chosen.name,
			language: chosen.language,
			status: template.status,
			...(renderTemplate(template, shown) as unknown as IDataObject),
			...(cleaned.length > 0 && { cleanedValues: cleaned as unknown as IDataObject[] }),
			problems: list.map(({ field, message, fix }) => ({ parameter: field, message, fix })),
		};
	},
};
