import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

const DAY = 24 * 60 * 60 * 1000;

/** End of the customer service window, 24 hours after the customer's last message; 0 when there was none. */
export function windowEnd(customer: Customer, phoneNumberId: string): number {
	const last = customer.lastIncoming.get(phoneNumberId);
	return last === undefined ? 0 : last + DAY;
}

/** Whether free-form messages may be sent to the customer now. */
export function isWindowOpen(world: World, number: PhoneNumber, customer: Customer): boolean {
	if (world.behaviour.window === 'open') return true;
	return windowEnd(customer, number.id) > world.clock.now();
}
