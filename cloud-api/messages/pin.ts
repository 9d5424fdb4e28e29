import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { metaId, numberBetween } from './schema';

export const PIN_LIMITS = { expirationDays: { min: 1, max: 30 } } as const;

export interface PinInput {
	action: 'pin' | 'unpin';
	messageId: string;
	/** Days until the message is unpinned, 1 to 30; for `pin` only. */
	expirationDays?: number;
}

const { min, max } = PIN_LIMITS.expirationDays;

const schema = z.object({
	action: z.enum(['pin', 'unpin']),
	messageId: metaId('Message ID'),
	expirationDays: numberBetween('Expiration in days', min, max, { whole: true }).or(z.undefined()),
});

/** Pins or unpins a message of a group. A group shows up to three pinned messages. */
export function pinMessage(input: PinInput): MessageContent {
	const { action, messageId, expirationDays } = check(schema, {
		...input,
		expirationDays: input.action === 'pin' ? input.expirationDays : undefined,
	});
	return {
		type: 'pin',
		pin: {
			type: action,
			message_id: messageId,
			...(expirationDays !== undefined && { expiration_days: expirationDays }),
		},
	};
}
