import { removeParticipants as remove } from '../../../../cloud-api/groups/participants';
import { defaultCountry } from '../../fields/defaultCountry';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';

export const removeParticipants: Operation = {
	name: 'Remove Participants',
	value: 'removeParticipants',
	action: 'Remove participants from a group',
	description:
		'Remove people from a group. They cannot join again with the same invite link. The trigger returns the result with the event Group Update.',
	fields: [
		groupId,
		{
			displayName: 'Participants',
			name: 'participants',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 650 555 1234',
			description:
				'Up to eight phone numbers with country code, or business-scoped user IDs, separated by commas or line breaks',
		},
		optionsCollection([defaultCountry('Participants')]),
	],
	async run({ graph, param }) {
		const id = param.text('groupId');
		const participants = param.texts('participants');
		await remove(graph, id, participants, {
			defaultCountry: param.group('options').optionalText('defaultCountry'),
		});
		return { groupId: id, participants, requested: true };
	},
};
