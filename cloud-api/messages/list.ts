import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive, textHeaderSchema, type InteractiveInput } from './interactive';
import {
	exactText,
	list,
	optionalText,
	reject,
	requiredText,
	titledSections,
	unique,
} from './schema';

export const LIST_LIMITS = {
	body: 4096,
	button: 20,
	sections: { min: 1, max: 10 },
	sectionTitle: 24,
	/** In all sections together. */
	rows: { min: 1, max: 10 },
	rowId: 200,
	rowTitle: 24,
	rowDescription: 72,
} as const;

export interface ListRow {
	/** Returned by the webhook when the row is chosen. Up to 200 characters, unique in the list. */
	id: string;
	/** Up to 24 characters. */
	title: string;
	/** Small text under the title, up to 72 characters. */
	description?: string;
}

export interface ListSection {
	/** Up to 24 characters; required when there is more than one section. */
	title?: string;
	rows: ListRow[];
}

export interface ListInput extends Omit<InteractiveInput, 'header'> {
	/** Text only. */
	header?: { type: 'text'; text: string };
	/** Text of the button that opens the list, up to 20 characters. */
	button: string;
	sections: ListSection[];
}

const row = z
	.object({
		title: requiredText('Title in section #, row #', LIST_LIMITS.rowTitle),
		id: exactText('ID in section #, row #', LIST_LIMITS.rowId),
		description: optionalText('Description in section #, row #', LIST_LIMITS.rowDescription),
	})
	.strict();

const section = z
	.object({
		title: optionalText('Title of section #', LIST_LIMITS.sectionTitle),
		rows: list(row, 'Section #', ['row', 'rows'], { min: 1, max: Infinity }),
	})
	.strict();

const schema = z
	.object({
		header: textHeaderSchema.optional(),
		...bodyAndFooter(LIST_LIMITS.body),
		button: requiredText('Button text', LIST_LIMITS.button),
		sections: list(section, 'Sections', ['section', 'sections'], LIST_LIMITS.sections),
	})
	.superRefine(({ sections }, context) => {
		const rows = sections.flatMap((entry, at) =>
			entry.rows.map(({ id }, index) => ({ id, path: ['sections', at, 'rows', index, 'id'] })),
		);
		if (rows.length > LIST_LIMITS.rows.max) {
			reject(
				context,
				`The list has ${rows.length} rows in total, but WhatsApp allows at most ${LIST_LIMITS.rows.max}`,
				`Remove ${rows.length - LIST_LIMITS.rows.max}, or use the operation Send Choices, which divides longer lists.`,
				['sections'],
			);
		}
		titledSections(sections, context);
		unique(
			rows.map(({ id }) => id),
			context,
			(id, first, second) => `Rows ${first} and ${second} of the list have the same ID "${id}"`,
			'Give each row a different ID. A row without an ID uses its title as the ID.',
			(index) => rows[index].path,
		);
	});

/**
 * A text with a button that opens a list of up to ten rows (Meta: Interactive list messages).
 *
 * @throws InvalidInputError for what WhatsApp rejects: lengths, duplicate IDs, too many rows or sections
 */
export function listMessage(input: ListInput): MessageContent {
	const { button, sections, ...parts } = check(schema, input);
	return interactive('list', parts, {
		button,
		sections: sections.map(({ title, rows }) => ({
			...(title !== undefined && { title }),
			rows: rows.map(({ id, title: rowTitle, description }) => ({
				id,
				title: rowTitle,
				...(description !== undefined && { description }),
			})),
		})),
	});
}
