import { rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { states } from './states';

/** Whether messages reach the number: it is registered and not disconnected. */
export function isConnected(world: World, number: PhoneNumber): boolean {
	return number.registered && world.use(states).ofNumber(number).status !== 'DISCONNECTED';
}

/** Throws if Meta has restricted the account or the number (368, 131031), or if there is no payment method (131042). */
export function checkRestrictions(world: World, number: PhoneNumber): void {
	const account = world.use(states).ofAccount(world.directory.accountOf(number));
	if (account.restricted) {
		throw rejection(
			368,
			'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy.',
		);
	}
	if (
		account.locked ||
		['BANNED', 'RESTRICTED'].includes(world.use(states).ofNumber(number).status)
	) {
		throw rejection(
			131031,
			'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy, or a request parameter could not be verified.',
		);
	}
	if (!account.paymentMethod) {
		throw rejection(
			131042,
			'There was an error related to your payment method: no payment method is attached to the account.',
		);
	}
}
