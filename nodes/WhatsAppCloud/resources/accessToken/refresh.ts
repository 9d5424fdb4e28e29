import { inspectToken } from '../../../../cloud-api/accounts/tokens';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { readCredential, requireFromCredential } from '../../../shared/credential';
import { PRIVATE_HEADERS } from '../../../shared/authorization';
import { RECONNECT } from '../../../shared/reconnect';
import { fingerprint } from '../../../shared/tokenRenewal';
import type { Operation } from '../../runtime/operation';
import { describe } from './describe';

export const refresh: Operation = {
	name: 'Refresh',
	value: 'refresh',
	action: 'Refresh the access token',
	description:
		'Renew the access token for 60 days and store the new one in the credential. Works for valid tokens that expire.',
	fields: [],
	async run({ graph, credential, context, once }) {
		if (credential.kind === 'oAuth2') {
			throw new InvalidInputError(
				'credential.accessToken',
				"The token comes from Meta's login dialog, and only the dialog issues another one",
				RECONNECT,
			);
		}
		requireFromCredential(credential, 'appId', 'to renew the token');
		requireFromCredential(credential, 'appSecret', 'to renew the token');
		return await once('refresh', async () => {
			await graph.get(
				'me',
				{ fields: 'id' },
				{ headers: { [PRIVATE_HEADERS.renew]: fingerprint(credential.accessToken) } },
			);
			const renewed = await readCredential(context);
			const facts = await inspectToken(graph, renewed.accessToken, true);
			return {
				refreshed: renewed.accessToken !== credential.accessToken,
				...describe(facts, renewed.appId, Date.now() / 1000),
			};
		});
	},
};
