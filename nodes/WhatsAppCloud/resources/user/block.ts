import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { change, userOptions, users } from './users';

export const block: Operation = {
	name: 'Block',
	value: 'block',
	action: 'Block users',
	description:
		'Block customers who wrote within the last 24 hours, so that they cannot message the phone number. Returns one result per user.',
	fields: [number, users, userOptions],
	async run(call) {
		return await change(call, true);
	},
};
