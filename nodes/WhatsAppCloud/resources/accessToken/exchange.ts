import { exchangeCode } from '../../../../cloud-api/accounts/tokens';
import { requireFromCredential } from '../../../shared/credential';
import type { Operation } from '../../runtime/operation';

export const exchange: Operation = {
	name: 'Exchange Code',
	value: 'exchange',
	action: 'Exchange an authorization code for an access token',
	description:
		"Exchange the code of Meta's Embedded Signup for an access token. The output contains the token in plain text.",
	fields: [
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The authorization code that Embedded Signup returned. It expires after 30 seconds.',
		},
		{
			displayName: 'Redirect URI',
			name: 'redirectUri',
			type: 'string',
			default: '',
			description:
				'The exact redirect URI of the login. Leave it empty for codes from the JavaScript SDK.',
		},
		{
			displayName:
				'The output contains the token in plain text. Store it in a safe place, and do not save the data of this execution.',
			name: 'tokenNotice',
			type: 'notice',
			default: '',
		},
	],
	async run({ graph, credential, param }) {
		const app = {
			appId: requireFromCredential(credential, 'appId', 'to exchange a code'),
			appSecret: requireFromCredential(credential, 'appSecret', 'to exchange a code'),
		};
		const now = Math.floor(Date.now() / 1000);
		const token = await exchangeCode(
			graph,
			app,
			param.text('code'),
			param.text('redirectUri').trim() || undefined,
			now,
		);
		return {
			accessToken: token.accessToken,
			expiresAt: token.expiresAt === 0 ? null : new Date(token.expiresAt * 1000).toISOString(),
		};
	},
};
