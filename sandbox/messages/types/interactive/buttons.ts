import { z } from 'zod/v3';
import { rejection } from '../../../graph/errors';
import { addIssue, text, unique, webUrl } from '../../schema';
import { body, footer, header, headerMedia, interactive, type Header } from './parts';

const MAX_REPLIES = 3;
/** Direct Send allows URL buttons next to reply buttons. */
const MAX_DIRECT = 10;
const MAX_DIRECT_LINKS = 2;

export const buttonTitle = text(20).superRefine((value, context) => {
	if (value !== value.trim()) addIssue(context, 'must not begin or end with a space');
});

const reply = z
	.object({
		type: z.literal('reply'),
		reply: z.object({ id: text(256), title: buttonTitle }).strict(),
	})
	.strict();

const link = z
	.object({
		type: z.literal('cta_url'),
		cta_url: z.object({ display_text: text(20), url: webUrl() }).strict(),
	})
	.strict();

type Button = z.infer<typeof reply> | z.infer<typeof link>;

export const buttons = interactive<{ header?: Header; action: { buttons: Button[] } }>({
	type: 'button',
	schema: z
		.object({
			type: z.literal('button'),
			header: header(['text', 'image', 'video', 'document']).optional(),
			body: body(1024),
			footer: footer.optional(),
			action: z
				.object({
					buttons: z
						.array(z.discriminatedUnion('type', [reply, link]))
						.min(1)
						.max(MAX_DIRECT),
				})
				.strict(),
		})
		.strict()
		.superRefine(({ action: { buttons: list } }, context) => {
			const path = ['action', 'buttons'];
			unique(
				list,
				(b) => (b.type === 'reply' ? b.reply.title : b.cta_url.display_text),
				context,
				'titles',
				path,
			);
			unique(list, (b) => (b.type === 'reply' ? b.reply.id : undefined), context, 'ids', path);
		}),
	media: ({ header: value }) => headerMedia(value),
	check({ action: { buttons: list } }, { direct }) {
		const links = list.filter((button) => button.type === 'cta_url');
		if (!direct && links.length > 0) {
			throw rejection(
				131009,
				'Buttons of type cta_url beside replies need Direct Send (category utility).',
			);
		}
		if (!direct && list.length > MAX_REPLIES) {
			throw rejection(
				131009,
				`Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${MAX_REPLIES}`,
			);
		}
		const firstReply = list.findIndex((button) => button.type === 'reply');
		const lastLink = list.map(({ type }) => type).lastIndexOf('cta_url');
		if (links.length > MAX_DIRECT_LINKS || (firstReply >= 0 && lastLink > firstReply)) {
			throw rejection(131009, `At most ${MAX_DIRECT_LINKS} cta_url buttons, before the replies.`);
		}
	},
});
