import type { CallInput, CallView } from '../control/types';
import { userIdOf, metadata, webhookContact } from '../messages/identity';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** A call with what its webhooks repeat. */
export interface Call {
	view: CallView;
	number: PhoneNumber;
	customer: Customer;
	input: CallInput;
	/** `biz_opaque_callback_data` of the answer. */
	callbackData?: string;
}

/** Calls by ID, oldest first. */
export function calls(_world: World): Map<string, Call> {
	void _world;
	return new Map();
}

/** Publishes `calls` with one event of a call. */
export function publishCall(world: World, call: Call, event: string, content: object): void {
	const { number, customer, view } = call;
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: 'calls',
		value: {
			messaging_product: 'whatsapp',
			metadata: metadata(number),
			contacts: [webhookContact(world, number, customer)],
			calls: [
				{
					id: view.id,
					...(customer.settings.hidesPhoneNumber ? {} : { from: customer.waId }),
					from_user_id: userIdOf(world, number, customer),
					to: number.digits,
					event,
					timestamp: String(world.clock.seconds()),
					direction: 'USER_INITIATED',
					...content,
				},
			],
		},
	});
}

/** Changes the state of a call and tells the listeners. */
export function setState(world: World, call: Call, change: Partial<CallView>): void {
	Object.assign(call.view, change);
	world.bus.emit(() => ({ type: 'call', call: call.view }));
}
