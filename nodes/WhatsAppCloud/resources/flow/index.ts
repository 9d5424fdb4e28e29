import type { Resource } from '../../runtime/operation';
import { create } from './create';
import { deleteOne } from './delete';
import { deprecate } from './deprecate';
import { get } from './get';
import { getJson } from './getJson';
import { getMany } from './getMany';
import { migrate } from './migrate';
import { previewLink } from './previewLink';
import { publish } from './publish';
import { respond } from './respond';
import { update } from './update';
import { uploadJson } from './uploadJson';

export const flow: Resource = {
	name: 'Flow',
	value: 'flow',
	operations: [
		create,
		get,
		getMany,
		getJson,
		update,
		uploadJson,
		respond,
		publish,
		previewLink,
		deprecate,
		deleteOne,
		migrate,
	],
};
