import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { change, userOptions, users } from './users';

export const unblock: Operation = {
	name: 'Unblock',
	value: 'unblock',
	action: 'Unblock users',
	description:
		'Unblock users, so that they can message the phone number again. Returns one result per user.',
	fields: [number, users, userOptions],
	async run(call) {
		return await change(call, false);
	},
};
