import { BUSINESS, BUSINESS_ACCOUNT } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { SandboxApp } from '../graph/routeModule';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';
import { accountHealth } from './health';
import { states } from './states';

/** Further fields of a WABA, and the accounts of a business portfolio. */
export function accountRoutes({ graph }: SandboxApp, world: World): void {
	const state = (account: BusinessAccount) => world.use(states).ofAccount(account);
	const fields: Record<string, (account: BusinessAccount) => unknown> = {
		country: (account) => state(account).country,
		ownership_type: () => 'SELF',
		account_review_status: (account) => state(account).reviewStatus,
		business_verification_status: (account) => state(account).verification,
		is_enabled_for_insights: () => true,
		primary_funding_id: (account) => (state(account).paymentMethod ? '23842000000000001' : '0'),
		owner_business_info: (account) => ({
			name: world.directory.businesses.get(account.businessId)?.name ?? '',
			id: account.businessId,
		}),
		on_behalf_of_business_info: () => undefined,
		marketing_messages_onboarding_status: () => 'ELIGIBLE',
		health_status: (account) => accountHealth(world, account),
	};
	for (const [name, resolve] of Object.entries(fields)) {
		graph.field(BUSINESS_ACCOUNT, name, resolve);
	}
	for (const edge of ['owned_whatsapp_business_accounts', 'client_whatsapp_business_accounts']) {
		graph.edge(
			BUSINESS,
			'GET',
			edge,
			async (business, request) => {
				const owned = [...world.directory.accounts.values()].filter(
					(account) => edge.startsWith('owned') && account.businessId === business.id,
				);
				const { data, ...rest } = paginate(owned, request, ({ id }) => id);
				return {
					data: await Promise.all(
						data.map(async (account) => await graph.project(BUSINESS_ACCOUNT, account, request)),
					),
					...rest,
				};
			},
			{ scope: 'business_management' },
		);
	}
}
