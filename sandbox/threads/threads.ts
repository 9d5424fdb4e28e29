import { states } from '../accounts/states';
import { rejection } from '../graph/errors';
import { userIdOf } from '../messages/identity';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** A thread returns to idle this long after the customer's last message. */
const IDLE_AFTER = 24 * 60 * 60 * 1000;

/** The roles that a thread can be passed to. */
export const ROLES = ['ai_agent', 'ctwa', 'customer_service', 'escalation', 'marketing', 'utility'];

/** Owners by number and customer, as far as they were set by thread control. */
function owners(_world: World): Map<string, { role: string; since: number }> {
	void _world;
	return new Map();
}

const keyOf = (number: PhoneNumber, { waId }: Customer) => `${number.id}:${waId}`;

/** The role of the app in Conversation Routing; `undefined`: the number is not enrolled. */
export function ownRole(world: World, number: PhoneNumber): string | undefined {
	return world.use(states).ofNumber(number).routingRole;
}

/** The role that owns a thread; `undefined`: idle. A customer's message goes to the app's role first. */
export function ownerOf(world: World, number: PhoneNumber, customer: Customer): string | undefined {
	const own = ownRole(world, number);
	if (own === undefined) return undefined;
	const set = world.use(owners).get(keyOf(number, customer));
	const last = customer.lastIncoming.get(number.id) ?? 0;
	const now = world.clock.now();
	if (set && now - Math.max(set.since, last) < IDLE_AFTER) return set.role || undefined;
	return now - last < IDLE_AFTER ? own : undefined;
}

/** Gives a thread to a role, or to nobody. */
export function setOwner(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	role: string | undefined,
): void {
	world.use(owners).set(keyOf(number, customer), { role: role ?? '', since: world.clock.now() });
}

/** A customer's message in an idle thread is routed to the app. */
export function routeIncoming(world: World, number: PhoneNumber, customer: Customer): boolean {
	const own = ownRole(world, number);
	if (own === undefined) return true;
	const owner = ownerOf(world, number, customer);
	if (owner === undefined) setOwner(world, number, customer, own);
	return owner === undefined || owner === own;
}

/** Throws 131070 for a free-form message in a thread of another role. Escalation takes it instead. */
export function checkOwner(world: World, number: PhoneNumber, customer: Customer): void {
	const own = ownRole(world, number);
	const owner = ownerOf(world, number, customer);
	if (own === undefined || owner === undefined || owner === own) return;
	if (own === 'escalation') return setOwner(world, number, customer, own);
	throw rejection(131070, `The thread is owned by ${owner}.`);
}

/** Publishes `messaging_handovers`. The value has no `metadata` of the number. */
export function publishHandover(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	type: 'control_passed' | 'control_taken',
	content: object,
): void {
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: 'messaging_handovers',
		value: {
			messaging_product: 'whatsapp',
			recipient: { phone_number_id: number.id, display_phone_number: number.digits },
			sender: {
				...(customer.settings.hidesPhoneNumber ? {} : { phone_number: customer.waId }),
				user_id: userIdOf(world, number, customer),
			},
			timestamp: String(world.clock.seconds()),
			type,
			[type]: content,
		},
	});
}
