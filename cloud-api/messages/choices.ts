import { InvalidInputError } from '../errors/cloudApiError';
import { buttonsMessage, BUTTONS_LIMITS } from './buttons';
import { fitChoices, type Choice } from './choiceRows';
import { choicePage, MORE_TEXT } from './choicePages';
import type { MessageContent } from './content';
import { INTERACTIVE_LIMITS } from './interactive';
import { listMessage, LIST_LIMITS, type ListRow } from './list';
import { characters } from './schema';

export type { Choice } from './choiceRows';
export { MORE_TEXT } from './choicePages';

export interface ChoicesInput {
	header?: { type: 'text'; text: string };
	/** Up to 4,096 characters; a body of more than 1,024 is sent as a list. */
	body: string;
	footer?: string;
	/** Text of the button that opens a list, up to 20 characters. */
	button: string;
	choices: Choice[];
	/** `list` never sends reply buttons. */
	layout?: 'auto' | 'list';
	/** How more than ten choices are divided: into pages, or into several lists at once. */
	division?: 'pages' | 'lists';
	/** Title of the row that leads to the next page, and body of further lists. Up to 24 characters. */
	moreText?: string;
	/** What the ID of the More row starts with: `more` → `more:9`. */
	moreId?: string;
	/** ID of a tapped More row; anything else shows the first page. */
	continueFrom?: string;
}

export interface ChoiceMessages {
	/** One message, or several lists. */
	contents: MessageContent[];
	shownAs: 'buttons' | 'list' | 'lists';
	/** The choices as they are shown, without the More row. */
	shown: ListRow[];
	/** ID of the More row, when there is one. */
	nextPage?: string;
}

/**
 * Choices as the smallest message that holds them: up to three short ones become reply buttons, up to ten
 * a list, more a list with a More row or several lists. The limits of buttons and rows are kept by
 * construction: a title that is too long moves into the description.
 *
 * @throws InvalidInputError for choices without a title, with the same ID, or that do not fit
 */
export function choiceMessages(input: ChoicesInput): ChoiceMessages {
	const { choices, layout = 'auto', division = 'pages', ...message } = input;
	if (choices.length === 0)
		throw new InvalidInputError('choices', 'There is no choice', 'Add at least one choice.');
	if (layout === 'auto' && areButtons(choices, message.body)) {
		const shown = choices.map(({ title, id }) => ({ title: title.trim(), id: id ?? title.trim() }));
		return {
			contents: [buttonsMessage({ ...message, buttons: shown })],
			shownAs: 'buttons',
			shown,
		};
	}
	const rows = fitChoices(choices);
	if (rows.length <= LIST_LIMITS.rows.max)
		return { contents: [list(message, rows)], shownAs: 'list', shown: rows };
	if (division === 'lists') return severalLists(message, rows);
	const { shown, more } = choicePage(rows, message);
	return {
		contents: [list(message, more ? [...shown, more] : shown)],
		shownAs: 'list',
		shown,
		...(more && { nextPage: more.id }),
	};
}

type Message = Omit<ChoicesInput, 'choices' | 'layout' | 'division'>;

function list({ header, body, footer, button }: Message, rows: ListRow[]): MessageContent {
	return listMessage({ header, body, footer, button, sections: [{ rows }] });
}

/** The body introduces the first list; the others are numbered. */
function severalLists(message: Message, rows: ListRow[]): ChoiceMessages {
	const { max } = LIST_LIMITS.rows;
	const count = Math.ceil(rows.length / max);
	const contents = Array.from({ length: count }, (_, index) => {
		const part = rows.slice(index * max, (index + 1) * max);
		if (index === 0) return list(message, part);
		const body = `${message.moreText ?? MORE_TEXT} (${index + 1}/${count})`;
		return list({ ...message, header: undefined, body }, part);
	});
	return { contents, shownAs: 'lists', shown: rows };
}

function areButtons(choices: Choice[], body: string): boolean {
	const titles = new Set(choices.map(({ title }) => title.trim()));
	return (
		choices.length <= BUTTONS_LIMITS.buttons.max &&
		titles.size === choices.length &&
		characters(body) <= INTERACTIVE_LIMITS.body &&
		choices.every(
			({ title, description }) =>
				description === undefined &&
				title.trim() !== '' &&
				!/[\r\n]/.test(title) &&
				characters(title.trim()) <= BUTTONS_LIMITS.title,
		)
	);
}
