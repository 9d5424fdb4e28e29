import { InvalidInputError } from '../errors/cloudApiError';
import { isText, judgeFile, type FileFacts, type Judgement } from './judge';
import {
	isGeneric,
	mediaTypeOf,
	MAX_STATIC_STICKER,
	MEDIA_RULES,
	UPLOAD_TYPES,
	type MediaType,
} from './mediaTypes';

export type { FileFacts } from './judge';

/** What to do with a file that WhatsApp would reject as the chosen media type. */
export type IfRejected = 'stop' | 'document' | 'link';

export type Plan =
	/** As the chosen media type, or as a document with the reason. `mimeType` is the type to upload it as. */
	| { as: 'media'; mediaType: MediaType; mimeType: string; reason?: string }
	/** As a text message with the link of the file. */
	| { as: 'link'; reason: string };

export interface PlanOptions {
	ifRejected?: IfRejected;
	/** Whether the audio is a voice message. */
	voice?: boolean;
	/** Parameter of the file, for errors. */
	field?: string;
}

/** Why WhatsApp would reject a file, and how to fix it. */
interface Objection {
	reason: string;
	fix: string;
}

/**
 * Decides how a file is sent: as the chosen media type, as a document, as a link, or not at all. With
 * `auto` the media type follows from the file; what is not an image, video, audio, or sticker is a document.
 *
 * @throws InvalidInputError if WhatsApp would reject the file and no alternative is allowed
 */
export function planMedia(
	mediaType: MediaType | 'auto',
	file: FileFacts,
	{ ifRejected = 'stop', voice = false, field = 'media' }: PlanOptions = {},
): Plan {
	const chosen = mediaType === 'auto' ? mediaTypeOf(judgeFile(file).type) : mediaType;
	const plan = planAs(chosen, file, voice);
	if ('mimeType' in plan) return { as: 'media', mediaType: chosen, mimeType: plan.mimeType };
	if ((ifRejected === 'document' || mediaType === 'auto') && chosen !== 'document') {
		const next = planAs('document', file, false);
		if ('mimeType' in next)
			return { as: 'media', mediaType: 'document', mimeType: next.mimeType, reason: plan.reason };
		if (ifRejected !== 'link')
			throw new InvalidInputError(field, bothReasons(plan, next), next.fix);
	}
	if (ifRejected === 'link') return { as: 'link', reason: plan.reason };
	throw new InvalidInputError(field, plan.reason, plan.fix);
}

function bothReasons(one: Objection, other: Objection): string {
	return one.reason === other.reason ? one.reason : `${one.reason}; ${other.reason}`;
}

function planAs(
	mediaType: MediaType,
	file: FileFacts,
	voice: boolean,
): { mimeType: string } | Objection {
	const judged = judgeFile(file, mediaType);
	const objection = object(mediaType, judged, file, voice);
	if (objection) return objection;
	return { mimeType: file.source === 'link' ? judged.type : uploadType(mediaType, judged.type) };
}

function object(
	mediaType: MediaType,
	judged: Judgement,
	file: FileFacts,
	voice: boolean,
): Objection | undefined {
	if (file.size === 0)
		return { reason: 'The file is empty', fix: 'Check the node that loads or creates it.' };
	if (judged.contradiction)
		return {
			reason: judged.contradiction,
			fix: 'Check the node that loads it: instead of the file it may have loaded an error page, a login page, or an API response. Otherwise correct the type and the extension of the file.',
		};
	return (
		served(mediaType, judged, file) ??
		wrongType(mediaType, judged, file) ??
		tooLarge(mediaType, judged, file) ??
		unplayable(mediaType, judged, voice)
	);
}

/** Meta judges a link by the type that its server declares, whatever the content is. */
function served(
	mediaType: MediaType,
	{ type }: Judgement,
	{ source, declaredType, head }: FileFacts,
): Objection | undefined {
	if (source !== 'link' || mediaType === 'document' || head === undefined) return undefined;
	const declared = declaredType?.split(';')[0].trim().toLowerCase() ?? '';
	if (declared === '' || MEDIA_RULES[mediaType].types.includes(declared)) return undefined;
	if (!MEDIA_RULES[mediaType].types.includes(type)) return undefined;
	return {
		reason: `The server declares the file as ${declared}, which WhatsApp does not allow as ${NOUNS[mediaType]}`,
		fix: 'Choose "Link (Download First)" as the source, so that n8n uploads the file, or correct the Content-Type header of the server.',
	};
}

