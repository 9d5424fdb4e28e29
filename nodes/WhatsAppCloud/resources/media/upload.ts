import { planMedia } from '../../../../cloud-api/media/plan';
import { HEAD_LENGTH } from '../../../../cloud-api/media/sniff';
import { MEDIA_LIFETIME_DAYS, uploadMedia } from '../../../../cloud-api/media/upload';
import { chosenFileName, fileNameOption } from '../../fields/fileName';
import { sender } from '../../fields/sender';
import type { Operation } from '../../runtime/operation';

const DAY_MS = 24 * 60 * 60 * 1000;

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload a media file',
	description:
		'Upload a file to send it many times by its media ID. The media ID expires after 30 days and works with this sender only.',
	fields: [
		sender,
		{
			displayName: 'Input Data Field Name',
			name: 'mediaBinary',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input field containing the binary file data to be uploaded',
			description: 'Name of the binary field that contains the file',
		},
		fileNameOption('Name of the file. Default: the name of the input file.'),
	],
	async run({ graph, param, files }) {
		const field = 'mediaBinary';
		const file = files.input(param.text(field), field);
		const fileName = chosenFileName(param) ?? file.fileName;
		const size = await file.size();
		// Documents have the same rules as uploads.
		const plan = planMedia(
			'document',
			{
				source: 'upload',
				declaredType: file.mimeType,
				fileName,
				size,
				head: await file.head(HEAD_LENGTH),
			},
			{ field },
		);
		const mimeType = plan.as === 'media' ? plan.mimeType : file.mimeType;
		const mediaId = await uploadMedia(graph, param.sender(), {
			content: file.content,
			size,
			mimeType,
			fileName,
		});
		return {
			mediaId,
			mimeType,
			...(fileName && { fileName }),
			size,
			expiresAt: new Date(Date.now() + MEDIA_LIFETIME_DAYS * DAY_MS).toISOString(),
		};
	},
};
