import type { AppView, CustomerView, GroupView, PhoneNumberView, StateView } from './types';
import type { App, Customer, Group, PhoneNumber } from '../world/directory';
import { windowEnd } from '../messages/window';
import type { World } from '../world/world';

export function customerView(world: World, customer: Customer): CustomerView {
	const { waId, name, userId, username, settings, typingUntil, identityHash } = customer;
	return {
		waId,
		name,
		userId,
		...(username ? { username } : {}),
		...settings,
		typingUntil: Object.fromEntries(typingUntil),
		windowExpiresAt: Object.fromEntries(
			[...world.directory.numbers.keys()]
				.map((id): [string, number] => [id, windowEnd(world, customer, id)])
				.filter(([, end]) => end > 0),
		),
		identityHash,
	};
}

function appView(app: App): AppView {
	const subscription = app.subscriptions.get('whatsapp_business_account');
	return {
		id: app.id,
		name: app.name,
		live: app.live,
		...(subscription
			? {
					subscription: {
						callbackUrl: subscription.callbackUrl,
						fields: subscription.fields,
						active: subscription.active,
					},
				}
			: {}),
	};
}

function numberView(number: PhoneNumber): PhoneNumberView {
	const [override] = number.overrides;
	return {
		id: number.id,
		displayPhoneNumber: number.displayPhoneNumber,
		verifiedName: number.verifiedName,
		businessAccountId: number.businessAccountId,
		...(override ? { webhookOverride: { appId: override[0], url: override[1].url } } : {}),
	};
}

export function groupView({ joinRequests, ...group }: Group): GroupView {
	const { id, phoneNumberId, subject, description, participants } = group;
	const { joinApprovalMode, inviteLink, suspended } = group;
	return {
		id,
		phoneNumberId,
		subject,
		...(description !== undefined && { description }),
		participants,
		joinApprovalMode,
		inviteLink,
		suspended,
		joinRequests: [...joinRequests].map(([requestId, { waId }]) => ({ id: requestId, waId })),
	};
}

/** The state of the sandbox, without messages, requests, and deliveries. */
export function stateView(world: World): StateView {
	const { directory } = world;
	return {
		now: world.clock.now(),
		seed: world.seed,
		behavior: world.behavior,
		apps: [...directory.apps.values()].map(appView),
		businessAccounts: [...directory.accounts.values()].map((account) => ({
			id: account.id,
			name: account.name,
			businessId: account.businessId,
			subscribedApps: [...account.subscribedApps].map(([appId, { override }]) => ({
				appId,
				...(override ? { overrideUrl: override.url } : {}),
			})),
		})),
		phoneNumbers: [...directory.numbers.values()].map(numberView),
		customers: [...directory.customers.values()].map((customer) => customerView(world, customer)),
		groups: [...directory.groups.values()].map(groupView),
		faults: world.faults.list(),
		counts: {
			messages: world.messages.size,
			requests: world.requests.size,
			deliveries: world.webhooks.deliveries.size,
			pendingDeliveries: world.webhooks.pending,
		},
	};
}
