import { callPermissionRequestMessage } from '../../../../cloud-api/messages/requests';
import { body, footer } from '../../fields/bodyAndFooter';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendCallPermissionRequest: Operation = {
	name: 'Send Call Permission Request',
	value: 'sendCallPermissionRequest',
	action: 'Ask for permission to call',
	description:
		'Ask the customer for permission to call. Meta allows one request in 24 hours and two in 7 days per customer until a call is connected.',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			...body,
			placeholder: 'e.g. May we call you about your order?',
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
			callPermissionRequestMessage({ body: param.text('body'), footer: param.text('footer') }),
		);
	},
};
