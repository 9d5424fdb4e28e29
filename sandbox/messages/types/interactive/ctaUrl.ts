import { z } from 'zod/v3';
import { text, webUrl } from '../../schema';
import { body, footer, header, headerMedia, interactive, type Header } from './parts';

/** Also used by carousel cards. */
export const ctaUrlAction = z
	.object({
		name: z.literal('cta_url'),
		parameters: z.object({ display_text: text(20), url: webUrl() }).strict(),
	})
	.strict();

export const ctaUrl = interactive<{ header?: Header }>({
	type: 'cta_url',
	schema: z
		.object({
			type: z.literal('cta_url'),
			header: header(['text', 'image', 'video', 'document'], { linkOnly: true }).optional(),
			body: body(1024),
			footer: footer.optional(),
			action: ctaUrlAction,
		})
		.strict(),
	media: ({ header: value }) => headerMedia(value),
});
