import type { Resource } from '../../runtime/operation';
import { deleteOperation } from './delete';
import { download } from './download';
import { get } from './get';
import { upload } from './upload';

export const media: Resource = {
	name: 'Media',
	value: 'media',
	operations: [upload, download, get, deleteOperation],
};
