import {
	readAccountSubscription,
	subscribeToAccount,
} from '../../../../cloud-api/accounts/subscriptions';
import { requireFromCredential } from '../../../shared/credential';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

export const subscribe: Operation = {
	name: 'Subscribe Account',
	value: 'subscribe',
	action: 'Subscribe the app to an account',
	description:
		'Subscribe the Meta app to a WhatsApp Business Account. Without it, Meta delivers no events of the account to the app.',
	fields: [account],
	async run({ graph, credential, param }) {
		const businessAccountId = param.account();
		const appId = requireFromCredential(credential, 'appId', 'to find its subscription');
		const before = await readAccountSubscription(graph, businessAccountId, appId);
		// Subscribing again would remove the callback URL of the account.
		if (!before.isSubscribed) await subscribeToAccount(graph, businessAccountId);
		return { businessAccountId, subscribed: true, changed: !before.isSubscribed };
	},
};
