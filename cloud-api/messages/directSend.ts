import { InvalidInputError } from '../errors/cloudApiError';
import type { MessageContent } from './content';
import type { Recipient } from './recipient';
import { amount, characters } from './schema';

/** Limits that are lower in Direct Send than in other messages of the type (Meta: Direct Send). */
export const DIRECT_SEND_LIMITS = { body: 1024 } as const;

export type DirectSendCategory = 'utility' | 'authentication';

const KINDS = new Set([
	'text',
	'interactive button',
	'interactive cta_url',
	'interactive voice_call',
]);
/** Message types known to be rejected; Meta decides about newer ones. */
const NOT_TAKEN =
	/^(image|video|audio|document|sticker|location|contacts|reaction|pin|interactive .+)$/;

/**
 * Checks that Direct Send allows the message.
 *
 * @throws InvalidInputError
 */
export function checkDirectSend(
	category: DirectSendCategory,
	recipient: Recipient,
	content: MessageContent,
): void {
	if (category === 'authentication' && recipient.kind === 'user') {
		throw new InvalidInputError(
			'recipient',
			'Authentication messages cannot be sent to a business-scoped user ID',
			'Enter the phone number of the recipient.',
		);
	}
	const shown = objectOf(content.interactive);
	const kind = content.type === 'interactive' ? `interactive ${String(shown.type)}` : content.type;
	if (!KINDS.has(kind) && NOT_TAKEN.test(kind)) {
		throw new InvalidInputError(
			'category',
			`Direct Send does not allow messages of the type "${kind}"`,
			'It allows text, reply buttons, URL buttons, and the voice call button. Remove Direct Send Category, or send a template.',
		);
	}
	if (kind === 'interactive voice_call' && shown.footer !== undefined) {
		throw new InvalidInputError(
			'footer',
			'A voice call button has no footer in Direct Send',
			'Remove the footer.',
		);
	}
	if (kind === 'text') checkText(objectOf(content.text));
}

function checkText({ body, preview_url: preview }: Record<string, unknown>): void {
	if (preview === true) {
		throw new InvalidInputError(
			'previewUrl',
			'Direct Send does not show link previews',
			'Turn off Preview Link.',
		);
	}
	const length = typeof body === 'string' ? characters(body) : 0;
	if (length > DIRECT_SEND_LIMITS.body) {
		throw new InvalidInputError(
			'text',
			`Text has ${amount(length)} characters, but Direct Send allows at most ${amount(DIRECT_SEND_LIMITS.body)}`,
			`Shorten it by ${amount(length - DIRECT_SEND_LIMITS.body)}.`,
		);
	}
}

function objectOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
