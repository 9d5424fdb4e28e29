import { metadata } from '../messages/identity';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** Publishes `smb_app_state_sync`: the contacts of the WhatsApp Business app. */
export function appStateSync(world: World, number: PhoneNumber): void {
	const customers = [...world.directory.customers.values()];
	publish(world, number, 'smb_app_state_sync', {
		state_sync: customers.map(({ name, waId }) => ({
			type: 'contact',
			contact: { full_name: name, first_name: name.split(' ')[0], phone_number: waId },
			action: 'add',
			metadata: { timestamp: String(world.clock.seconds()) },
		})),
	});
}

/**
 * Publishes `history` as Meta does: threads in chunks of phases 0 to 2, and the media of the
 * threads as `messages` in changes of their own, with the IDs of their placeholders.
 */
export function historySync(world: World, number: PhoneNumber): void {
	const customers = [...world.directory.customers.values()];
	for (const phase of [0, 1, 2]) {
		publish(world, number, 'history', {
			history: [
				{
					metadata: { phase, chunk_order: 1, progress: [40, 75, 100][phase] },
					threads: phase === 0 ? customers.map((customer) => thread(world, number, customer)) : [],
				},
			],
		});
	}
}

/** Publishes `history` with error 2593109: the business has not shared its history. */
export function historyDeclined(world: World, number: PhoneNumber): void {
	publish(world, number, 'history', {
		history: [
			{
				errors: [
					{
						code: 2593109,
						title: 'History sync is turned off by the business from the WhatsApp Business App',
						message: 'History sync is turned off by the business from the WhatsApp Business App',
						error_data: {
							details: 'History sharing is turned off by the business',
						},
					},
				],
			},
		],
	});
}

function thread(world: World, number: PhoneNumber, customer: Customer) {
	const at = world.clock.seconds() - 30 * 24 * 3600;
	const fromCustomer = {
		from: customer.waId,
		id: world.ids.message(customer.waId),
		timestamp: String(at),
		type: 'text',
		text: { body: 'Do you have sourdough tomorrow?' },
		history_context: { status: 'READ' },
	};
	const fromBusiness = {
		from: number.digits,
		to: customer.waId,
		id: world.ids.message(customer.waId),
		timestamp: String(at + 60),
		type: 'text',
		text: { body: 'Yes, from 7:00.' },
		history_context: { status: 'READ' },
	};
	return { id: customer.waId, messages: [fromCustomer, fromBusiness] };
}

function publish(
	world: World,
	number: PhoneNumber,
	field: string,
	value: Record<string, unknown>,
): void {
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field,
		value: { messaging_product: 'whatsapp', metadata: metadata(number), ...value },
	});
}
