import { updateSignup } from '../../../../cloud-api/signups/signups';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { otherTexts, privacyPolicyUrl, signupId, signupMessage, textsOf } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a signup',
	description: 'Change the texts of a signup, or turn it on or off. Changes only what you add.',
	fields: [
		signupId,
		{
			...optionsCollection([
				...otherTexts,
				privacyPolicyUrl,
				signupMessage,
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Active', value: 'ACTIVE' },
						{ name: 'Disabled', value: 'DISABLED' },
					],
					default: 'ACTIVE',
					description: 'Whether customers can use the signup',
				},
			]),
			displayName: 'Changes',
			name: 'changes',
			placeholder: 'Add change',
		},
	],
	async run({ graph, param }) {
		const changes = param.group('changes');
		const signup = param.text('signupId').trim();
		await updateSignup(graph, signup, {
			...textsOf(changes),
			status: changes.choice('status', ['ACTIVE', 'DISABLED']),
		});
		return { signupId: signup, updated: true };
	},
};
