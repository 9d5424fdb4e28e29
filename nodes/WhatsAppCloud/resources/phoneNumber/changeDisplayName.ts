import { changeDisplayName as changeDisplayNameOf } from '../../../../cloud-api/accounts/numberRegistration';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const changeDisplayName: Operation = {
	name: 'Change Display Name',
	value: 'changeDisplayName',
	action: 'Change the display name of a phone number',
	description:
		'Ask Meta to review a new display name. Register the number again once it is approved.',
	fields: [
		number,
		{
			displayName: 'Display Name',
			name: 'displayName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Lucky Shrub',
			description: 'The name that customers shall see, recognisable as your business',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const displayName = param.text('displayName').trim();
		await changeDisplayNameOf(graph, phoneNumberId, displayName);
		return { phoneNumberId, newDisplayName: displayName, submitted: true };
	},
};
