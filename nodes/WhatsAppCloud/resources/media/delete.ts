import { deleteMedia } from '../../../../cloud-api/media/file';
import { mediaId } from '../../fields/mediaId';
import type { Operation } from '../../runtime/operation';

export const deleteOperation: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a media file',
	description: 'Delete an uploaded file before it expires',
	fields: [mediaId],
	async run({ graph, param }) {
		await deleteMedia(graph, param.text('mediaId'));
		return { deleted: true };
	},
};
