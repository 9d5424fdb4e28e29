import { setUsername } from '../../../../cloud-api/usernames/usernames';
import { number } from '../../fields/number';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';

export const set: Operation = {
	name: 'Set',
	value: 'set',
	action: 'Set the username of a phone number',
	description: 'Request a username, under which customers find the phone number in WhatsApp',
	fields: [
		number,
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. lucky_shrub',
			description:
				'3 to 35 letters, digits, periods, or underscores. Get Suggestions returns free ones.',
		},
		optionsCollection([
			{
				displayName: 'Transfer',
				name: 'transfer',
				type: 'boolean',
				default: true,
				description:
					'Whether to take the username from another phone number of the same business portfolio that has it',
			},
		]),
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const username = param.text('username');
		const transfer = param.group('options').flag('transfer');
		const { status } = await setUsername(graph, phoneNumberId, username, transfer);
		return { phoneNumberId, username: username.trim().replace(/^@/, ''), status };
	},
};
