import type { IDataObject } from 'n8n-workflow';
import type { MessageContent } from '../../../../cloud-api/messages/content';
import type { SendOptions } from '../../../../cloud-api/messages/envelope';
import {
	sendMessage,
	type OutgoingMessage,
	type SentMessage,
} from '../../../../cloud-api/messages/send';
import type { Call } from '../../runtime/operation';
import type { Parameters } from '../../runtime/parameters';
import { recipientOf } from '../../runtime/recipient';
import type { Values } from '../../../shared/values';

/**
 * Sends content to the recipient, from the sender and under the options that the item's form names.
 *
 * @param more options for this message alone
 */
export async function send(
	{ graph, param }: Call,
	content: MessageContent,
	more: SendOptions = {},
): Promise<SentMessage> {
	const message = outgoing(param, content);
	return await sendMessage(graph, param.sender(), {
		...message,
		options: { ...message.options, ...more },
	});
}

/** What would be sent: content with the recipient and the options that the item's form names. */
export function outgoing(param: Parameters, content: MessageContent): OutgoingMessage {
	const options = param.group('options');
	return {
		recipient: recipientOf(param),
		content,
		options: sendOptionsOf(options),
		tryOtherWriting: options.text('otherWriting') === 'tryOther',
	};
}

/** Sends and tells the outcome; `own` is what an operation has to add to the output. */
export async function sendAndTell(
	call: Call,
	content: MessageContent,
	own: IDataObject = {},
): Promise<IDataObject> {
	return output(call, await send(call, content), own);
}

/** The flat output that all sending operations share. */
export function output({ param }: Call, sent: SentMessage, own: IDataObject = {}): IDataObject {
	const { raw, ...flat } = sent;
	return { ...flat, ...own, ...(!param.flag('simplify') && { raw: raw as IDataObject }) };
}

/** The option collection in the words of `cloud-api`, which have the same names. */
function sendOptionsOf(options: Values): SendOptions {
	const category = options.choice('category', ['utility', 'authentication']);
	const ttlSeconds = options.number('ttlSeconds');
	return {
		replyTo: options.optionalText('replyTo'),
		callbackData: options.optionalText('callbackData'),
		identityKeyHash: options.optionalText('identityKeyHash'),
		messagingAccountId: options.optionalText('messagingAccountId'),
		directSendTemplateName: options.optionalText('directSendTemplateName'),
		...(category && { category }),
		...(ttlSeconds !== undefined && { ttlSeconds }),
	};
}
