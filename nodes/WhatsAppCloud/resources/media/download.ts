import { downloadMedia } from '../../../../cloud-api/media/file';
import { chosenFileName, fileNameOption } from '../../fields/fileName';
import { mediaId } from '../../fields/mediaId';
import type { OutputContent } from '../../runtime/files';
import { withBinary, type Operation } from '../../runtime/operation';

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download a media file',
	description: 'Download a received or uploaded file as binary data',
	fields: [
		mediaId,
		{
			displayName: 'Put Output File in Field',
			name: 'outputField',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the output binary field to put the file in',
			description: 'Name of the binary field in which to put the file',
		},
		fileNameOption(
			'Name of the file. Defaults to the name it was sent with, or to a name made of its ID and type.',
		),
	],
	async run({ graph, param, files }) {
		const { body, ...media } = await downloadMedia(graph, param.text('mediaId'));
		const fileName = chosenFileName(param) ?? media.fileName;
		const mimeType = media.mimeType.split(';')[0];
		const binary = await files.output(body as OutputContent, fileName, mimeType);
		const { id, sha256, size } = media;
		return withBinary(
			{ mediaId: id, fileName, mimeType: media.mimeType, size, sha256 },
			{ [param.text('outputField').trim() || 'data']: binary },
		);
	},
};
