import { contactInfoRequestMessage } from '../../../../cloud-api/messages/requests';
import { body, footer } from '../../fields/bodyAndFooter';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendContactInfoRequest: Operation = {
	name: 'Send Contact Info Request',
	value: 'sendContactInfoRequest',
	action: 'Ask for the phone number',
	description:
		'Ask a customer who is known only by username for a phone number. The trigger receives it as a contact.',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			...body,
			placeholder: 'e.g. Please share your number, so that our driver can call you',
			description: 'Text above the button, up to 1,024 characters',
		},
		footer,
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(
			call,
			contactInfoRequestMessage({ body: param.text('body'), footer: param.text('footer') }),
		);
	},
};
