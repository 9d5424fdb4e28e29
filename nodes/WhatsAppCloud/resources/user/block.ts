import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { change, users } from './users';

export const block: Operation = {
	name: 'Block',
	value: 'block',
	action: 'Block users',
	description:
		'Block users so that they can no longer write to the number. Only users who wrote in the last 24 hours can be blocked; each user has an own result.',
	fields: [number, users],
	async run(call) {
		return await change(call, true);
	},
};
