import { deregisterPhoneNumber } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const deregister: Operation = {
	name: 'Deregister',
	value: 'deregister',
	action: 'Deregister a phone number',
	description:
		'Disconnect a phone number from the Cloud API. It cannot send or receive messages until you register it again.',
	fields: [
		number,
		{
			displayName:
				'The phone number cannot send or receive messages until you register it again with its PIN. Meta allows ten registrations in 72 hours.',
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