function wrongType(
	mediaType: MediaType,
	{ type }: Judgement,
	{ source, head }: FileFacts,
): Objection | undefined {
	const { types } = MEDIA_RULES[mediaType];
	const unknown = isGeneric(type);
	if (mediaType === 'document') {
		if (source === 'link' && head !== undefined && type === 'text/html')
			return {
				reason: 'The link opens a web page, not a file',
				fix: 'Use the direct download link of the file.',
			};
		if (source === 'upload' && unknown && head !== undefined)
			return {
				reason: 'The type of the file is unknown, and such files cannot be uploaded',
				fix: 'Use a link, which allows documents of any type, or give the file a name with its extension.',
			};
		if (source === 'link' || unknown || UPLOAD_TYPES.has(uploadType(mediaType, type)))
			return undefined;
		return {
			reason: `Files of the type ${type} cannot be uploaded`,
			fix: 'Use a link, which allows documents of any type, or convert the file, e.g. to PDF.',
		};
	}
	if (unknown && head === undefined) return undefined;
	if (types.includes(type)) return undefined;
	return {
		reason: `WhatsApp does not allow ${unknown ? 'files of an unknown type' : type} as ${NOUNS[mediaType]}`,
		fix: `Convert it to ${types.join(', ')}${type === 'image/webp' ? ', send it as a sticker' : ''}, or set "If the File Is Rejected" to "Send as Document".`,
	};
}

function tooLarge(
	mediaType: MediaType,
	{ sniffed }: Judgement,
	{ size }: FileFacts,
): Objection | undefined {
	const limit =
		mediaType === 'sticker' && sniffed?.animated === false
			? MAX_STATIC_STICKER
			: MEDIA_RULES[mediaType].maxBytes;
	if (size === undefined || size <= limit) return undefined;
	return {
		reason: `The file has ${megabytes(size)}; the limit for ${NOUNS[mediaType]} is ${megabytes(limit)}`,
		fix:
			mediaType === 'document'
				? 'Make it smaller, or send its link in a text message.'
				: 'Make it smaller, or set "If the File Is Rejected" to "Send as Document" (up to 100 MB).',
	};
}

function unplayable(
	mediaType: MediaType,
	{ type, sniffed }: Judgement,
	voice: boolean,
): Objection | undefined {
	if (mediaType === 'image' && sniffed?.plainPng === false)
		return {
			reason: 'The PNG does not have 8 bits per channel in RGB or RGBA, which WhatsApp requires',
			fix: 'Save it as an 8-bit RGB PNG or as JPEG, or set "If the File Is Rejected" to "Send as Document".',
		};
	if (mediaType !== 'audio') return undefined;
	if (sniffed?.opus === false)
		return { reason: 'The Ogg file does not contain Opus, which WhatsApp requires', fix: TO_OPUS };
	if (sniffed?.channels !== undefined && sniffed.channels > 1)
		return { reason: 'The Ogg file is not mono, which WhatsApp requires', fix: TO_OPUS };
	if (voice && type !== '' && type !== 'audio/ogg')
		return {
			reason: `A voice message must be Ogg with Opus, and this file is ${type}`,
			fix: TO_OPUS,
		};
	return undefined;
}

const TO_OPUS =
	'Convert it to mono Ogg with Opus (e.g. ffmpeg -i in.mp3 -ac 1 -c:a libopus out.ogg), or send it as MP3 with "Voice Message" off.';

/** Text of any type is uploaded as plain text; its name keeps the extension. */
function uploadType(mediaType: MediaType, type: string): string {
	if (mediaType !== 'document' || UPLOAD_TYPES.has(type)) return type || 'application/octet-stream';
	if (isText(type)) return 'text/plain';
	return type || 'text/plain';
}

const NOUNS: Readonly<Record<MediaType, string>> = {
	image: 'an image',
	video: 'a video',
	audio: 'audio',
	document: 'a document',
	sticker: 'a sticker',
};

function megabytes(bytes: number): string {
	const KB = 1024;
	if (bytes < KB) return `${bytes} bytes`;
	if (bytes < KB * KB) return `${+(bytes / KB).toFixed(1)} KB`;
	return `${+(bytes / KB / KB).toFixed(2)} MB`;
}
