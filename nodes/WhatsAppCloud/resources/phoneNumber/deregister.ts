import { deregisterPhoneNumber } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const deregister: Operation = {
	name: 'Deregister',
	value: 'deregister',
	action: 'Deregister a phone number',
	description:
		'Take a number off the Cloud API. It can neither send nor receive until it is registered again.',
	fields: [
		number,
		{
			displayName:
				'The number can neither send nor receive until it is registered again with its PIN. Meta allows ten registrations in 72 hours.',
			name: 'deregisterNotice',
			type: 'notice',
			default: '',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		await deregisterPhoneNumber(graph, phoneNumberId);
		return { phoneNumberId, registered: false };
	},
};
