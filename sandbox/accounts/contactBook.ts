import { requireProduct } from '../graph/checkBody';
import { invalidParameter, parameterRequired } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { Customer } from '../world/directory';
import type { World } from '../world/world';

const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** When entries were removed, by business and customer. */
function removals(_world: World): Map<string, number> {
	void _world;
	return new Map();
}

/**
 * `DELETE /{number}/contact_book`: forgets the pairing of phone number and BSUID. A customer with a
 * username then hides the number; the next message or call creates the entry again.
 */
export function contactBookRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		PHONE_NUMBER,
		'DELETE',
		'contact_book',
		(number, { params }) => {
			requireProduct(params);
			const { bsuid } = params;
			if (bsuid === undefined || bsuid === '') throw parameterRequired('bsuid');
			if (typeof bsuid !== 'string' || !USER_ID.test(bsuid)) {
				throw invalidParameter('Param bsuid is not a valid business-scoped user ID.');
			}
			const { businessId } = world.directory.accountOf(number);
			const customer = world.directory.findCustomerByUserId(bsuid);
			const known =
				customer !== undefined && world.directory.userIdFor(customer, businessId) === bsuid;
			const deleted = known && forget(world, businessId, customer);
			return { messaging_product: 'whatsapp', success: true, deleted };
		},
		{ scope: 'whatsapp_business_messaging' },
	);
}

/** Removes the entry, and returns whether there was one: a message or call since the last removal. */
function forget(world: World, businessId: string, customer: Customer): boolean {
	const key = `${businessId}:${customer.waId}`;
	const removed = world.use(removals).get(key) ?? 0;
	const [last] = world.messages.list({ customer: customer.waId, limit: 1 });
	const written = Math.max(0, ...customer.lastIncoming.values());
	if (Math.max(last?.timestamp ?? 0, written) <= removed) return false;
	world.use(removals).set(key, world.clock.now());
	if (customer.username !== undefined) customer.settings.hidesPhoneNumber = true;
	return true;
}
