import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** `metadata` of a `messages` value. */
export function metadata(number: PhoneNumber) {
	return { display_phone_number: number.digits, phone_number_id: number.id };
}

/** BSUID of a customer towards the business that owns the number. */
export function userIdOf(world: World, number: PhoneNumber, customer: Customer): string {
	return world.directory.userIdFor(customer, world.directory.accountOf(number).businessId);
}

/** An entry of `contacts[]` in webhooks, without `wa_id` if the customer hides the number. */
export function webhookContact(world: World, number: PhoneNumber, customer: Customer) {
	return {
		profile: {
			name: customer.name,
			...(customer.username ? { username: customer.username } : {}),
		},
		...(customer.settings.hidesPhoneNumber ? {} : { wa_id: customer.waId }),
		user_id: userIdOf(world, number, customer),
	};
}
