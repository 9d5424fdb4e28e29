import { getMedia } from '../../../../cloud-api/media/file';
import { mediaId } from '../../fields/mediaId';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get information about a media file',
	description:
		'Look up type, size, checksum and address of a file. The address works for 5 minutes, with the access token only; use Download for the file itself.',
	fields: [mediaId],
	async run({ graph, param }) {
		const { id, ...info } = await getMedia(graph, param.text('mediaId'));
		return { mediaId: id, ...info };
	},
};
