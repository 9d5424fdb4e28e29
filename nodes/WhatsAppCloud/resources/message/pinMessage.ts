import { pinMessage as pin } from '../../../../cloud-api/messages/pin';
import { messageId } from '../../fields/messageId';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const pinMessage: Operation = {
	name: 'Pin or Unpin',
	value: 'pinMessage',
	action: 'Pin or unpin a message in a group',
	description:
		'Pin a message at the top of a group, or unpin it. A group shows up to three pinned messages.',
	sends: true,
	fields: [
		sender,
		{
			...recipient,
			displayName: 'Group ID',
			placeholder: 'e.g. Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
			description: 'ID of the group ("groupId" in the trigger\'s output)',
		},
		{
			displayName: 'Action',
			name: 'action',
			type: 'options',
			options: [
				{ name: 'Pin', value: 'pin' },
				{ name: 'Unpin', value: 'unpin' },
			],
			default: 'pin',
			description: 'Whether to pin or unpin the message',
		},
		messageId,
		{
			displayName: 'Unpin After (Days)',
			name: 'expirationDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { action: ['pin'] } },
			default: 7,
			description: 'Days until the message is unpinned, from 1 to 30',
		},
		simplify,
		sendOptions({ reply: false, typing: false, toGroup: true }),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(
			call,
			pin({
				action: param.choice('action', ['pin', 'unpin']) ?? 'pin',
				messageId: param.text('messageId'),
				expirationDays: param.number('expirationDays'),
			}),
		);
	},
};
