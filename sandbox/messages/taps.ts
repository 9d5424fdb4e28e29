import type { JsonObject, MessageView, RenderedButton } from '../control/types';

/** Something that a customer can tap in a message: its IDs and what a tap sends. */
export interface Tap {
	/** IDs that the control API accepts. */
	ids: string[];
	/** The webhook content: `{ type: 'interactive', interactive: … }` or `{ type: 'button', button: … }`. */
	message: JsonObject;
	/** What the chat shows. */
	title: string;
}

interface Content {
	type?: string;
	action?: {
		buttons?: Array<{ type?: string; reply?: { id: string; title: string } }>;
		sections?: Array<{ rows?: Array<{ id: string; title: string; description?: string }> }>;
		cards?: Array<{
			action?: { buttons?: Array<{ quick_reply?: { id: string; title: string } }> };
		}>;
	};
}

function reply(id: string, title: string): Tap {
	return {
		ids: [id, title],
		title,
		message: {
			type: 'interactive',
			interactive: { type: 'button_reply', button_reply: { id, title } },
		},
	};
}

function quickReply({ text, payload = text }: RenderedButton): Tap {
	return {
		ids: [payload, text],
		title: text,
		message: { type: 'button', button: { payload, text } },
	};
}

/** All tappable parts of a message, in order. */
export function tapsOf(view: MessageView): Tap[] {
	if (view.template) {
		const buttons = [
			...(view.template.buttons ?? []),
			...(view.template.cards ?? []).flatMap((card) => card.buttons ?? []),
		];
		return buttons.filter(({ type }) => type === 'QUICK_REPLY').map(quickReply);
	}
	if (view.type !== 'interactive') return [];
	const { action } = view.content as Content;
	const rows = (action?.sections ?? []).flatMap((section) => section.rows ?? []);
	return [
		...(action?.buttons ?? []).flatMap((button) =>
			button.reply ? [reply(button.reply.id, button.reply.title)] : [],
		),
		...(action?.cards ?? []).flatMap((card) =>
			(card.action?.buttons ?? []).flatMap((button) =>
				button.quick_reply ? [reply(button.quick_reply.id, button.quick_reply.title)] : [],
			),
		),
		...rows.map(({ id, title, description }) => ({
			ids: [id, title],
			title,
			message: {
				type: 'interactive',
				interactive: {
					type: 'list_reply',
					list_reply: { id, title, ...(description ? { description } : {}) },
				},
			},
		})),
	];
}
