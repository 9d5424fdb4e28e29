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
		'Change what customers see of the business. Only the fields that are added are changed; the answer is the profile as it then is.',
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
					description: 'The line below the name, 1 to 139 characters',
				},
				{
					displayName: 'Address',
					name: 'address',
					type: 'string',
					default: '',
					description: 'Up to 256 characters. Leave the text empty to remove the address.',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					description: 'Up to 512 characters. Leave the text empty to remove the description.',
				},
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					placeholder: 'name@email.com',
					default: '',
					description: 'Contact address, up to 128 characters',
				},
				{
					displayName: 'Industry',
					name: 'vertical',
					type: 'options',
					options: [...INDUSTRIES].sort((a, b) => a.name.localeCompare(b.name)),
					default: 'OTHER',
					description: 'Once chosen it can be changed, but not emptied',
				},
				{
					displayName: 'Photo (Binary Field)',
					name: 'photo',
					type: 'string',
					default: 'data',
					hint: 'Name of the binary field that holds the photo',
					description:
						'A square JPEG or PNG, best 640 × 640 pixels. Needs the App ID in the credential.',
				},
				{
					displayName: 'Websites',
					name: 'websites',
					type: 'string',
					typeOptions: { multipleValues: true, multipleValueButtonText: 'Add website' },
					default: [],
					placeholder: 'e.g. https://www.example.com',
					description: 'Up to two complete addresses. They replace those that are there.',
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
	const given = param.group('changes');
	const texts = given.names().filter((name) => name !== 'photo' && name !== 'websites');
	const changes: ProfileChanges = Object.fromEntries(texts.map((name) => [name, given.text(name)]));
	if (given.raw('websites') !== undefined) changes.websites = given.entries('websites');
	const photo = given.text('photo');
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
