import { getMedia } from '../../../../cloud-api/media/file';
import { mediaId } from '../../fields/mediaId';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get information about a media file',
	description:
		'Get type, size, checksum, and URL of a file. The URL expires after 5 minutes and requires the access token; to get the file, use Download.',
	fields: [mediaId],
	async run({ graph, param }) {
		const { id, ...info } = await getMedia(graph, param.text('mediaId'));
		return { mediaId: id, ...info };
	},
};
