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
import { exactText, list, reject, requiredText, unique, webAddress } from './schema';

export const BUTTONS_LIMITS = {
	body: INTERACTIVE_LIMITS.body,
	buttons: { min: 1, max: 3 },
	id: 256,
	title: 20,
	/** A Direct Send message may hold URL buttons too, and more buttons in total. */
	directSend: { urlButtons: 2, buttons: 10 },
} as const;

export interface ReplyButton {
	/** Returned by the webhook when the button is tapped. Up to 256 characters, unique. */
	id: string;
	/** Up to 20 characters, unique. */
	title: string;
}

export interface ButtonsInput extends InteractiveInput {
	buttons: ReplyButton[];
	/** Up to two buttons that open a web page, shown first. Requires a Direct Send category. */
	urlButtons?: Array<{ displayText: string; url: string }>;
	/** Whether the message has a Direct Send category. */
	directSend?: boolean;
}

/** The title and ID of a reply button, in a list of buttons. */
export const replyButtonSchema = z
	.object({
		title: exactText('Title of button #', BUTTONS_LIMITS.title),
		id: exactText('ID of button #', BUTTONS_LIMITS.id),
	})
	.strict();

/** Reports two buttons with the same title or ID. */
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
			`Give each button a different ${key === 'id' ? 'ID' : 'title'}. A button without an ID uses its title as the ID.`,
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
			reject(
				context,
				'URL buttons next to reply buttons require Direct Send',
				'Choose a Direct Send Category, or use the operation Send URL Button.',
				['urlButtons'],
			);
		}
		const max = directSend ? BUTTONS_LIMITS.directSend.buttons : BUTTONS_LIMITS.buttons.max;
		const count = buttons.length + urlButtons.length;
		if (count < BUTTONS_LIMITS.buttons.min) {
			reject(
				context,
				'There is no button',
				`Add ${BUTTONS_LIMITS.buttons.min} to ${BUTTONS_LIMITS.buttons.max} buttons.`,
				['buttons'],
			);
		}
		if (count > max) {
			reject(
				context,
				`There are ${count} buttons, but WhatsApp allows at most ${max}`,
				`Remove ${count - max}, or use the operation Send Choices, which turns longer lists into list messages.`,
				['buttons'],
			);
		}
	});

/**
 * A text with up to three reply buttons (Meta: Interactive reply buttons messages).
 *
 * @throws InvalidInputError for what WhatsApp rejects: lengths, duplicates, too many buttons
 */
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
