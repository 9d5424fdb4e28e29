import { removeFromContactBook as remove } from '../../../../cloud-api/usernames/usernames';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const removeFromContactBook: Operation = {
	name: 'Remove From Contact Book',
	value: 'removeFromContactBook',
	action: 'Remove a user from the contact book',
	description:
		'Remove a customer from the contact book, so that Meta no longer returns the phone number of a customer who uses a username',
	fields: [
		number,
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. US.13491208655302741918',
			description: 'Business-scoped user ID of the customer ("userId" in the trigger\'s output)',
		},
	],
	async run({ graph, param }) {
		await remove(graph, param.sender(), param.text('userId'));
		return { userId: param.text('userId').trim(), removed: true };
	},
};
