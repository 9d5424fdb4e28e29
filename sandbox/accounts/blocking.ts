import { GraphError, invalidParameter } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import { paginate } from '../graph/paging';
import type { GraphRequest } from '../graph/request';
import type { SandboxApp } from '../graph/routeModule';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { lastWritten } from '../messages/window';

const DAY = 86_400_000;
const MAX_BLOCKED_USERS = 64_000;

interface Outcome {
	input: string;
	wa_id?: string;
	user_id?: string;
	errors?: Array<{ message: string; code: number; error_data: { details: string } }>;
}

/** Blocked customers by phone number ID. Their messages are not delivered to the business. */
export function blockedCustomers(): Map<string, Set<string>> {
	return new Map();
}

export function isBlocked(world: World, number: PhoneNumber, customer: Customer): boolean {
	return world.use(blockedCustomers).get(number.id)?.has(customer.waId) === true;
}

/** `/{number}/block_users`. A partial success is an error that contains the result. */
export function blockingRoutes({ graph }: SandboxApp, world: World): void {
	const scope = { scope: 'whatsapp_business_messaging' };
	const of = (number: PhoneNumber) => {
		const all = world.use(blockedCustomers);
		const blocked = all.get(number.id) ?? new Set<string>();
		all.set(number.id, blocked);
		return blocked;
	};

	graph.edge(
		PHONE_NUMBER,
		'GET',
		'block_users',
		(number, request) =>
			paginate(
				[...of(number)].map((waId) => ids(world, number, world.directory.customers.get(waId))),
				request,
				(user) => String(user.wa_id ?? user.user_id),
			),
		scope,
	);

	graph.edge(
		PHONE_NUMBER,
		'POST',
		'block_users',
		(number, request) => {
			const blocked = of(number);
			return change(world, number, request, 'added_users', (customer) => {
				if (blocked.size >= MAX_BLOCKED_USERS)
					return [139101, 'The blocklist has reached its limit of 64k users.'];
				const last = lastWritten(world, customer, number.id);
				if (last < world.clock.now() - DAY) {
					return [
						131047,
						'Re-engagement: the user has not messaged the business in the last 24 hours.',
					];
				}
				blocked.add(customer.waId);
				return undefined;
			});
		},
		scope,
	);
	graph.edge(
		PHONE_NUMBER,
		'DELETE',
		'block_users',
		(number, request) => {
			const blocked = of(number);
			return change(world, number, request, 'removed_users', (customer) =>
				blocked.delete(customer.waId) ? undefined : [131009, 'The user is not blocked.'],
			);
		},
		scope,
	);
}

function change(
	world: World,
	number: PhoneNumber,
	{ params }: GraphRequest,
	key: 'added_users' | 'removed_users',
	act: (customer: Customer) => [number, string] | undefined,
): unknown {
	if (params.messaging_product !== 'whatsapp') {
		throw invalidParameter('The parameter messaging_product is required.');
	}
	if (!Array.isArray(params.block_users) || params.block_users.length === 0) {
		throw invalidParameter('The parameter block_users is required.');
	}
	const good: Outcome[] = [];
	const bad: Outcome[] = [];
	for (const input of params.block_users.map(userOf)) {
		const customer = world.directory.findCustomer(input);
		const rejection: [number, string] | undefined = customer
			? act(customer)
			: [131021, 'The user is not a WhatsApp user.'];
		const outcome = { input, ...(customer && ids(world, number, customer)) };
		if (!rejection) good.push(outcome);
		else {
			const [code, details] = rejection;
			bad.push({
				...outcome,
				errors: [{ message: `(#${code}) ${details}`, code, error_data: { details } }],
			});
		}
	}
	const result = { [key]: good, ...(bad.length > 0 && { failed_users: bad }) };
	if (bad.length > 0) {
		throw new GraphError({
			code: 139100,
			message: '(#139100) Failed to block/unblock some users',
			details: 'Failed to block some users, see the block_users response list for details.',
			beside: { messaging_product: 'whatsapp', block_users: result },
		});
	}
	return { messaging_product: 'whatsapp', block_users: result };
}

/** The user of an entry of `block_users`. */
function userOf(entry: unknown): string {
	const { user, user_id: userId } = (entry ?? {}) as { user?: unknown; user_id?: unknown };
	const input = user ?? userId;
	if (typeof input === 'string' && input !== '') return input;
	throw invalidParameter('Each entry of block_users requires user or user_id, a string.');
}

function ids(
	world: World,
	number: PhoneNumber,
	customer: Customer | undefined,
): { wa_id?: string; user_id?: string } {
	if (!customer) return {};
	const { businessId } = world.directory.accountOf(number);
	return {
		...(!customer.settings.hidesPhoneNumber && { wa_id: customer.waId }),
		user_id: world.directory.userIdFor(customer, businessId),
	};
}
