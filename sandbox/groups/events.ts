import { metadata, userIdOf } from '../messages/identity';
import type { Customer, Group } from '../world/directory';
import type { World } from '../world/world';

type Field =
	| 'group_lifecycle_update'
	| 'group_participants_update'
	| 'group_settings_update'
	| 'group_status_update';

/** Publishes a change of a group (Meta's page "Webhooks for Groups API"). */
export function publishGroup(world: World, field: Field, group: Group, content: object): void {
	const number = world.directory.numbers.get(group.phoneNumberId);
	if (!number) return;
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field,
		value: {
			messaging_product: 'whatsapp',
			metadata: metadata(number),
			groups: [{ timestamp: String(world.clock.seconds()), group_id: group.id, ...content }],
		},
	});
	world.bus.emit(() => ({ type: 'state' }));
}

/** The IDs of a person in webhooks and answers, without `wa_id` if the number is hidden. */
export function idsOf(world: World, group: Group, customer: Customer) {
	const number = world.directory.numbers.get(group.phoneNumberId);
	return {
		...(customer.settings.hidesPhoneNumber ? {} : { wa_id: customer.waId }),
		...(number && { user_id: userIdOf(world, number, customer) }),
	};
}
