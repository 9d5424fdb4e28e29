import { z } from 'zod/v3';
import { checkCallingEnabled } from '../../../calls/settings';
import { rejection } from '../../../graph/errors';
import { text } from '../../schema';
import { body, footer, header, headerMedia, interactive, type Header } from './parts';

/** A button that starts a WhatsApp call to the business. */
export const voiceCall = interactive<{ header?: Header; footer?: unknown }>({
	type: 'voice_call',
	schema: z
		.object({
			type: z.literal('voice_call'),
			header: header(['text', 'image', 'video', 'document']).optional(),
			body: body(1024),
			footer: footer.optional(),
			action: z
				.object({
					name: z.literal('voice_call'),
					parameters: z
						.object({
							display_text: text(20).optional(),
							ttl_minutes: z.number().int().min(1).max(43_200).optional(),
							payload: text(512).optional(),
						})
						.strict()
						.optional(),
				})
				.strict(),
		})
		.strict(),
	media: ({ header: value }) => headerMedia(value),
	check(content, { world, number, direct }) {
		checkCallingEnabled(world, number);
		if (direct && content.footer !== undefined) {
			throw rejection(131009, 'A voice call message under Direct Send cannot have a footer.');
		}
	},
});
