import { customMessage } from '../../../../cloud-api/messages/custom';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendCustom: Operation = {
	name: 'Send Custom',
	value: 'sendCustom',
	action: 'Send a custom message',
	description:
		"Send a message in Meta's JSON format, for message types and fields that no other operation supports",
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Message',
			name: 'message',
			type: 'json',
			required: true,
			typeOptions: { rows: 8 },
			default: '{\n  "type": "text",\n  "text": { "body": "Hello" }\n}',
			description:
				'Body of POST /messages: a "type" and its content under the same key. The message goes to Recipient; "to" and "recipient" in the JSON are ignored.',
		},
		simplify,
		sendOptions({ directSend: true }),
	],
	async run(call) {
		return await sendAndTell(call, customMessage(call.param.json('message')));
	},
};
