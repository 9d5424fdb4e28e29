import type { INodeProperties } from 'n8n-workflow';
import {
	listCallbackPlaces,
	type CallbackPlace,
} from '../../../../cloud-api/accounts/callbackInventory';
import { listReachableAccounts } from '../../../../cloud-api/accounts/reachableAccounts';
import { requireFromCredential } from '../../../shared/credential';
import { account } from '../../fields/account';
import type { Call } from '../../runtime/operation';

/** The accounts that an operation covers. */
export const scope: INodeProperties[] = [
	{
		displayName: 'Accounts',
		name: 'accounts',
		type: 'options',
		options: [
			{
				name: 'All That the Token Can Access',
				value: 'all',
				description: 'All accounts of the portfolio, or those that the token is limited to',
			},
			{ name: 'One Account', value: 'one' },
		],
		default: 'all',
		description: 'WhatsApp Business Accounts to include, with all their phone numbers',
	},
	{ ...account, displayOptions: { show: { accounts: ['one'] } } },
];

/** All places at which the app may have a callback URL, and whether the list is complete. */
export async function callbackPlaces(
	call: Call,
): Promise<{ places: CallbackPlace[]; isComplete: boolean }> {
	const { graph, credential, param } = call;
	const appId = requireFromCredential(credential, 'appId', 'to find the callbacks of the app');
	requireFromCredential(credential, 'appSecret', 'to read the callback of the app');
	if (param.text('accounts') === 'one') {
		const accounts = [{ businessAccountId: param.account(), name: '' }];
		return { places: await listCallbackPlaces(graph, appId, accounts), isComplete: false };
	}
	const { accounts, isComplete } = await listReachableAccounts(graph, {
		accessToken: credential.accessToken,
		asApp: true,
		businessAccountId: credential.businessAccountId,
	});
	return { places: await listCallbackPlaces(graph, appId, accounts), isComplete };
}
