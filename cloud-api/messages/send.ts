import { records, textOf } from '../answers';
import { GraphError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import type { MessageContent } from './content';
import { messageBody, type SendOptions } from './envelope';
import { alternateFormat } from '../phoneNumbers/alternateFormat';
import { recipientKey, unclearAnswer } from './outgoing';
import type { Recipient } from './recipient';

export interface OutgoingMessage {
	recipient: Recipient;
	content: MessageContent;
	options?: SendOptions;
	/**
	 * Sends once more to the alternate format of a Brazilian, Mexican or Argentine number when Meta does not
	 * know this one (131026, 131030). Default `false`.
	 */
	tryAlternateFormat?: boolean;
	/** The edge the message is posted to; default `messages`. */
	edge?: 'messages' | 'marketing_messages';
	/** Top-level fields that only this edge accepts, e.g. `product_policy`. */
	extra?: Json;
}

/** A message that Meta has accepted. Status webhooks report whether it is delivered. */
export interface SentMessage {
	/** `wamid…` */
	messageId: string;
	/** The recipient the message was accepted for: `+` and digits, a user ID, or a group ID. */
	recipient: string;
	/** The recipient's WhatsApp ID, digits; absent for recipients known by user ID only. */
	waId?: string;
	/** The recipient's business-scoped user ID. */
	userId?: string;
	groupId?: string;
	/** `accepted`, `held_for_quality_assessment`, or `paused`; Meta states it for templates, else `accepted`. */
	messageStatus: string;
	/** The number as given, when Meta accepted only its alternate format. */
	alternateFormatOf?: string;
	/** Meta's answer. */
	raw: Json;
}

/** Meta does not know the recipient under this number. */
const UNKNOWN_RECIPIENT = new Set([131026, 131030]);

/**
 * Sends one message.
 *
 * @throws InvalidInputError before anything is sent, GraphError when Meta rejects it,
 *   UnexpectedAnswerError when the answer contains no message ID
 */
export async function sendMessage(
	graph: GraphApi,
	phoneNumberId: string,
	{ recipient, content, options, tryAlternateFormat, edge = 'messages', extra }: OutgoingMessage,
): Promise<SentMessage> {
	const sender = graphId(phoneNumberId, 'sender', 'The phone number ID of the sender');
	const send = async (to: Recipient) => {
		const body = { ...messageBody(to, content, options), ...extra };
		const response = await graph.request('POST', `${sender}/${edge}`, {
			body,
			message: { phoneNumberId: sender, recipient: recipientKey(to.value) },
		});
		const unclear = unclearAnswer(response);
		if (unclear) throw unclear;
		return sent(to, response.body as Json);
	};
	const other =
		tryAlternateFormat && recipient.kind === 'phone' ? alternateFormat(recipient.value) : undefined;
	if (!other) return await send(recipient);
	const first = await unlessUnknown(() => send(recipient));
	if (first) return first;
	return { ...(await send({ kind: 'phone', value: other })), alternateFormatOf: recipient.value };
}

/** What was sent, or `undefined` when Meta does not know the recipient; every other rejection is thrown. */
async function unlessUnknown(
	attempt: () => Promise<SentMessage>,
): Promise<SentMessage | undefined> {
	return await attempt().catch((error: unknown) => {
		const code = error instanceof GraphError ? error.envelope.code : undefined;
		return code !== undefined && UNKNOWN_RECIPIENT.has(code) ? undefined : Promise.reject(error);
	});
}

function sent(recipient: Recipient, raw: Json): SentMessage {
	const [contact = {}] = records(raw.contacts);
	const [message = {}] = records(raw.messages);
	const waId = textOf(contact.wa_id);
	const userId = textOf(contact.user_id);
	const groupId = textOf(message.group_id);
	return {
		messageId: textOf(message.id) ?? '',
		recipient: recipient.value,
		// For a group, Meta returns the group ID here, which is not a WhatsApp ID.
		...(waId && recipient.kind !== 'group' && { waId }),
		...(userId && { userId }),
		...(groupId && { groupId }),
		messageStatus: textOf(message.message_status) ?? 'accepted',
		raw,
	};
}
