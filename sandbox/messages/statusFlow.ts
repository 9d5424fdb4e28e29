import type { StatusError } from '../control/types';
import type { Customer } from '../world/directory';
import type { StoredMessage } from '../world/messages';
import type { World } from '../world/world';
import { setStatus } from './statuses';

/** The recipients of a message: one customer, or all participants of the group. */
function receivers(world: World, message: StoredMessage): Customer[] {
	const { view } = message;
	const ids = view.groupId
		? (world.directory.groups.get(view.groupId)?.participants ?? [])
		: [view.customer];
	return ids.flatMap((id) => world.directory.customers.get(id) ?? []);
}

/** Schedules the statuses of a message on the clock: sent, delivered if the phone is online, read if the customer reads. */
export function advanceStatuses(world: World, message: StoredMessage): void {
	const { statuses } = world.behavior;
	const hold = statuses.outOfOrder ? ([] as Array<() => void>) : undefined;
	const accepted = message.view.timestamp;
	const at = (after: number | null, step: () => void) => {
		if (after !== null) world.clock.at(accepted + after, step);
		else release(hold);
	};
	at(statuses.sentAfter, () => {
		setStatus(world, message, 'sent', undefined, hold);
		if (message.onlySent) return release(hold);
		at(statuses.deliveredAfter, () => {
			if (!deliver(world, message, hold)) return release(hold);
			at(statuses.readAfter, () => {
				const all = receivers(world, message);
				if (all.every(({ settings }) => settings.autoRead)) readNow(world, message, hold);
				release(hold);
			});
		});
	});
}

/** Delivers a message unless the phone is offline or has blocked the business. Returns whether it was delivered. */
export function deliver(world: World, message: StoredMessage, hold?: Array<() => void>): boolean {
	const all = receivers(world, message);
	if (message.expiresAt <= world.clock.now()) return false;
	if (all.some(({ settings }) => !settings.online || settings.blockedBusiness)) return false;
	setStatus(world, message, 'delivered', undefined, hold);
	return true;
}

/** Marks a message as read by the customer. Sends no status if read receipts are off. */
export function readNow(world: World, message: StoredMessage, hold?: Array<() => void>): void {
	if (receivers(world, message).some(({ settings }) => !settings.readReceipts)) return;
	setStatus(world, message, 'read', undefined, hold);
}

/** Fails a message: schedules a `failed` status. */
export function fail(world: World, message: StoredMessage, error: StatusError): void {
	const { sentAfter } = world.behavior.statuses;
	world.clock.at(message.view.timestamp + (sentAfter ?? 0), () => {
		setStatus(world, message, 'failed', [error]);
	});
}

/** Publishes held statuses, newest first. */
function release(hold: Array<() => void> | undefined): void {
	if (!hold) return;
	for (const publish of hold.splice(0).reverse()) publish();
}
