import type { MediaKind } from '../../../../cloud-api/media/kinds';
import type { WhenRefused } from '../../../../cloud-api/media/plan';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { mediaMessage } from '../../../../cloud-api/messages/media';
import { textMessage } from '../../../../cloud-api/messages/text';
import { mediaSource } from '../../fields/mediaSource';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { resolveMedia } from '../../runtime/resolveMedia';
import { sendAndTell } from './send';

const WHEN_REFUSED: WhenRefused[] = ['document', 'link', 'stop'];
const KINDS: MediaKind[] = ['audio', 'document', 'image', 'sticker', 'video'];

export const sendMedia: Operation = {
	name: 'Send Media',
	value: 'sendMedia',
	action: 'Send an image video audio document or sticker',
	description:
		'Send an image, video, audio, document or sticker from a binary file, a public link or a media ID. A binary file is uploaded first.',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Media Type',
			name: 'kind',
			type: 'options',
			options: [
				{
					name: 'Audio',
					value: 'audio',
					description: 'AAC, AMR, MP3, M4A or Ogg with Opus, up to 16 MB',
				},
				{
					name: 'Document',
					value: 'document',
					description: 'PDF, Office or text file, up to 100 MB; by link any file',
				},
				{ name: 'Image', value: 'image', description: 'JPEG or PNG, up to 5 MB' },
				{
					name: 'Sticker',
					value: 'sticker',
					description: 'WebP, up to 100 KB, animated up to 500 KB',
				},
				{
					name: 'Video',
					value: 'video',
					description: 'MP4 or 3GP with H.264 and AAC, up to 16 MB',
				},
			],
			default: 'image',
		},
		...mediaSource(),
		{
			displayName: 'Caption',
			name: 'caption',
			type: 'string',
			typeOptions: { rows: 2 },
			displayOptions: { show: { kind: ['document', 'image', 'video'] } },
			default: '',
			placeholder: 'e.g. Here is your invoice',
			description: 'Text under the file, up to 1,024 characters',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			displayOptions: { show: { kind: ['document'] } },
			default: '',
			placeholder: 'e.g. Invoice 42.pdf',
			description: 'Name that the recipient sees. By default that of the file.',
		},
		{
			displayName: 'Voice Note',
			name: 'voice',
			type: 'boolean',
			displayOptions: { show: { kind: ['audio'] } },
			default: false,
			description: 'Whether to show it as a voice message, which must be Ogg with Opus, mono',
		},
		simplify,
		sendOptions({
			own: [
				{
					displayName: 'If the File Is Refused',
					name: 'whenRefused',
					type: 'options',
					options: [
						{
							name: 'Send as Document',
							value: 'document',
							description: 'When it is too large or of the wrong type, deliver it as a file',
						},
						{
							name: 'Send as Link',
							value: 'link',
							description: 'Send its address as text; possible when the source is a link',
						},
						{ name: 'Stop', value: 'stop', description: 'Send nothing and say why' },
					],
					default: 'stop',
					description:
						'What to do with a file whose type or size WhatsApp does not take. With another choice than Stop a link is opened once to judge the file.',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const kind = kindOf(param.text('kind'));
		const voice = param.flag('voice');
		const caption = param.text('caption');
		mediaMessage({ kind, media: { id: 'not-uploaded-yet' }, caption, voice });
		const { media, as, reason } = await resolveMedia(call, {
			kind,
			voice,
			whenRefused: param.group('options').choice('whenRefused', WHEN_REFUSED),
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
		'kind',
		`"${value}" is not a kind of media`,
		`Use one of: ${KINDS.join(', ')}.`,
	);
}
