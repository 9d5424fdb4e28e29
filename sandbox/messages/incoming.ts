import { isBlocked } from '../accounts/blocking';
import { grant, revoke } from '../calls/permissions';
import { rememberClick } from '../conversions/store';
import { isConnected } from '../accounts/restrictions';
import type { IncomingInput, Json, JsonObject, MessageView } from '../control/types';
import type { Customer, PhoneNumber } from '../world/directory';
import type { StoredMessage } from '../world/messages';
import type { World } from '../world/world';
import { react } from './effects';
import { routeIncoming } from '../threads/threads';
import { metadata, userIdOf, webhookContact } from './identity';
import { ControlError } from '../control/controlError';
import { incomingBody, targetOf, type IncomingBody } from './incomingBody';
import { numbersWrittenTo } from './window';

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;

/** A customer sends a message: it appears in the chat, opens the customer service window, and is delivered by webhook. */
export async function receive(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	input: IncomingInput,
): Promise<MessageView> {
	if (isBlocked(world, number, customer)) {
		throw new ControlError(
			'The business has blocked this customer, so messages are not delivered',
			409,
		);
	}
	if (input.groupId) checkParticipant(world, number, customer, input.groupId);
	const body = await incomingBody(world, number, customer, input);
	const message = addIncoming(world, number, customer, input, body);
	applyIncoming(world, customer, input, body, message);
	applyPermission(world, number, customer, input);
	customer.lastIncoming.set(number.id, world.clock.now());
	if (input.referral) {
		customer.freeEntryUntil.set(number.id, world.clock.now() + SEVEN_DAYS);
		rememberClick(world, input.referral);
	}
	publish(world, number, customer, {
		...addressing(world, number, customer, message.view),
		...contextOf(world, number, input, body),
		...(input.groupId ? { group_id: input.groupId } : {}),
		...(input.referral ? { referral: input.referral as JsonObject } : {}),
		...body.message,
		...input.extra,
	});
	return message.view;
}

/** Only participants write in a group. */
function checkParticipant(
	world: World,
	number: PhoneNumber,
	{ waId }: Customer,
	groupId: string,
): void {
	const group = world.directory.groups.get(groupId);
	if (group?.phoneNumberId !== number.id || !group.participants.includes(waId)) {
		throw new ControlError(`${waId} is not in the group ${groupId}`, 409);
	}
}

function addIncoming(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	input: IncomingInput,
	body: IncomingBody,
): StoredMessage {
	const type = typeof body.message.type === 'string' ? body.message.type : 'unknown';
	const { id } = body.message;
	const now = world.clock.now();
	const replyTo = input.replyTo ?? body.answers;
	const message: StoredMessage = {
		view: {
			id: typeof id === 'string' ? id : world.ids.message(customer.waId),
			direction: 'incoming',
			phoneNumberId: number.id,
			customer: customer.waId,
			...(input.groupId ? { groupId: input.groupId } : {}),
			type,
			content: (body.content ?? body.message[type] ?? {}) as Json,
			media: body.media ?? {},
			timestamp: now,
			status: 'delivered',
			statuses: [{ status: 'delivered', timestamp: now }],
			...(replyTo ? { replyTo } : {}),
			...(input.forwarded || input.frequentlyForwarded ? { forwarded: true } : {}),
			reactions: [],
		},
		category: 'service',
		onlySent: true,
		expiresAt: Infinity,
	};
	world.messages.add(message);
	return message;
}

/** The answer to a call permission request changes what the business may do. */
function applyPermission(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	input: IncomingInput,
): void {
	if (input.type !== 'call_permission_reply') return;
	if (input.response === 'reject') return revoke(world, number, customer);
	const { expirationTimestamp: until, permanent } = input;
	grant(world, number, customer, {
		...(until !== undefined && { until: until * 1000 }),
		...(permanent && { permanent }),
	});
}

