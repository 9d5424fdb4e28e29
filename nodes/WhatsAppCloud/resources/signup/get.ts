import { getSignup } from '../../../../cloud-api/signups/signups';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { signupId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a signup',
	description: 'Get the texts and the status of a signup',
	fields: [signupId, simplify],
	async run({ graph, param }) {
		return simplified(param, await getSignup(graph, param.text('signupId')));
	},
};
