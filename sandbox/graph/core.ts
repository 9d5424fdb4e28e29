import type { World } from '../world/world';
import { idsOf } from '../groups/events';
import { reachesAccount } from './auth';
import type { Graph } from './graph';
import { paginate } from './paging';
import { APP, BUSINESS, BUSINESS_ACCOUNT, GROUP, PHONE_NUMBER } from './nodes';

/** The basic objects, with the fields that need no store of their own. */
export function coreNodes(graph: Graph, world: World): void {
	const directory = () => world.directory;
	graph.node(PHONE_NUMBER, {
		find: (id) => directory().numbers.get(id),
		accountIdOf: (number) => number.businessAccountId,
		defaults: ['verified_name', 'display_phone_number', 'id'],
		fields: {
			id: (number) => number.id,
			display_phone_number: (number) => number.displayPhoneNumber,
			verified_name: (number) => number.verifiedName,
		},
	});
	graph.node(BUSINESS_ACCOUNT, {
		find: (id) => directory().accounts.get(id),
		accountIdOf: (account) => account.id,
		defaults: ['id', 'name', 'timezone_id', 'message_template_namespace'],
		fields: {
			id: (account) => account.id,
			name: (account) => account.name,
			currency: (account) => account.currency,
			timezone_id: (account) => account.timezoneId,
			message_template_namespace: (account) => `ns_${account.id}`,
		},
	});
	graph.edge(BUSINESS_ACCOUNT, 'GET', 'phone_numbers', async (account, request) => {
		const page = paginate(directory().numbersOf(account.id), request, ({ id }) => id);
		const data = await Promise.all(
			page.data.map(async (number) => await graph.project(PHONE_NUMBER, number, request)),
		);
		return { ...page, data };
	});
	graph.node(APP, {
		find: (id) => directory().apps.get(id),
		reaches: (app, request) => app.id === request.app.id,
		scope: null,
		defaults: ['id', 'name', 'link'],
		fields: {
			id: (app) => app.id,
			name: (app) => app.name,
			link: (app) => `https://www.facebook.com/games/?app_id=${app.id}`,
			category: () => 'Business',
		},
	});
	graph.path('GET', 'app', async (request) => await graph.project(APP, request.app, request));
	graph.node(BUSINESS, {
		find: (id) => directory().businesses.get(id),
		reaches: (business, request) => business.id === request.app.businessId,
		scope: 'business_management',
		defaults: ['id', 'name'],
		fields: { id: (business) => business.id, name: (business) => business.name },
	});
	graph.node(GROUP, {
		find: (id) => directory().groups.get(id),
		reaches: (group, request) => {
			const number = directory().numbers.get(group.phoneNumberId);
			return (
				number !== undefined && reachesAccount(world, request.caller, number.businessAccountId)
			);
		},
		scope: 'whatsapp_business_messaging',
		defaults: ['id'],
		fields: {
			id: (group) => group.id,
			subject: (group) => group.subject,
			description: (group) => group.description,
			join_approval_mode: (group) => group.joinApprovalMode,
			suspended: (group) => group.suspended,
			creation_timestamp: (group) => Math.floor(group.createdAt / 1000),
			participants: (group) =>
				group.participants.flatMap((waId) => {
					const customer = directory().customers.get(waId);
					return customer ? [idsOf(world, group, customer)] : [];
				}),
			total_participant_count: (group) => group.participants.length,
		},
	});
}
