import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { ParameterField } from '../../../cloud-api/templates/parameters/fields';
import type { ParameterValues } from '../../../cloud-api/templates/parameters/values';
import type { TapQuestion } from './asking';
import type { FormQuestion } from './form/formOf';
import type { References } from './references';

const QUICK_REPLY = /^button\.\d+\.payload$/;
const FLOW = /^button\.\d+\.flow\.token$/;

/**
 * The values that make a template a question: its quick reply buttons, in their order, stand for the
 * choices, or its flow button for the form.
 *
 * @throws InvalidInputError for a template without such buttons
 */
export function templateAdditions(
	question: TapQuestion | FormQuestion,
	references: References,
	fields: readonly ParameterField[],
): ParameterValues {
	if ('form' in question) {
		const flow = fields.find(({ id }) => FLOW.test(id));
		if (flow) return { [flow.id]: references.of() };
		throw new InvalidInputError(
			'template',
			'The template has no button that opens a flow, so the form could not be answered',
			'Choose a template with a flow button, or another Response Type.',
		);
	}
	const { choices } = question;
	const quick = fields.filter(({ id }) => QUICK_REPLY.test(id));
	if (quick.length >= choices.length)
		return Object.fromEntries(choices.map((_, index) => [quick[index].id, references.of(index)]));
	throw new InvalidInputError(
		'template',
		`The template has ${count(quick.length)}, but the question has ${choices.length === 1 ? 'one answer' : `${choices.length} answers`}`,
		'Choose a template with a quick reply button for each answer, in the same order.',
	);
}

function count(buttons: number): string {
	if (buttons === 0) return 'no quick reply button';
	return buttons === 1 ? 'one quick reply button' : `${buttons} quick reply buttons`;
}