/** Reactions, edits, and replies change their target. */
function applyIncoming(
	world: World,
	customer: Customer,
	input: IncomingInput,
	body: IncomingBody,
	message: StoredMessage,
): void {
	if (body.answers) {
		const target = targetOf(world, body.answers);
		target.view.answeredBy = message.view.id;
		world.messages.changed(target);
	}
	if (input.type !== 'reaction' && input.type !== 'edit' && input.type !== 'revoke') return;
	const target = targetOf(world, input.messageId);
	if (input.type === 'reaction') {
		react(target, 'customer', input.emoji, target.view.groupId ? customer.waId : undefined);
	} else if (input.type === 'edit') {
		target.view.content = { body: input.text };
		target.view.edited = true;
	} else {
		target.view.revoked = true;
	}
	world.messages.changed(target);
}

function addressing(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	view: MessageView,
): JsonObject {
	return {
		...(customer.settings.hidesPhoneNumber ? {} : { from: customer.waId }),
		from_user_id: userIdOf(world, number, customer),
		id: view.id,
		timestamp: String(Math.floor(view.timestamp / 1000)),
	};
}

function contextOf(
	world: World,
	number: PhoneNumber,
	input: IncomingInput,
	{ answers }: IncomingBody,
): JsonObject {
	const id = input.replyTo ?? answers;
	const context: JsonObject = {};
	if (id) {
		const target = world.messages.find(id)?.view;
		context.from = target?.direction === 'incoming' ? target.customer : number.digits;
		context.id = id;
	}
	if (input.forwarded) context.forwarded = true;
	if (input.frequentlyForwarded) context.frequently_forwarded = true;
	if (input.referredProduct) {
		context.from ??= number.digits;
		context.referred_product = { ...input.referredProduct };
	}
	return Object.keys(context).length > 0 ? { context } : {};
}

function publish(world: World, number: PhoneNumber, customer: Customer, message: JsonObject): void {
	if (!isConnected(world, number)) return;
	const content = {
		...(message.type === 'system' ? {} : { contacts: [webhookContact(world, number, customer)] }),
		messages: [message],
	};
	const ours = routeIncoming(world, number, customer);
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: ours ? 'messages' : 'standby',
		value: {
			messaging_product: 'whatsapp',
			metadata: metadata(number),
			...(ours ? content : { standby: content }),
		},
	});
}

/** Changes the customer's phone number and BSUID. Every number they have written to gets a `system` message. */
export function changeNumber(world: World, customer: Customer, newWaId: string): Customer {
	const { directory } = world;
	if (directory.customers.has(newWaId)) {
		throw new ControlError(`There is already a customer ${newWaId}`);
	}
	const oldWaId = customer.waId;
	const oldIds = new Map(
		[...directory.businesses.keys()].map((id) => [id, directory.userIdFor(customer, id)]),
	);
	directory.removeCustomer(customer);
	customer.waId = newWaId;
	customer.userId = `${customer.userId.split('.')[0]}.2${newWaId.padStart(18, '0')}`;
	directory.addCustomer(customer);
	for (const number of numbersWrittenTo(world, customer)) {
		const { businessId } = directory.accountOf(number);
		const hidden = customer.settings.hidesPhoneNumber;
		publish(world, number, customer, {
			...(hidden ? {} : { from: oldWaId }),
			from_user_id: oldIds.get(businessId) ?? '',
			id: world.ids.message(oldWaId),
			timestamp: String(world.clock.seconds()),
			type: 'system',
			system: {
				body: hidden
					? `User ${customer.name} changed their phone number`
					: `User ${customer.name} changed from ${oldWaId} to ${newWaId}`,
				...(hidden ? {} : { wa_id: newWaId }),
				user_id: userIdOf(world, number, customer),
				previous_user_id: oldIds.get(businessId) ?? '',
				type: hidden ? 'user_changed_user_id' : 'user_changed_number',
			},
		});
	}
	return customer;
}
