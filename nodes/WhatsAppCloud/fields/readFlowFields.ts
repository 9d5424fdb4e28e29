import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import {
	FLOW_FIELD_TYPES,
	type FlowField,
	type FlowFieldType,
	type FlowOption,
} from '../../../cloud-api/flows/form/form';
import { readChoiceLines } from '../../../cloud-api/messages/choiceLines';
import { isRecord } from '../../../cloud-api/values/reading';
import type { Values } from '../../shared/values';
import { givenRows } from './givenRows';

/** The fields of n8n's own forms under the names of {@link flowFieldRows}. */
const N8N_NAMES: Readonly<Record<string, string>> = {
	fieldLabel: 'label',
	fieldType: 'type',
	fieldName: 'name',
	fieldOptions: 'options',
	requiredField: 'required',
	placeholder: 'help',
	defaultValue: 'initial',
	acceptFileTypes: 'accept',
};
const N8N_TYPES: Readonly<Record<string, FlowFieldType>> = {
	html: 'body',
	checkboxes: 'checkbox',
	textArea: 'textarea',
};
const KNOWN = [
	'label',
	'type',
	'name',
	'required',
	'help',
	'options',
	'optionsFrom',
	'initial',
	'min',
	'max',
	'accept',
	'more',
	'id',
	'multiselect',
	'multipleFiles',
	'limitSelection',
];

/**
 * The fields of a form: rows of {@link flowFieldRows}, or entries of JSON with the same names or those of
 * n8n's own forms (`fieldLabel`, `fieldType`, …). Empty rows are left out.
 *
 * @throws InvalidInputError for a value that is not what its name says
 */
export function readFlowFields(param: Values, name = 'fields'): FlowField[] {
	return flowFieldsOf(
		givenRows(param, name, { group: 'field', shorthand: 'label', shape: withOwnNames }),
	);
}

/** The fields of rows that were found elsewhere. */
export function flowFieldsOf(rows: readonly Values[]): FlowField[] {
	return rows.filter((row) => !isUnused(row)).map(fieldOf);
}

/** An entry of JSON with the names of the form. */
export function withOwnNames(entry: unknown): unknown {
	if (!isRecord(entry)) return entry;
	const row = Object.fromEntries(
		Object.entries(entry).map(([key, value]) => [N8N_NAMES[key] ?? key, value]),
	);
	return typeof row.type === 'string' && Object.hasOwn(N8N_TYPES, row.type)
		? { ...row, type: N8N_TYPES[row.type] }
		: row;
}

/** Whether a row is as the form adds it: without a label or anything else. */
function isUnused(row: Values): boolean {
	const added = row.names().filter((name) => name !== 'type' && name !== 'required');
	return added.every(
		(name) => !row.has(name) || (name === 'more' && row.group(name).names().length === 0),
	);
}

function fieldOf(row: Values): FlowField {
	row.only(KNOWN);
	const more = row.group('more');
	const from = (name: string) => (more.has(name) ? more : row);
	const text = (name: string) => from(name).optionalText(name);
	const type = row.choice('type', FLOW_FIELD_TYPES) ?? 'text';
	const accept = from('accept').texts('accept');
	const options = optionsOf(row);
	return {
		type,
		label: row.text('label'),
		name: text('name'),
		required: row.flag('required'),
		help: text('help'),
		...(options.length > 0 && { options }),
		optionsFrom: text('optionsFrom'),
		initial: initialOf(from('initial'), type),
		min: text('min'),
		max: text('max'),
		...(accept.length > 0 && { accept }),
	};
}

function initialOf(row: Values, type: FlowFieldType): unknown {
	if (!row.has('initial')) return undefined;
	return type === 'checkbox' ? row.texts('initial') : row.text('initial');
}

/** Options as lines, as a list of texts or objects, or as n8n's forms hold them. */
function optionsOf(row: Values): Array<string | FlowOption> {
	const given = row.raw('options');
	const list = isRecord(given) ? given.values : given;
	if (!Array.isArray(list)) return readChoiceLines(row.text('options'));
	return list.map((entry: unknown, index) => {
		if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
		const [option] = row.rowsFrom([entry], 'options');
		const title = option.optionalText('title') ?? option.text('option');
		if (title === '')
			throw new InvalidInputError(
				row.pathOf('options'),
				`Option ${index + 1} has no title`,
				'Write options as texts, or as objects with title, description, and ID.',
			);
		return {
			title,
			id: option.optionalText('id'),
			description: option.optionalText('description'),
		};
	});
}
