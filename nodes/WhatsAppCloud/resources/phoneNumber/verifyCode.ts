import { verifyCode as verifyCodeOf } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const verifyCode: Operation = {
	name: 'Verify Code',
	value: 'verifyCode',
	action: 'Verify the code of a phone number',
	description: 'Verify a phone number with the code that Meta sent',
	fields: [
		number,
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 123-456',
			description: 'Six-digit code that the phone number received',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		await verifyCodeOf(graph, phoneNumberId, param.text('code'));
		return { phoneNumberId, verified: true };
	},
};
