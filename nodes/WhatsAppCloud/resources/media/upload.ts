import { shownFileName } from '../../../../cloud-api/media/fileName';
import { planMedia } from '../../../../cloud-api/media/plan';
import { MEDIA_LIFETIME_DAYS, uploadMedia } from '../../../../cloud-api/media/upload';
import { chosenFileName, fileNameOption } from '../../fields/fileName';
import { sender } from '../../fields/sender';
import { factsOf } from '../../runtime/judgedFile';
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
		fileNameOption('Name of the file. Defaults to the name of the input file.'),
	],
	async run(call) {
		const { param, files } = call;
		const field = 'mediaBinary';
		const file = files.input(param.text(field), field);
		const chosen = chosenFileName(param);
		const named = chosen === undefined ? file : { ...file, fileName: chosen };
		// Documents have the same rules as uploads.
		const plan = planMedia('document', await factsOf(named), { field });
		const mimeType = plan.as === 'media' ? plan.mimeType : file.mimeType;
		const fileName = shownFileName(named.fileName ?? '', mimeType);
		const size = await file.size();
		const mediaId = await uploadMedia(call.graph, param.sender(), {
			content: file.content,
			size,
			mimeType,
			fileName,
		});
		return {
			mediaId,
			mimeType,
			fileName,
			size,
			expiresAt: new Date(Date.now() + MEDIA_LIFETIME_DAYS * DAY_MS).toISOString(),
		};
	},
};
