import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive, textHeaderSchema, type InteractiveInput } from './interactive';
import {
	exactText,
	list,
	optionalText,
	refuse,
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

export interface ListSection {
	/** At most 24 characters; required when there is more than one section. */
	title?: string;
	rows: Array<{ id: string; title: string; description?: string }>;
}

export interface ListInput extends Omit<InteractiveInput, 'header'> {
	/** Text only. */
	header?: { type: 'text'; text: string };
	/** What the button that opens the list says, at most 20 characters. */
	button: string;
	sections: ListSection[];
}

const row = z.object({
	id: exactText('ID in section #, row #', LIST_LIMITS.rowId),
	title: requiredText('Title in section #, row #', LIST_LIMITS.rowTitle),
	description: optionalText('Description in section #, row #', LIST_LIMITS.rowDescription),
});

const section = z.object({
	title: optionalText('Title of section #', LIST_LIMITS.sectionTitle),
	rows: list(row, 'Section #', ['row', 'rows'], { min: 1, max: Infinity }),
});

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
			refuse(
				context,
				`The list has ${rows.length} rows in all sections together, WhatsApp takes at most ${LIST_LIMITS.rows.max}`,
				`Remove ${rows.length - LIST_LIMITS.rows.max}, or ask in two steps.`,
				['sections'],
			);
		}
		titledSections(sections, context);
		unique(
			rows.map(({ id }) => id),
			context,
			(id) => `The row ID "${id}" is there twice`,
			'Give each row its own ID, so that the answer can be told apart.',
			(index) => rows[index].path,
		);
	});

/** A text with a button that opens a list of up to ten choices. */
export function listMessage(input: ListInput): MessageContent {
	const { button, sections, ...parts } = check(schema, input);
	return interactive('list', parts, {
		button,
		sections: sections.map(({ title, rows }) => ({
			...(title !== undefined && { title }),
			rows: rows.map(({ description, ...choice }) => ({
				...choice,
				...(description !== undefined && { description }),
			})),
		})),
	});
}
