import type { Customer } from '../world/directory';
import type { World } from '../world/world';
import { metadata, userIdOf, webhookContact } from './identity';
import { numbersWrittenTo } from './window';

/** Publishes `user_preferences` after the customer stopped or resumed marketing messages. */
export function publishPreference(world: World, customer: Customer): void {
	const stopped = customer.settings.stoppedMarketing;
	for (const number of numbersWrittenTo(world, customer)) {
		world.webhooks.publish({
			accountId: number.businessAccountId,
			phoneNumberId: number.id,
			field: 'user_preferences',
			value: {
				messaging_product: 'whatsapp',
				metadata: metadata(number),
				contacts: [webhookContact(world, number, customer)],
				user_preferences: [
					{
						...(customer.settings.hidesPhoneNumber ? {} : { wa_id: customer.waId }),
						user_id: userIdOf(world, number, customer),
						detail: stopped
							? 'User requested to stop marketing messages'
							: 'User requested to resume marketing messages',
						category: 'marketing_messages',
						value: stopped ? 'stop' : 'resume',
						timestamp: world.clock.seconds(),
					},
				],
			},
		});
	}
}
