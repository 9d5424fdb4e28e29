import { z } from 'zod/v3';
import { addIssue, text, unique } from '../../schema';
import { body, footer, header, interactive, titledSections } from './parts';

const MAX_SECTIONS = 10;
/** In all sections together. */
const MAX_ROWS = 10;

const row = z
	.object({ id: text(200), title: text(24), description: text(72, 0).optional() })
	.strict();

const section = z
	.object({ title: text(24).optional(), rows: z.array(row).min(1).max(MAX_ROWS) })
	.strict();

export const list = interactive({
	type: 'list',
	schema: z
		.object({
			type: z.literal('list'),
			header: header(['text']).optional(),
			body: body(4096),
			footer: footer.optional(),
			action: z
				.object({ button: text(20), sections: z.array(section).min(1).max(MAX_SECTIONS) })
				.strict(),
		})
		.strict()
		.superRefine(({ action: { sections } }, context) => {
			const path = ['action', 'sections'];
			const rows = sections.flatMap((entry) => entry.rows);
			if (rows.length > MAX_ROWS) {
				addIssue(
					context,
					`have ${rows.length} rows. Total row count exceed max allowed count: ${MAX_ROWS}`,
					path,
				);
			}
			unique(rows, ({ id }) => id, context, 'row ids', path);
			titledSections(sections, context, path);
		}),
});
