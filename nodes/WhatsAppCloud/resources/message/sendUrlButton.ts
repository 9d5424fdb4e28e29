import { urlButtonMessage } from '../../../../cloud-api/messages/urlButton';
import { body, footer } from '../../fields/bodyAndFooter';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { withHeader } from './header';
import { sendAndTell } from './send';

export const sendUrlButton: Operation = {
	name: 'Send URL Button',
	value: 'sendUrlButton',
	action: 'Send a message with a URL button',
	description: 'Send a message with one button that opens a web page',
	sends: true,
	fields: [
		sender,
		recipient,
		...headerFields,
		body,
		footer,
		{
			displayName: 'Button Text',
			name: 'displayText',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Track parcel',
			description: 'Label of the button, up to 20 characters',
		},
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/track/42',
			description: 'Web page that the button opens',
		},
		simplify,
		sendOptions({ directSend: true }),
	],
	async run(call) {
		const { param } = call;
		const content = await withHeader(call, (header) =>
			urlButtonMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				displayText: param.text('displayText'),
				url: param.text('url'),
			}),
		);
		return await sendAndTell(call, content);
	},
};
