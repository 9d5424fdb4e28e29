import type { INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { readChoiceLines } from '../../../../cloud-api/messages/choiceLines';
import type { Choice } from '../../../../cloud-api/messages/choices';
import { isFields } from '../../../../cloud-api/messages/shapes';
import type { Values } from '../../../shared/values';
import { choiceRow } from '../../fields/choiceRow';
import { withLines } from '../../fields/choiceLines';
import { formOrJson } from '../../fields/formOrJson';
import { givenRows } from '../../fields/givenRows';

const form: INodeProperties = {
	displayName: 'Choices',
	name: 'choices',
	type: 'fixedCollection',
	placeholder: 'Add choice',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		minRequiredFields: 1,
		fixedCollection: { itemTitle: '={{ $collection.item.value.title }}' },
	},
	default: { choice: [{ title: '', description: '', id: '' }] },
	options: [
		{
			displayName: 'Choice',
			name: 'choice',
			values: choiceRow({
				title: 'Title of the choice. A long title is repeated in full in the description.',
				description: 'Small text under the title. The choices are then shown as a list.',
				id: 'ID that the trigger returns when the choice is chosen. Defaults to the title.',
			}),
		},
	],
};

/** The choices: one per line, as a form, or as a list of texts or objects. */
export const choiceFields = withLines(
	formOrJson(form, {
		example: ['9:30', { title: '10:00', description: 'With Dr. Weber', id: 'slot-1000' }],
		description:
			'A list of texts, or of objects with title, description, and ID, e.g. {{ $json.towns }}. Enter other field names under Options.',
	}),
	'choices',
	{ isDefault: true },
);

const FIELDS = ['title', 'description', 'id'] as const;

/**
 * The choices of the form.
 *
 * @throws InvalidInputError for an entry without a title, or with fields that nobody named
 */
export function choicesOf(param: Values): Choice[] {
	if (param.text('choicesInput') === 'lines') {
		const input = param.raw('choicesLines');
		if (!Array.isArray(input)) return readChoiceLines(param.text('choicesLines'));
		return param.rowsFrom(input.map(asObject), 'choicesLines', 'title').map(choiceOf(param));
	}
	return givenRows(param, 'choices', {
		group: 'choice',
		key: 'buttons',
		shorthand: 'title',
		shape: asObject,
	}).map(choiceOf(param));
}

/** Items of n8n and Meta's reply buttons hold their fields one level deeper. */
function asObject(entry: unknown): unknown {
	if (!isFields(entry)) return entry;
	if (isFields(entry.json)) return entry.json;
	return isFields(entry.reply) ? entry.reply : entry;
}

function choiceOf(param: Values): (row: Values, index: number) => Choice {
	const options = param.group('options');
	const named = FIELDS.map((field) => options.text(`${field}Field`).trim());
	const [title, description, id] = FIELDS.map((field, index) => named[index] || field);
	return (row, index) => {
		const isText = row.names().length === 1 && row.names()[0] === 'title';
		const titleName = isText ? 'title' : title;
		if (!row.has(titleName)) noTitle(row, index, titleName);
		if (named.every((name) => name === '')) onlyKnown(row, index);
		return {
			title: row.text(titleName),
			description: row.optionalText(description),
			id: row.optionalText(id),
		};
	};
}

function noTitle(row: Values, index: number, title: string): never {
	const names = row.names().filter((name) => row.has(name));
	throw new InvalidInputError(
		row.pathOf(title),
		`Choice ${index + 1} has no ${title === 'title' ? 'title' : `field "${title}"`}`,
		names.length > 0
			? `Its fields are: ${names.join(', ')}. Name the one to use in Options → Title Field.`
			: 'Enter a title, or remove the choice.',
	);
}

function onlyKnown(row: Values, index: number): void {
	const unknown = row
		.names()
		.find((name) => !(FIELDS as readonly string[]).includes(name) && row.has(name));
	if (unknown === undefined) return;
	throw new InvalidInputError(
		row.pathOf(unknown),
		`Choice ${index + 1} has the field "${unknown}", which is not part of a choice`,
		'Choices have title, description, and id. To use other fields, name them in Options → Title Field, Description Field, and ID Field; the rest is then ignored.',
	);
}
