import {
	MAX_STATIC_STICKER,
	MEDIA_RULES,
	type MediaType,
} from '../../../../cloud-api/media/mediaTypes';
import type { IfRejected } from '../../../../cloud-api/media/plan';
import { MEDIA_MESSAGE_LIMITS, mediaMessage } from '../../../../cloud-api/messages/media';
import type { MediaReference } from '../../../../cloud-api/messages/mediaReference';
import { amount } from '../../../../cloud-api/messages/schema';
import { textMessage } from '../../../../cloud-api/messages/text';
import { mediaSource } from '../../fields/mediaSource';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import { judgeMedia } from '../../runtime/resolveMedia';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

const IF_REJECTED: IfRejected[] = ['document', 'link', 'stop'];
const MEDIA_TYPES: Array<MediaType | 'auto'> = [
	'auto',
	'audio',
	'document',
	'image',
	'sticker',
	'video',
];
/** Stands for the file while everything else is checked. */
const NOT_UPLOADED: MediaReference = { id: 'not-uploaded-yet' };

const megabytes = (mediaType: MediaType): string =>
	`${MEDIA_RULES[mediaType].maxBytes / 1024 / 1024} MB`;

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
					description: `AAC, AMR, MP3, M4A, or Ogg with Opus, up to ${megabytes('audio')}`,
				},
				{
					name: 'Automatic (From the File)',
					value: 'auto',
					description: 'Image, video, audio, or sticker if WhatsApp allows it, otherwise document',
				},
				{
					name: 'Document',
					value: 'document',
					description: `PDF, Office, or text file, up to ${megabytes('document')}. Any file by link.`,
				},
				{ name: 'Image', value: 'image', description: `JPEG or PNG, up to ${megabytes('image')}` },
				{
					name: 'Sticker',
					value: 'sticker',
					description: `WebP, up to ${MAX_STATIC_STICKER / 1024} KB, or ${MEDIA_RULES.sticker.maxBytes / 1024} KB if animated`,
				},
				{
					name: 'Video',
					value: 'video',
					description: `MP4 or 3GP with H.264 and AAC, up to ${megabytes('video')}`,
				},
			],
			default: 'auto',
			description: 'How WhatsApp shows the file',
		},
		...mediaSource(),
		{
			displayName: 'Caption',
			name: 'caption',
			type: 'string',
			typeOptions: { rows: 2 },
			displayOptions: { show: { mediaType: ['auto', 'document', 'image', 'video'] } },
			default: '',
			placeholder: 'e.g. Here is your invoice',
			description: `Text under the file, up to ${amount(MEDIA_MESSAGE_LIMITS.caption)} characters`,
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			displayOptions: { show: { mediaType: ['auto', 'document'] } },
			default: '',
			placeholder: 'e.g. Invoice 42.pdf',
			description:
				'Name of the document that the recipient sees. Defaults to the name of the file.',
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
			extra: [
				{
					displayName: 'If the File Is Rejected',
					name: 'ifRejected',
					type: 'options',
					options: [
						{
							name: 'Send as Document',
							value: 'document',
							description: 'Sends the file as a document if its type or size is not allowed',
						},
						{
							name: 'Send as Link',
							value: 'link',
							description:
								'Sends the link in a text message. For a binary file, n8n creates a link.',
						},
						{ name: 'Stop', value: 'stop', description: 'Sends nothing and fails the item' },
					],
					default: 'stop',
					description:
						'What to do if WhatsApp does not allow the type or the size of the file as the chosen media type. Unless you choose Stop, n8n requests a link once to check the file.',
				},
				{
					displayName: 'Link Expires After (Hours)',
					name: 'linkExpiresAfter',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 24,
					description:
						'Hours until the link to a binary file expires, if the file is sent as a link',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const mediaType = param.choice('mediaType', MEDIA_TYPES) ?? 'auto';
		const voice = param.flag('voice');
		const caption = param.text('caption');
		const options = param.group('options');
		if (mediaType !== 'auto')
			mediaMessage({ type: mediaType, media: NOT_UPLOADED, caption, voice });
		const { as, reason, deliver } = await judgeMedia(call, {
			mediaType,
			voice,
			ifRejected: options.choice('ifRejected', IF_REJECTED),
			linkHours: options.number('linkExpiresAfter'),
			fileName: param.text('fileName').trim(),
		});
		const content = (media: MediaReference) =>
			as === 'link'
				? textMessage({ text: [caption, media.link].filter(Boolean).join('\n'), previewUrl: true })
				: mediaMessage({ type: as, media, caption, voice: voice && as === 'audio' });
		if (as !== 'link') content(NOT_UPLOADED);
		const media = await deliver();
		return await sendAndTell(call, content(media), {
			mediaType: as,
			...(media.id !== undefined && { mediaId: media.id }),
			...(reason !== undefined && { mediaTypeReason: reason }),
		});
	},
};
