import { z } from 'zod/v3';
import { kind } from '../kind';
import { text } from '../schema';

export const textKind = kind({
	type: 'text',
	schema: z.object({ body: text(4096), preview_url: z.boolean().optional() }).strict(),
	inGroups: true,
});
