import { changeDisplayName as changeDisplayNameOf } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const changeDisplayName: Operation = {
	name: 'Change Display Name',
	value: 'changeDisplayName',
	action: 'Change the display name of a phone number',
	description:
		'Request a new display name. After Meta approves it, register the phone number again.',
	fields: [
		number,
		{
			displayName: 'Display Name',
			name: 'displayName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Lucky Shrub',
			description: 'Name that customers see. It must be recognizable as your business.',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const displayName = param.text('displayName').trim();
		await changeDisplayNameOf(graph, phoneNumberId, displayName);
		return { phoneNumberId, newDisplayName: displayName, submitted: true };
	},
};
