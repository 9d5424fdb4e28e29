import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { checkFlowJson } from '../../../../cloud-api/flows/check/checkFlowJson';
import { rejectFindings, type FlowFinding } from '../../../../cloud-api/flows/finding';
import { flowFromFields } from '../../../../cloud-api/flows/form/build';
import type { FlowFormScreen } from '../../../../cloud-api/flows/form/form';
import { isRecord } from '../../../../cloud-api/values/reading';
import type { Values } from '../../../shared/values';
import { givenRows } from '../../fields/givenRows';
import { flowFieldsOf, readFlowFields, withOwnNames } from '../../fields/readFlowFields';
import type { Call } from '../../runtime/operation';

/** A Flow JSON that is ready to be sent, and what the check warns about. */
export interface CheckedFlowJson {
	text: string;
	warnings: FlowFinding[];
}

/**
 * The Flow JSON of the parameters, checked unless the option *Check First* is off.
 *
 * @throws InvalidInputError with all errors of the Flow JSON
 */
export async function flowJsonOf(call: Call): Promise<CheckedFlowJson> {
	const { param } = call;
	const { text, field } = await given(call);
	if (param.group('options').optionalFlag('check') === false) return { text, warnings: [] };
	const findings = checkFlowJson(text);
	rejectFindings(findings, field);
	return { text, warnings: findings };
}

async function given(call: Call): Promise<{ text: string; field: string }> {
	const { param, files } = call;
	switch (param.text('definition')) {
		case 'file': {
			const content = await files.input(param.text('flowFile'), 'flowFile').read();
			return { text: content.toString('utf8').replace(/^\ufeff/, ''), field: 'flowFile' };
		}
		case 'json':
			return { text: writtenJson(param), field: 'flowJson' };
		default: {
			const flow = flowFromFields({
				screens: screensOf(param),
				endpoint: param.text('answersTo') === 'endpoint',
			});
			return { text: JSON.stringify(flow, null, 2), field: 'screens' };
		}
	}
}

/** Text stays as it was written, so that lines are those of the form; an expression may yield an object. */
function writtenJson(param: Values): string {
	const value = param.raw('flowJson');
	if (isRecord(value)) return JSON.stringify(value, null, 2);
	const text = param.text('flowJson');
	if (text.trim() !== '') return text;
	throw new InvalidInputError(
		'flowJson',
		'The Flow JSON is empty',
		'Enter a Flow JSON, or set "Define Flow" to "Using Form".',
	);
}

function screensOf(param: Values): FlowFormScreen[] {
	return givenRows(param, 'screens', { group: 'screen', shorthand: 'title' })
		.filter((row) =>
			row.names().some((name) => (name === 'fields' ? fieldsOf(row).length > 0 : row.has(name))),
		)
		.map((row) => ({
			title: row.optionalText('title'),
			text: row.optionalText('text'),
			button: row.optionalText('button'),
			id: row.optionalText('id'),
			fields: fieldsOf(row.only(['title', 'text', 'button', 'id', 'fields'])),
		}));
}

function fieldsOf(row: Values) {
	const value = row.raw('fields');
	return Array.isArray(value)
		? flowFieldsOf(row.rowsFrom(value.map(withOwnNames), 'fields', 'label'))
		: readFlowFields(row);
}
