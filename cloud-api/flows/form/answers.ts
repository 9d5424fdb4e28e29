import type { Json } from '../../graph';
import { optionOf, type FlowField, type FlowForm } from './form';
import { answerLabels, namedFields } from './names';

/** What WhatsApp adds to the answers. */
const OWN_KEYS = ['flow_token'];

/**
 * The answers to a flow made by {@link flowFromFields}, by the labels of its fields: text, numbers as
 * numbers, the title of a choice, a list of titles, true or false for an opt-in, a list of files. A field
 * without an answer is `null`. Values that the form does not know keep their own keys.
 *
 * @param response the parsed `response_json` of the answer message
 */
export function answersFromFlow(form: FlowForm, response: Json): Json {
	const fields = namedFields(form).filter(({ name }) => name !== '');
	const labels = answerLabels(fields);
	const known = new Set([...fields.map(({ name }) => name), ...OWN_KEYS]);
	const answers: Array<[string, unknown]> = fields.map(({ field, name }, index) => [
		labels[index],
		answerOf(field, response[name]),
	]);
	const others = Object.entries(response).filter(([key]) => !known.has(key));
	return Object.fromEntries([...answers, ...others.filter(([key]) => !labels.includes(key))]);
}

function answerOf(field: FlowField, value: unknown): unknown {
	if (value === undefined || value === null || value === '')
		return field.type === 'checkbox' || field.type === 'photo' || field.type === 'file' ? [] : null;
	switch (field.type) {
		case 'number':
			return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
				? Number(value)
				: value;
		case 'dropdown':
		case 'radio':
			return titleOf(field, value);
		case 'checkbox':
			return (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) =>
				titleOf(field, each),
			);
		case 'optIn':
			return value === true || value === 'true';
		default:
			return value;
	}
}

/** The title that belongs to an ID; the ID itself when the options came from the endpoint. */
function titleOf({ options = [] }: FlowField, id: unknown): unknown {
	return options.map(optionOf).find((option) => option.id === id)?.title ?? id;
}
