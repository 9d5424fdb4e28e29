import type { IDataObject } from 'n8n-workflow';
import {
	getProfile,
	INDUSTRIES,
	updateProfile,
	type ProfileChanges,
} from '../../../../cloud-api/accounts/profile';
import { profilePhoto } from '../../../../cloud-api/accounts/profilePhoto';
import { number } from '../../fields/number';
import type { Call, Operation } from '../../runtime/operation';
import { requireFromCredential } from '../../../shared/credential';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a business profile',
	description:
		'Update the business profile. Changes only the fields you add, and returns the updated profile.',
	fields: [
		number,
		{
			displayName: 'Changes',
			name: 'changes',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				{
					displayName: 'About',
					name: 'about',
					type: 'string',
					default: '',
					description: 'Text below the business name, 1 to 139 characters',
				},
				{
					displayName: 'Address',
					name: 'address',
					type: 'string',
					default: '',
					description: 'Address of the business, up to 256 characters. Leave empty to remove it.',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					description:
						'Description of the business, up to 512 characters. Leave empty to remove it.',
				},
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. name@email.com',
					default: '',
					description: 'Email address of the business, up to 128 characters',
				},
				{
					displayName: 'Industry',
					name: 'vertical',
					type: 'options',
					options: [...INDUSTRIES].sort((a, b) => a.name.localeCompare(b.name)),
					default: 'OTHER',
					description: 'Industry of the business. It can be changed, but not removed.',
				},
				{
					displayName: 'Photo (Binary Field)',
					name: 'photo',
					type: 'string',
					default: 'data',
					hint: 'The name of the input field containing the binary file data to be uploaded',
					description:
						'Name of the binary field that contains the photo, a square JPEG or PNG, ideally 640 × 640 pixels. Requires the App ID in the credential.',
				},
				{
					displayName: 'Websites',
					name: 'websites',
					type: 'string',
					typeOptions: { multipleValues: true, multipleValueButtonText: 'Add website' },
					default: [],
					placeholder: 'e.g. https://www.example.com',
					description: 'Up to two URLs, which replace the current ones',
				},
			],
		},
	],
	async run(call) {
		const phoneNumberId = call.param.sender();
		await updateProfile(call.graph, phoneNumberId, await changesOf(call));
		return (await getProfile(call.graph, phoneNumberId)) as unknown as IDataObject;
	},
};

async function changesOf({ graph, credential, param, files }: Call): Promise<ProfileChanges> {
	const received = param.group('changes');
	const texts = received.names().filter((name) => name !== 'photo' && name !== 'websites');
	const changes: ProfileChanges = Object.fromEntries(
		texts.map((name) => [name, received.text(name)]),
	);
	if (received.raw('websites') !== undefined) changes.websites = received.entries('websites');
	const photo = received.text('photo');
	if (photo !== '') {
		const appId = requireFromCredential(credential, 'appId', 'to upload a profile photo');
		const file = files.input(photo, 'changes.photo');
		changes.profilePictureHandle = await profilePhoto(graph, appId, {
			content: await file.read(),
			fileName: file.fileName,
		});
	}
	return changes;
}
