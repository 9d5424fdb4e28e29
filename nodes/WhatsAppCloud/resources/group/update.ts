import { updateGroup } from '../../../../cloud-api/groups/groups';
import type { Operation } from '../../runtime/operation';
import { groupDescription, groupId, subject } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a group',
	description:
		'Change the subject, description, or photo of a group. The trigger returns the result with the event Group Update.',
	fields: [
		groupId,
		{
			displayName: 'Changes',
			name: 'changes',
			type: 'collection',
			placeholder: 'Add change',
			default: {},
			options: [
				groupDescription,
				{
					displayName: 'Photo (Binary Field)',
					name: 'photo',
					type: 'string',
					default: 'data',
					hint: 'The name of the input field containing the binary file data to be uploaded',
					description:
						'Name of the binary field that contains the photo, a square JPEG of at least 192 × 192 pixels, up to 5 MB',
				},
				subject,
			],
		},
	],
	async run({ graph, param, files }) {
		const changes = param.group('changes');
		const added = changes.names();
		const photoField = changes.optionalText('photo');
		const photo = photoField && files.input(photoField, 'photo');
		const groupId = param.text('groupId');
		await updateGroup(graph, groupId, {
			subject: added.includes('subject') ? changes.text('subject') : undefined,
			description: added.includes('description') ? changes.text('description') : undefined,
			photo: photo ? { content: await photo.read(), fileName: photo.fileName } : undefined,
		});
		return { groupId, requested: true };
	},
};
