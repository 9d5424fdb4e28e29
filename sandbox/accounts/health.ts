import type { BusinessAccount, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { states } from './states';

interface Obstacle {
	error_code: number;
	error_description: string;
	possible_solution: string;
}
interface Entity {
	entity_type: string;
	id: string;
	can_send_message: string;
	errors?: Obstacle[];
	additional_info?: string[];
}

/** Health of a phone number with its account and business portfolio. */
export function numberHealth(world: World, number: PhoneNumber): unknown {
	const state = world.use(states).ofNumber(number);
	const own: Entity = { entity_type: 'PHONE_NUMBER', id: number.id, can_send_message: 'AVAILABLE' };
	if (!number.registered) {
		block(own, 141000, 'The phone number is not registered.', 'Register the phone number.');
	} else if (['BANNED', 'RESTRICTED', 'DISCONNECTED'].includes(state.status)) {
		block(
			own,
			141001,
			`The phone number is ${state.status.toLowerCase()}.`,
			'Request a review in WhatsApp Manager.',
		);
	} else if (state.nameStatus === 'DECLINED') {
		own.can_send_message = 'LIMITED';
		own.additional_info = [
			'Your display name has not been approved yet. Your message limit will increase after the display name is approved.',
		];
	}
	return whole([own, ...above(world, world.directory.accountOf(number))]);
}

export function accountHealth(world: World, account: BusinessAccount): unknown {
	return whole(above(world, account));
}

function above(world: World, account: BusinessAccount): Entity[] {
	const state = world.use(states).ofAccount(account);
	const own: Entity = { entity_type: 'WABA', id: account.id, can_send_message: 'AVAILABLE' };
	if (!state.paymentMethod) {
		block(
			own,
			141006,
			'There is an error with the payment method. This will block business initiated conversations.',
			'There was an error with your payment method. Please add a new payment method to the account.',
		);
	}
	if (state.restricted || state.locked) {
		block(
			own,
			141002,
			'The WhatsApp Business Account is restricted.',
			'Request a review in Business Support Home.',
		);
	}
	const business: Entity = {
		entity_type: 'BUSINESS',
		id: account.businessId,
		can_send_message: 'AVAILABLE',
	};
	if (state.verification !== 'verified') {
		business.can_send_message = 'LIMITED';
		business.errors = [
			{
				error_code: 141010,
				error_description: 'The Business has not passed business verification.',
				possible_solution:
					'Visit business settings and start or resolve the business verification request.',
			},
		];
	}
	return [own, business];
}

function block(entity: Entity, code: number, description: string, solution: string): void {
	entity.can_send_message = 'BLOCKED';
	entity.errors = [
		...(entity.errors ?? []),
		{ error_code: code, error_description: description, possible_solution: solution },
	];
}

function whole(entities: Entity[]): unknown {
	const worst = ['BLOCKED', 'LIMITED'].find((one) =>
		entities.some((entity) => entity.can_send_message === one),
	);
	return { can_send_message: worst ?? 'AVAILABLE', entities };
}
