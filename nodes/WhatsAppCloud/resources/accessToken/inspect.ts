import { inspectToken } from '../../../../cloud-api/accounts/tokens';
import type { Operation } from '../../runtime/operation';
import { describe } from './describe';

export const inspect: Operation = {
	name: 'Inspect',
	value: 'inspect',
	action: 'Inspect the access token',
	description:
		'Get the type, app, expiration, permissions, missing permissions, and accounts of the access token',
	fields: [],
	async run({ graph, credential }) {
		const asApp = credential.appId !== '' && credential.appSecret !== '';
		return describe(
			await inspectToken(graph, credential.accessToken, asApp),
			credential.appId,
			Date.now() / 1000,
		);
	},
};
