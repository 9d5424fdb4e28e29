import type { StoredMessage } from '../world/messages';
import type { World } from '../world/world';

const DAY = 24 * 60 * 60 * 1000;

/** Applies the effects of an outgoing message: reactions and pins change their target, every message ends the typing indicator. */
export function applyEffects(world: World, { view }: StoredMessage): void {
	const customer = world.directory.customers.get(view.customer);
	if (customer?.typingUntil.delete(view.phoneNumberId)) {
		world.bus.emit(() => ({
			type: 'typing',
			phoneNumberId: view.phoneNumberId,
			customer: view.customer,
			until: 0,
		}));
	}
	if (view.type !== 'reaction' && view.type !== 'pin') return;
	const content = view.content as {
		message_id: string;
		emoji?: string;
		type?: string;
		expiration_days?: number | string;
	};
	const target = world.messages.find(content.message_id);
	if (!target) return;
	if (view.type === 'reaction') {
		react(target, 'business', content.emoji);
	} else {
		const pinned = content.type === 'pin';
		target.view.pinned = pinned;
		const group = world.directory.groups.get(view.groupId ?? '');
		if (pinned) {
			group?.pins.set(content.message_id, view.timestamp + Number(content.expiration_days) * DAY);
		} else group?.pins.delete(content.message_id);
	}
	world.messages.changed(target);
}

/** Sets the reaction of one side, replacing the previous one. An empty emoji removes it. */
export function react(
	target: StoredMessage,
	from: 'business' | 'customer',
	emoji: string | undefined,
	customer?: string,
): void {
	target.view.reactions = target.view.reactions.filter(
		(reaction) => reaction.from !== from || reaction.customer !== customer,
	);
	if (emoji) target.view.reactions.push({ from, emoji, ...(customer ? { customer } : {}) });
}
