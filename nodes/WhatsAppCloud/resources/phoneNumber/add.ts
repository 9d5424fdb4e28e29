import { addPhoneNumber } from '../../../../cloud-api/accounts/addPhoneNumber';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add a phone number to an account',
	description:
		'Add a phone number to a WhatsApp Business Account. Then use Request Code, Verify Code, and Register.',
	fields: [
		account,
		{
			displayName: 'New Phone Number',
			name: 'phone',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 650 555 1234',
			description: 'The phone number with country code',
		},
		{
			displayName: 'Display Name',
			name: 'verifiedName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Lucky Shrub',
			description: 'Name that customers see. Meta reviews it.',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = await addPhoneNumber(
			graph,
			param.account(),
			param.text('phone'),
			param.text('verifiedName'),
		);
		return { phoneNumberId };
	},
};
