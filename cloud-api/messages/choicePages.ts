import { InvalidInputError } from '../errors/cloudApiError';
import { LIST_LIMITS, type ListRow } from './list';
import { characters } from './schema';

/** Default title of the More row. */
export const MORE_TEXT = 'More…';
const DEFAULT_ID = 'more';

/**
 * The page of a long list: nine rows and a More row, or the last rows. Nothing is stored: the ID of the
 * More row carries the position of the next page, e.g. `more:9`, and comes back when it is tapped. A
 * position beyond the end, because the list became shorter, shows the first page.
 *
 * @throws InvalidInputError for a More row that is too long, or a choice with the ID of a More row
 */
export function choicePage(
	rows: ListRow[],
	options: { moreText?: string; moreId?: string; continueFrom?: string },
): { shown: ListRow[]; more?: ListRow } {
	const { moreText = MORE_TEXT, moreId = DEFAULT_ID, continueFrom = '' } = options;
	const taken = rows.findIndex(({ id }) => positionIn(id, moreId) !== undefined);
	if (taken >= 0) {
		throw new InvalidInputError(
			`choices[${taken}].id`,
			`Choice ${taken + 1} has the ID "${rows[taken].id}", which is the ID of a More row`,
			'Give the choice a different ID, or choose another More Row ID.',
		);
	}
	if (characters(moreText) > LIST_LIMITS.rowTitle) {
		throw new InvalidInputError(
			'moreText',
			`More Text has ${characters(moreText)} characters, but WhatsApp allows at most ${LIST_LIMITS.rowTitle}`,
			`Shorten it by ${characters(moreText) - LIST_LIMITS.rowTitle}.`,
		);
	}
	const position = positionIn(continueFrom.trim(), moreId) ?? 0;
	const start = position < rows.length ? position : 0;
	const rest = rows.slice(start);
	if (rest.length <= LIST_LIMITS.rows.max) return { shown: rest };
	const shown = rest.slice(0, LIST_LIMITS.rows.max - 1);
	return { shown, more: { id: `${moreId}:${start + shown.length}`, title: moreText } };
}

function positionIn(id: string, moreId: string): number | undefined {
	if (!id.startsWith(`${moreId}:`)) return undefined;
	const position = id.slice(moreId.length + 1);
	return /^\d{1,6}$/.test(position) ? Number(position) : undefined;
}
