import { locationRequestMessage } from '../../../../cloud-api/messages/requests';
import { body } from '../../fields/bodyAndFooter';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendLocationRequest: Operation = {
	name: 'Send Location Request',
	value: 'sendLocationRequest',
	action: 'Ask for a location',
	description: 'Ask the customer to share a location with one tap. The trigger receives it.',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			...body,
			placeholder: 'e.g. Where should we deliver to?',
			description: 'Text above the button, up to 1,024 characters',
		},
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(call, locationRequestMessage({ body: param.text('body') }));
	},
};
