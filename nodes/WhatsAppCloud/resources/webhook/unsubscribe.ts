import {
	readAccountSubscription,
	unsubscribeFromAccount,
} from '../../../../cloud-api/accounts/subscriptions';
import { requireFromCredential } from '../../../shared/credential';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

export const unsubscribe: Operation = {
	name: 'Unsubscribe Account',
	value: 'unsubscribe',
	action: 'Unsubscribe the app from an account',
	description:
		'Unsubscribe the Meta app from a WhatsApp Business Account. Workflows that use this app then receive no events of the account.',
	fields: [account],
	async run({ graph, credential, param }) {
		const businessAccountId = param.account();
		const appId = requireFromCredential(credential, 'appId', 'to find its subscription');
		const { isSubscribed } = await readAccountSubscription(graph, businessAccountId, appId);
		if (isSubscribed) await unsubscribeFromAccount(graph, businessAccountId);
		return { businessAccountId, subscribed: false, changed: isSubscribed };
	},
};
