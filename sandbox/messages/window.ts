import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Time of the customer's last message to a number; 0: none. With the window behavior `seeded`,
 * every customer counts as having written to every number when they were created.
 */
export function lastWritten(world: World, customer: Customer, phoneNumberId: string): number {
	const seeded = world.behavior.window === 'seeded' ? customer.createdAt : 0;
	return customer.lastIncoming.get(phoneNumberId) ?? seeded;
}

/**
 * The phone numbers that a customer has written to: they get `system` and `user_preferences`
 * webhooks. With the window behavior `seeded`, the first number counts as one.
 */
export function numbersWrittenTo(world: World, customer: Customer): PhoneNumber[] {
	return [...world.directory.numbers.values()].filter(({ id }) =>
		customer.lastIncoming.has(id)
			? lastWritten(world, customer, id) > 0
			: world.behavior.window === 'seeded' && id === world.seed.phoneNumberId,
	);
}

/** End of the customer service window, 24 hours after the customer's last message; 0 without one. */
export function windowEnd(world: World, customer: Customer, phoneNumberId: string): number {
	const last = lastWritten(world, customer, phoneNumberId);
	return last === 0 ? 0 : last + DAY;
}

/** Whether the customer service window is open. */
export function isWindowOpen(world: World, number: PhoneNumber, customer: Customer): boolean {
	if (world.behavior.window === 'open') return true;
	return windowEnd(world, customer, number.id) > world.clock.now();
}
