import { voiceCallMessage } from '../../../../cloud-api/messages/voiceCall';
import { body, footer } from '../../fields/bodyAndFooter';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendVoiceCallButton: Operation = {
	name: 'Send Voice Call Button',
	value: 'sendVoiceCallButton',
	action: 'Send a voice call button',
	description:
		'Send a message with a button that calls the business on WhatsApp. Calling must be enabled for the sender.',
	sends: true,
	fields: [
		sender,
		recipient,
		{ ...body, placeholder: 'e.g. Do you want to talk to us?' },
		footer,
		{
			displayName: 'Button Text',
			name: 'displayText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Call us',
			description: 'Label of the button, up to 20 characters. Defaults to "Call Now".',
		},
		simplify,
		sendOptions({
			directSend: true,
			extra: [
				{
					displayName: 'Expires After (Minutes)',
					name: 'ttlMinutes',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 10080,
					description: 'Minutes until the button stops working, up to 43,200 (30 days)',
				},
				{
					displayName: 'Payload',
					name: 'payload',
					type: 'string',
					default: '',
					placeholder: 'e.g. order-4711',
					description: 'Text that the trigger returns with the call, up to 512 characters',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		return await sendAndTell(
			call,
			voiceCallMessage({
				body: param.text('body'),
				footer: param.text('footer'),
				displayText: param.text('displayText'),
				ttlMinutes: options.number('ttlMinutes'),
				payload: options.text('payload'),
			}),
		);
	},
};
