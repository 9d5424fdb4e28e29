import type { Customer, PhoneNumber } from '../world/directory';
import type { StoredMessage } from '../world/messages';
import type { World } from '../world/world';

/** Free service messages per number and calendar month. */
const FREE_TIER = 1000;

/** Returns the pricing of a message: free entry point, free tier, or regular. */
function bill(
	world: World,
	number: PhoneNumber,
	customer: Customer | undefined,
	message: StoredMessage,
): { type: string; billable: boolean } {
	const now = world.clock.now();
	if ((customer?.freeEntryUntil.get(number.id) ?? 0) > now) {
		return { type: 'free_entry_point', billable: false };
	}
	if (message.category !== 'service') return { type: 'regular', billable: true };
	const month = new Date(now).toISOString().slice(0, 7);
	if (number.freeTier.month !== month) number.freeTier = { month, used: 0 };
	number.freeTier.used += 1;
	return number.freeTier.used <= FREE_TIER
		? { type: 'free_customer_service', billable: false }
		: { type: 'regular', billable: true };
}

/** `pricing` of a status, with `conversation` in a free entry point window. */
export function pricingOf(
	world: World,
	number: PhoneNumber,
	customer: Customer | undefined,
	message: StoredMessage,
): Record<string, unknown> {
	message.billing ??= bill(world, number, customer, message);
	const { type, billable } = message.billing;
	const category = message.view.groupId ? `group_${message.category}` : message.category;
	const free = type === 'free_entry_point';
	return {
		...(free && customer
			? {
					conversation: {
						id: Buffer.from(`${number.id}:${customer.waId}`).toString('hex'),
						expiration_timestamp: String(
							Math.floor((customer.freeEntryUntil.get(number.id) ?? 0) / 1000),
						),
						origin: { type: 'referral_conversion' },
					},
				}
			: {}),
		pricing: {
			billable,
			pricing_model: 'PMP',
			type,
			category: free ? 'referral_conversion' : category,
		},
	};
}
