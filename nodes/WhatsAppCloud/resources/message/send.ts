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
import { typeFirst } from './typingFirst';

/**
 * Sends content from the sender to the recipient, with the options of the item's form.
 *
 * @param more options that apply to this message only
 */
export async function send(
	call: Call,
	content: MessageContent,
	more: SendOptions = {},
): Promise<SentMessage> {
	const { graph, param } = call;
	const message = outgoing(param, content);
	const complete = { ...message, options: { ...message.options, ...more } };
	const typing = await typeFirst(call, complete);
	return { ...(await sendMessage(graph, param.sender(), complete)), ...typing };
}

/** The message to send: content with the recipient and options of the item's form. */
export function outgoing(param: Parameters, content: MessageContent): OutgoingMessage {
	const options = param.group('options');
	return {
		recipient: recipientOf(param),
		content,
		options: sendOptionsOf(options),
		tryAlternateFormat: options.choice('alternateFormat', ['fail', 'try']) === 'try',
	};
}

/** Sends the message and returns the output; `extra` is what the operation adds to it. */
export async function sendAndTell(
	call: Call,
	content: MessageContent,
	extra: IDataObject = {},
): Promise<IDataObject> {
	return output(call, await send(call, content), extra);
}

/** The flat output that all sending operations share. */
export function output({ param }: Call, sent: SentMessage, extra: IDataObject = {}): IDataObject {
	const { raw, ...flat } = sent;
	return { ...flat, ...extra, ...(!param.flag('simplify') && { raw: raw as IDataObject }) };
}

/** The options of the form as `cloud-api` takes them. */
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
