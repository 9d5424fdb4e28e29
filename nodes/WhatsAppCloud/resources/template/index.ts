import type { Resource } from '../../runtime/operation';
import { archive, unarchive } from './archive';
import { compare } from './compare';
import { deleteOperation } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { migrate } from './migrate';
import { preview } from './preview';
import { searchLibrary } from './searchLibrary';
import { submit } from './submit';
import { unpause } from './unpause';
import { update } from './update';

export const template: Resource = {
	name: 'Template',
	value: 'template',
	operations: [
		getMany,
		submit,
		get,
		update,
		deleteOperation,
		archive,
		unarchive,
		unpause,
		preview,
		compare,
		migrate,
		searchLibrary,
	],
};
