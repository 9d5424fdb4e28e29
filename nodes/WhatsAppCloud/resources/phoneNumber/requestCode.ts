import { requestCode as requestCodeFor } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const requestCode: Operation = {
	name: 'Request Code',
	value: 'requestCode',
	action: 'Request a verification code for a phone number',
	description:
		'Request a six-digit verification code, which Meta sends to the phone number. Enter it in Verify Code.',
	fields: [
		number,
		{
			displayName: 'Send By',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'Text Message', value: 'SMS' },
				{ name: 'Voice Call', value: 'VOICE' },
			],
			default: 'SMS',
			description: 'How Meta sends the code',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: 'en_US',
			placeholder: 'e.g. pt_BR',
			description: 'Language of the message or call, e.g. en_US or de',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		await requestCodeFor(graph, phoneNumberId, {
			method: param.text('method') === 'VOICE' ? 'VOICE' : 'SMS',
			language: param.text('language').trim() || 'en_US',
		});
		return { phoneNumberId, codeRequested: true };
	},
};
