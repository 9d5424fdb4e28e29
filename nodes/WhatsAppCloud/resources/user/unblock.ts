import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { change, users } from './users';

export const unblock: Operation = {
	name: 'Unblock',
	value: 'unblock',
	action: 'Unblock users',
	description: 'Let blocked users write to the number again; each user has an own result',
	fields: [number, users],
	async run(call) {
		return await change(call, false);
	},
};
