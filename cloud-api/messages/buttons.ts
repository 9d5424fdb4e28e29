import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import {
	bodyAndFooter,
	headerSchema,
	interactive,
	INTERACTIVE_LIMITS,
	type InteractiveInput,
} from './interactive';
import { exactText, list, refuse, requiredText, unique, webAddress } from './schema';

export const BUTTONS_LIMITS = {
	body: INTERACTIVE_LIMITS.body,
	buttons: { min: 1, max: 3 },
	id: 256,
	title: 20,
	/** Direct Send mixes URL buttons in and takes more of them. */
	directSend: { urlButtons: 2, buttons: 10 },
} as const;

export interface ReplyButton {
	/** Comes back in the webhook when tapped; at most 256 characters. */
	id: string;
	/** At most 20 characters, different on each button. */
	title: string;
}

export interface ButtonsInput extends InteractiveInput {
	buttons: ReplyButton[];
	/** With a Direct Send category only: up to two buttons that open a page, shown first. */
	urlButtons?: Array<{ displayText: string; url: string }>;
	/** Whether the message goes out under a Direct Send category. */
	directSend?: boolean;
}

/** The ID and title of a reply button, in a list of buttons. */
export const replyButtonSchema = z.object({
	id: exactText('ID of button #', BUTTONS_LIMITS.id),
	title: exactText('Title of button #', BUTTONS_LIMITS.title),
});

/** Refuses two buttons with the same ID or title. */
export function uniqueButtons(
	buttons: ReplyButton[],
	context: z.RefinementCtx,
	path: Array<string | number> = ['buttons'],
): void {
	for (const key of ['title', 'id'] as const) {
		unique(
			buttons.map((button) => button[key]),
			context,
			(value, first, second) =>
				`Buttons ${first} and ${second} have the same ${key === 'id' ? 'ID' : 'title'} "${value}"`,
			'Give each button its own, so that the answer can be told apart.',
			(index) => [...path, index, key],
		);
	}
}

const schema = z
	.object({
		header: headerSchema.optional(),
		...bodyAndFooter(BUTTONS_LIMITS.body),
		buttons: z.array(replyButtonSchema).default([]),
		urlButtons: list(
			z.object({
				displayText: requiredText('Text of URL button #', BUTTONS_LIMITS.title),
				url: webAddress('URL of URL button #'),
			}),
			'URL buttons',
			['URL button', 'URL buttons'],
			{ min: 0, max: BUTTONS_LIMITS.directSend.urlButtons },
		),
		directSend: z.boolean().default(false),
	})
	.superRefine(({ buttons, urlButtons, directSend }, context) => {
		uniqueButtons(buttons, context);
		if (urlButtons.length > 0 && !directSend) {
			refuse(
				context,
				'URL buttons beside reply buttons are possible with Direct Send only',
				'Choose a Direct Send category, or use the operation Send URL Button.',
				['urlButtons'],
			);
		}
		const max = directSend ? BUTTONS_LIMITS.directSend.buttons : BUTTONS_LIMITS.buttons.max;
		const count = buttons.length + urlButtons.length;
		if (count < BUTTONS_LIMITS.buttons.min) {
			refuse(context, 'There is no button', 'Add one to three buttons.', ['buttons']);
		}
		if (count > max) {
			refuse(
				context,
				`There are ${count} buttons, WhatsApp takes at most ${max}`,
				'Remove some, or use a list message, which holds up to ten choices.',
				['buttons'],
			);
		}
	});

/** A text with up to three buttons that answer when tapped. */
export function buttonsMessage(input: ButtonsInput): MessageContent {
	const { buttons, urlButtons, ...parts } = check(schema, input);
	return interactive('button', parts, {
		buttons: [
			...urlButtons.map(({ displayText, url }) => ({
				type: 'cta_url',
				cta_url: { display_text: displayText, url },
			})),
			...buttons.map((reply) => ({ type: 'reply', reply })),
		],
	});
}
