import { invalidParameter, parameterRequired, rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

const TYPING_DURATION = 25_000;

/** `{"status":"read","message_id":…}`: marks an incoming message and the earlier ones as read, and shows a typing indicator if requested. */
export function markRead(
	world: World,
	number: PhoneNumber,
	body: Record<string, unknown>,
): { success: true } {
	const { status, message_id: id, typing_indicator: typing } = body;
	if (status !== 'read') {
		throw invalidParameter(`Param status must be one of {READ} - got "${String(status)}".`);
	}
	if (typeof id !== 'string' || id === '') throw parameterRequired('message_id');
	const target = world.messages.find(id)?.view;
	if (!target || target.direction !== 'incoming' || target.phoneNumberId !== number.id) {
		throw rejection(131009, 'The message_id is not a message that this phone number has received.');
	}
	if (typing !== undefined) checkTyping(typing);
	const read = target.groupId
		? [target]
		: world.messages
				.list({
					phoneNumberId: number.id,
					customer: target.customer,
					direction: 'incoming',
					limit: 500,
				})
				.filter((view) => view.timestamp <= target.timestamp);
	for (const view of read) {
		const message = world.messages.find(view.id);
		if (!message || view.status === 'read') continue;
		world.messages.addStatus(message, 'read');
		world.bus.emit(() => ({ type: 'read', message: view }));
	}
	if (typing !== undefined) showTyping(world, number, target.customer);
	return { success: true };
}

function checkTyping(typing: unknown): void {
	const { type } = (typing ?? {}) as { type?: unknown };
	if (type !== 'text') {
		throw invalidParameter(
			`Param typing_indicator['type'] must be one of {TEXT} - got "${String(type)}".`,
		);
	}
}

/** Shows the typing indicator until the next message or for 25 seconds. */
function showTyping(world: World, number: PhoneNumber, waId: string): void {
	const customer = world.directory.customers.get(waId);
	if (!customer) return;
	const until = world.clock.now() + TYPING_DURATION;
	customer.typingUntil.set(number.id, until);
	const tell = (time: number) =>
		world.bus.emit(() => ({
			type: 'typing',
			phoneNumberId: number.id,
			customer: waId,
			until: time,
		}));
	tell(until);
	world.clock.at(until, () => {
		if (customer.typingUntil.get(number.id) !== until) return;
		customer.typingUntil.delete(number.id);
		tell(0);
	});
}
