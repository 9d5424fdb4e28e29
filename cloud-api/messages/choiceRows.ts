import { InvalidInputError } from '../errors/cloudApiError';
import { LIST_LIMITS, type ListRow } from './list';
import { amount, characters } from './schema';

export interface Choice {
	title: string;
	description?: string;
	/** Returned by the webhook; the title by default. */
	id?: string;
}

/**
 * Choices as rows of a list. Line breaks and runs of spaces become one space. A title of more than 24
 * characters is shown in full in the description, with its start as the title.
 *
 * @throws InvalidInputError for a choice that is empty, does not fit, or has the ID of another one
 */
export function fitChoices(choices: Choice[]): ListRow[] {
	const rows = choices.map(fit);
	const first = new Map<string, number>();
	for (const [index, { id }] of rows.entries()) {
		const earlier = first.get(id);
		if (earlier === undefined) first.set(id, index);
		else duplicate(choices, earlier, index, id);
	}
	return rows;
}

function fit(choice: Choice, index: number): ListRow {
	const title = oneLine(choice.title);
	const description = oneLine(choice.description ?? '');
	const id = (choice.id ?? '').trim() || title;
	if (title === '') {
		reject(
			index,
			'title',
			`Title of choice ${index + 1} is empty`,
			`Enter a title of up to ${LIST_LIMITS.rowTitle} characters.`,
		);
	}
	if (characters(id) > LIST_LIMITS.rowId) {
		reject(
			index,
			'id',
			`ID of choice ${index + 1} has ${amount(characters(id))} characters, but WhatsApp allows at most ${LIST_LIMITS.rowId} in a list`,
			'Give the choice a shorter ID. A choice without an ID uses its title as the ID.',
		);
	}
	const row =
		characters(title) <= LIST_LIMITS.rowTitle ? { title, description } : moved(title, description);
	if (characters(row.description) > LIST_LIMITS.rowDescription) {
		const isMoved = row.title !== title;
		reject(
			index,
			isMoved ? 'title' : 'description',
			isMoved
				? `Title of choice ${index + 1} has ${characters(title)} characters, but a list shows ${LIST_LIMITS.rowTitle}, and the description has no room for the rest`
				: `Description of choice ${index + 1} has ${characters(description)} characters, but WhatsApp allows at most ${LIST_LIMITS.rowDescription}`,
			isMoved
				? `Shorten the title to ${LIST_LIMITS.rowTitle} characters, or title and description together to ${LIST_LIMITS.rowDescription}.`
				: `Shorten it by ${characters(description) - LIST_LIMITS.rowDescription}.`,
		);
	}
	return { id, title: row.title, ...(row.description !== '' && { description: row.description }) };
}

/** The whole title in the description, its start as the title. */
function moved(title: string, description: string): { title: string; description: string } {
	return {
		title: startOf(title, LIST_LIMITS.rowTitle),
		description: description === '' ? title : `${title}: ${description}`,
	};
}

/** The start of a text with an ellipsis, ended at a word where one ends in its second half. */
function startOf(text: string, limit: number): string {
	let start = '';
	for (const { segment } of new Intl.Segmenter('en').segment(text)) {
		if (characters(start + segment) > limit - 1) break;
		start += segment;
	}
	const word = start.lastIndexOf(' ');
	return `${(word > limit / 2 ? start.slice(0, word) : start).trimEnd()}…`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function duplicate(choices: Choice[], first: number, second: number, id: string): never {
	const input = [first, second].some((index) => (choices[index].id ?? '').trim() !== '');
	reject(
		second,
		input ? 'id' : 'title',
		`Choices ${first + 1} and ${second + 1} have the same ${input ? 'ID' : 'title'} "${id}"`,
		'Remove one of them, or give each a different ID. A choice without an ID uses its title as the ID.',
	);
}

function reject(index: number, field: string, message: string, fix: string): never {
	throw new InvalidInputError(`choices[${index}].${field}`, message, fix);
}
