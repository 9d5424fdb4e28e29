import type { MediaKind } from '../../../../cloud-api/media/kinds';
import type { IfRejected } from '../../../../cloud-api/media/plan';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { mediaMessage } from '../../../../cloud-api/messages/media';
import { textMessage } from '../../../../cloud-api/messages/text';
import { mediaSource } from '../../fields/mediaSource';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import { resolveMedia } from '../../runtime/resolveMedia';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

const IF_REJECTED: IfRejected[] = ['document', 'link', 'stop'];
const KINDS: MediaKind[] = ['audio', 'document', 'image', 'sticker', 'video'];

export const sendMedia: Operation = {
	name: 'Send Media',
	value: 'sendMedia',
	action: 'Send a media file',
	description:
		'Send an image, video, audio, document, or sticker from a binary file, a link, or a media ID',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Media Type',
			name: 'mediaType',
			type: 'options',
			options: [
				{
					name: 'Audio',
					value: 'audio',
					description: 'AAC, AMR, MP3, M4A, or Ogg with Opus, up to 16 MB',
				},
				{
					name: 'Document',
					value: 'document',
					description: 'PDF, Office, or text file, up to 100 MB. By link any file.',
				},
				{ name: 'Image', value: 'image', description: 'JPEG or PNG, up to 5 MB' },
				{
					name: 'Sticker',
					value: 'sticker',
					description: 'WebP, up to 100 KB, or 500 KB if animated',
				},
				{
					name: 'Video',
					value: 'video',
					description: 'MP4 or 3GP with H.264 and AAC, up to 16 MB',
				},
			],
			default: 'image',
			description: 'How WhatsApp shows the file',
		},
		...mediaSource(),
		{
			displayName: 'Caption',
			name: 'caption',
			type: 'string',
			typeOptions: { rows: 2 },
			displayOptions: { show: { mediaType: ['document', 'image', 'video'] } },
			default: '',
			placeholder: 'e.g. Here is your invoice',
			description: 'Text under the file, up to 1,024 characters',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			displayOptions: { show: { mediaType: ['document'] } },
			default: '',
			placeholder: 'e.g. Invoice 42.pdf',
			description: 'Name that the recipient sees. Default: the name of the file.',
		},
		{
			displayName: 'Voice Message',
			name: 'voice',
			type: 'boolean',
			displayOptions: { show: { mediaType: ['audio'] } },
			default: false,
			description: 'Whether to send a voice message, which must be mono Ogg with the Opus codec',
		},
		simplify,
		sendOptions({
			own: [
				{
					displayName: 'If the File Is Rejected',
					name: 'ifRejected',
					type: 'options',
					options: [
						{
							name: 'Send as Document',
							value: 'document',
							description: 'If type or size are not allowed, send it as a document',
						},
						{
							name: 'Send as Link',
							value: 'link',
							description: 'Send its link in a text message',
						},
						{ name: 'Stop', value: 'stop', description: 'Send nothing and fail the item' },
					],
					default: 'stop',
					description:
						'What to do if WhatsApp does not allow the type or the size of the file as the chosen media type',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const kind = kindOf(param.text('mediaType'));
		const voice = param.flag('voice');
		const caption = param.text('caption');
		mediaMessage({ kind, media: { id: 'not-uploaded-yet' }, caption, voice });
		const { media, as, reason } = await resolveMedia(call, {
			kind,
			voice,
			ifRejected: param.group('options').choice('ifRejected', IF_REJECTED),
			fileName: param.text('fileName').trim(),
		});
		const content =
			as === 'link'
				? textMessage({ text: [caption, media.link].filter(Boolean).join('\n'), previewUrl: true })
				: mediaMessage({ kind: as, media, caption, voice: voice && as === 'audio' });
		return await sendAndTell(call, content, {
			sentAs: as,
			...(media.id !== undefined && { mediaId: media.id }),
			...(reason !== undefined && { sentAsReason: reason }),
		});
	},
};

function kindOf(value: string): MediaKind {
	const kind = KINDS.find((one) => one === value);
	if (kind) return kind;
	throw new InvalidInputError(
		'mediaType',
		`"${value}" is not a media type`,
		`Use one of: ${KINDS.join(', ')}.`,
	);
}
