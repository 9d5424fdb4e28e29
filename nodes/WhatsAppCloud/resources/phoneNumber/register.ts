import {
	DATA_REGIONS,
	registerPhoneNumber,
} from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { pin } from './pin';

export const register: Operation = {
	name: 'Register',
	value: 'register',
	action: 'Register a phone number',
	description:
		'Register a phone number with the Cloud API, so that it can send messages. Meta allows ten registrations in 72 hours.',
	fields: [
		number,
		{
			...pin,
			description:
				'Two-step verification PIN, six digits. The first registration sets it. Later registrations require it.',
		},
		{
			displayName: 'Data Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Anywhere', value: '' },
				...DATA_REGIONS.map(({ name, value }) => ({ name, value })),
			],
			default: '',
			description: 'Country in which Meta stores the messages of this phone number',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		await registerPhoneNumber(graph, phoneNumberId, {
			pin: param.text('pin'),
			region: param.text('region') || undefined,
		});
		return { phoneNumberId, registered: true };
	},
};
