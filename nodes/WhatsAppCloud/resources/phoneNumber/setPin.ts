import { setPin as setPinOf } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { pin } from './pin';

export const setPin: Operation = {
	name: 'Set PIN',
	value: 'setPin',
	action: 'Set the PIN of a phone number',
	description: 'Set the two-step verification PIN that is required to register the phone number',
	fields: [number, pin],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		await setPinOf(graph, phoneNumberId, param.text('pin'));
		return { phoneNumberId, pinSet: true };
	},
};
