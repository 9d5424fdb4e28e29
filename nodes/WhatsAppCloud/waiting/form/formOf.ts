import { flowFromFields } from '../../../../cloud-api/flows/form/build';
import { isInput, type FlowField, type FlowForm } from '../../../../cloud-api/flows/form/form';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { rethrow } from '../../../../cloud-api/errors/rethrow';
import type { Values } from '../../../shared/values';
import { readFlowFields } from '../../fields/readFlowFields';
import { approvalLabels } from '../asking';
import type { Question } from '../question';

/** The labels of the fields that the node makes itself. */
export const RESPONSE = 'Response';
export const DECISION = 'Decision';
export const REASON = 'Reason';
const FORM_TITLE = 'Your response';

/** A question that is answered by filling in a form. */
export interface FormQuestion extends Pick<Question, 'choices' | 'decides'> {
	form: FlowForm;
}

/** @throws InvalidInputError for a form that WhatsApp cannot show */
export function formQuestion(param: Values, decides: 'text' | 'form' | 'approval'): FormQuestion {
	const { approve, decline } = approvalLabels(param);
	return {
		decides,
		choices: decides === 'approval' ? [approve, decline] : [],
		form: formOf(param, decides),
	};
}

/** The form of a question: free text, n8n's form fields, or an approval with a reason. */
function formOf(param: Values, decides: 'text' | 'form' | 'approval'): FlowForm {
	const options = param.group('options');
	const title = options.optionalText('responseFormTitle') ?? FORM_TITLE;
	const text = options.optionalText('responseFormDescription');
	const button = options.optionalText('responseFormButtonLabel');
	const form: FlowForm = {
		screens: [
			{
				title,
				...(text !== undefined && { text }),
				...(button !== undefined && { button }),
				fields: fieldsOf(param, decides),
			},
		],
	};
	checkForm(form);
	return form;
}

function fieldsOf(param: Values, decides: 'text' | 'form' | 'approval'): FlowField[] {
	if (decides === 'text') return [{ type: 'textarea', label: RESPONSE, required: true }];
	if (decides === 'form') return readFlowFields(param);
	const { approve, decline } = approvalLabels(param);
	return [
		{ type: 'radio', label: DECISION, required: true, options: [approve, decline] },
		{ type: 'textarea', label: REASON },
	];
}

/**
 * What a flow cannot show is an error also where the form becomes a page, so that a workflow does not
 * depend on what the account may do.
 *
 * @throws InvalidInputError for a form without fields, or with one that WhatsApp cannot show
 */
function checkForm(form: FlowForm): void {
	if (!form.screens[0].fields.some(isInput)) {
		throw new InvalidInputError(
			'fields',
			'The form has no field to fill in',
			'Add a field, or choose another Response Type.',
		);
	}
	try {
		flowFromFields(form);
	} catch (error) {
		rethrow(underOwnName(error));
	}
}

function underOwnName(error: unknown): unknown {
	if (!(error instanceof InvalidInputError)) return error;
	const field = error.field
		.replace(/^screens\[0\]\.fields/, 'fields')
		.replace(/^screens\[0\]\.button$/, 'options.responseFormButtonLabel')
		.replace(/^screens\[0\]\.title$/, 'options.responseFormTitle')
		.replace(/^screens\[0\]\.text$/, 'options.responseFormDescription');
	return new InvalidInputError(field, error.message, error.description);
}
