import { z } from 'zod/v3';
import { InvalidInputError } from '../errors/cloudApiError';
import { inAddressCountry, isAddressRequest } from './addressRequest';
import { check } from './check';
import type { MessageContent } from './content';
import { checkDirectSend, type DirectSendCategory } from './directSend';
import type { Recipient } from './recipient';
import { numberBetween, optionalMetaId, optionalText, reject } from './schema';

export const ENVELOPE_LIMITS = {
	callbackData: 512,
	directSendTemplateName: 512,
	ttlSeconds: {
		utility: { min: 30, max: 43_200 },
		authentication: { min: 30, max: 900 },
	},
} as const;

/** Options that all message types share. */
export interface SendOptions {
	/** ID of the message that this one replies to. */
	replyTo?: string;
	/** Returned in every status webhook of this message; at most 512 characters. */
	callbackData?: string;
	/** Delivers only when the user's identity key is still this one. */
	identityKeyHash?: string;
	/** Direct Send: outside the customer service window without a template. */
	category?: DirectSendCategory;
	/** Direct Send: seconds after which an undelivered message is dropped. */
	ttlSeconds?: number;
	/** Direct Send: the template name under which Meta accounts for the message. */
	directSendTemplateName?: string;
	/** The Messaging account (WABA ID) to bill, where the token reaches several on one number. */
	messagingAccountId?: string;
}

const schema = z
	.object({
		replyTo: optionalMetaId('Reply To Message ID'),
		callbackData: optionalText('Callback Data', ENVELOPE_LIMITS.callbackData),
		identityKeyHash: optionalMetaId('Identity Key Hash'),
		category: z.enum(['utility', 'authentication']).optional(),
		ttlSeconds: z.number().optional(),
		directSendTemplateName: optionalText(
			'Direct Send Template Name',
			ENVELOPE_LIMITS.directSendTemplateName,
		),
		messagingAccountId: optionalMetaId('Messaging Account ID'),
	})
	.superRefine((options, context) => {
		if (options.directSendTemplateName && !/^[a-z0-9_]+$/.test(options.directSendTemplateName)) {
			reject(
				context,
				`Direct Send Template Name "${options.directSendTemplateName}" has characters that WhatsApp does not allow`,
				'Use only lowercase letters, digits, and underscores.',
				['directSendTemplateName'],
			);
		}
		for (const name of ['ttlSeconds', 'directSendTemplateName'] as const) {
			if (options[name] === undefined || options.category) continue;
			reject(
				context,
				`${LABELS[name]} applies to Direct Send only, but no Direct Send category is set`,
				'Set Direct Send Category, or remove this option.',
				[name],
			);
		}
		if (options.ttlSeconds !== undefined && options.category) {
			const { min, max } = ENVELOPE_LIMITS.ttlSeconds[options.category];
			const result = numberBetween(LABELS.ttlSeconds, min, max, { whole: true }).safeParse(
				options.ttlSeconds,
			);
			for (const issue of result.error?.issues ?? []) {
				context.addIssue({ ...issue, path: ['ttlSeconds'] });
			}
		}
	});

const LABELS = {
	ttlSeconds: 'Direct Send Lifetime',
	directSendTemplateName: 'Direct Send Template Name',
} as const;

/** Message types that Meta does not allow in groups; Meta decides about newer ones. */
const NOT_IN_GROUPS = new Set(['interactive', 'location', 'contacts', 'reaction']);

/**
 * The complete body of `POST /{phone number ID}/messages`.
 *
 * @throws InvalidInputError when the options contradict each other or the content
 */
export function messageBody(
	recipient: Recipient,
	content: MessageContent,
	options: SendOptions = {},
): Record<string, unknown> {
	const checked = check(schema, options);
	if (recipient.kind === 'group' && NOT_IN_GROUPS.has(content.type)) {
		throw new InvalidInputError(
			'recipient',
			`WhatsApp does not allow messages of the type "${content.type}" in groups`,
			'Send a text, media, or template message to the group, or message its members one by one.',
		);
	}
	if (recipient.kind !== 'group' && content.type === 'pin') {
		throw new InvalidInputError(
			'recipient',
			'Only messages in groups can be pinned',
			'Enter the ID of the group in Group ID.',
		);
	}
	if (isAddressRequest(content) && !inAddressCountry(recipient)) {
		throw new InvalidInputError(
			'recipient',
			'WhatsApp shows the address form to customers in India only',
			'Send it to a number that begins with +91, or ask for the address in a text message or a flow.',
		);
	}
	if (checked.category) checkDirectSend(checked.category, recipient, content);
	if (checked.replyTo && content.type === 'reaction') {
		throw new InvalidInputError(
			'replyTo',
			'A reaction cannot be a reply',
			'Remove Reply To Message ID; Message ID is enough.',
		);
	}
	return {
		messaging_product: 'whatsapp',
		...address(recipient),
		...content,
		...(checked.replyTo && { context: { message_id: checked.replyTo } }),
		...(checked.callbackData && { biz_opaque_callback_data: checked.callbackData }),
		...(checked.identityKeyHash && { recipient_identity_key_hash: checked.identityKeyHash }),
		...(checked.messagingAccountId && { messaging_account_id: checked.messagingAccountId }),
		...(checked.category && { category: checked.category }),
		...(checked.ttlSeconds !== undefined && { ttl_seconds: checked.ttlSeconds }),
		...(checked.directSendTemplateName && {
			direct_send_config: { template_name: checked.directSendTemplateName },
		}),
	};
}

/** `to` or `recipient`, never both: given both, Meta silently prefers `to`. */
function address({ kind, value }: Recipient): Record<string, string> {
	if (kind === 'user') return { recipient_type: 'individual', recipient: value };
	return { recipient_type: kind === 'group' ? 'group' : 'individual', to: value };
}
