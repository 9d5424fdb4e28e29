import { rejection } from '../graph/errors';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const WEEK = 7 * DAY;
/** Permission requests per customer and time. */
const REQUESTS: Array<[string, number, number]> = [
	['PT24H', DAY, 1],
	['P7D', WEEK, 2],
];

/** A customer's permission to be called. */
export interface CallPermission {
	/** Milliseconds; `undefined`: permanent. */
	until?: number;
}

/** Permissions by number and customer, and the times of the last checks by number. */
class CallPermissions {
	readonly granted = new Map<string, CallPermission>();
	readonly checks = new Map<string, number[]>();
}

/** `world.use(permissions)` */
export function permissions(_world: World): CallPermissions {
	void _world;
	return new CallPermissions();
}

const keyOf = (number: PhoneNumber, { waId }: Customer) => `${number.id}:${waId}`;

/** A customer permits calls: for 7 days, until `until` (milliseconds), or permanently. */
export function grant(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	{ until = world.clock.now() + WEEK, permanent = false } = {},
): void {
	const granted = permanent ? {} : { until };
	world.use(permissions).granted.set(keyOf(number, customer), granted);
}

/** A customer no longer permits calls. */
export function revoke(world: World, number: PhoneNumber, customer: Customer): void {
	world.use(permissions).granted.delete(keyOf(number, customer));
}

/** The present permission. */
export function permissionOf(world: World, number: PhoneNumber, customer: Customer | undefined) {
	const granted = customer && world.use(permissions).granted.get(keyOf(number, customer));
	return granted?.until !== undefined && granted.until <= world.clock.now() ? undefined : granted;
}

/** Throws 138009 or 138017 if the customer cannot be asked for a permission now. */
export function checkPermissionRequest(
	world: World,
	number: PhoneNumber,
	waId: string | undefined,
): void {
	if (waId === undefined) return;
	const customer = world.directory.customers.get(waId);
	const granted = permissionOf(world, number, customer);
	if (granted && granted.until === undefined) {
		throw rejection(
			138017,
			'Call permission request cannot be sent because a permanent permission has already been approved by the user.',
		);
	}
	if (usage(world, number, waId).some(({ used, allowed }) => used >= allowed)) {
		throw rejection(138009, 'Limit reached for call permission request sent.');
	}
}

/** The permission requests of the last 24 hours and 7 days. */
export function usage(world: World, number: PhoneNumber, waId: string) {
	const now = world.clock.now();
	const times = world.messages
		.list({ phoneNumberId: number.id, customer: waId, direction: 'outgoing' })
		.filter(
			({ content }) => (content as { type?: string } | null)?.type === 'call_permission_request',
		)
		.map(({ timestamp }) => timestamp);
	return REQUESTS.map(([period, span, allowed]) => {
		const within = times.filter((time) => time > now - span);
		return { period, allowed, used: within.length, ends: (within[0] ?? now) + span };
	});
}
