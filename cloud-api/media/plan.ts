import { InvalidInputError } from '../errors/cloudApiError';
import {
	bareType,
	MAX_STATIC_STICKER,
	MEDIA_KINDS,
	typeOfName,
	UPLOAD_TYPES,
	type MediaKind,
} from './kinds';
import { sniff, type Sniffed } from './sniff';

/** What is known about a file before it is sent. */
export interface FileFacts {
	/** Where it comes from: to be uploaded, or to be fetched by Meta. */
	source: 'upload' | 'link';
	/** As the workflow or the web server declares it. */
	declaredType?: string;
	/** Name, or the path of the link. */
	fileName?: string;
	/** Bytes. */
	size?: number;
	/** The first bytes; see `HEAD_LENGTH`. */
	head?: Uint8Array;
}

/** What to do with a file that WhatsApp would refuse as the kind that was asked for. */
export type IfRejected = 'stop' | 'document' | 'link';

export type Plan =
	/** As asked for, or as a document with the reason why. `mimeType` is what to upload it as. */
	| { as: 'media'; kind: MediaKind; mimeType: string; reason?: string }
	/** As a text message with the address of the file. */
	| { as: 'link'; reason: string };

/** Why WhatsApp would refuse a file, and what a person can do about it. */
interface Objection {
	reason: string;
	fix: string;
}

/**
 * Decides how a file travels: as the kind that was asked for, as a document, as a link, or not at all.
 *
 * @param field the input's name in the error thrown
 * @throws InvalidInputError when WhatsApp would refuse the file and no way out is allowed
 */
export function planMedia(
	kind: MediaKind,
	file: FileFacts,
	{ ifRejected = 'stop', voice = false, field = 'media' }: PlanOptions = {},
): Plan {
	const sniffed = file.head && sniff(file.head);
	const type = realType(kind, file, sniffed);
	const objection = object(kind, type, file, sniffed, voice);
	if (!objection) return { as: 'media', kind, mimeType: uploadType(kind, type) };

	if (ifRejected === 'document' && kind !== 'document') {
		const next = object('document', type, file, sniffed, false);
		if (!next) {
			return {
				as: 'media',
				kind: 'document',
				mimeType: uploadType('document', type),
				reason: objection.reason,
			};
		}
		throw new InvalidInputError(field, `${objection.reason}; ${next.reason}`, next.fix);
	}
	if (ifRejected === 'link') {
		if (file.source === 'link') return { as: 'link', reason: objection.reason };
		throw new InvalidInputError(
			field,
			objection.reason,
			'It cannot be sent as a link, because it was not given as a link. Choose to send it as a document, or give its address.',
		);
	}
	throw new InvalidInputError(field, objection.reason, objection.fix);
}

export interface PlanOptions {
	ifRejected?: IfRejected;
	/** Whether the audio is to be a voice note. */
	voice?: boolean;
	field?: string;
}

/** The type by content where that is certain, else as declared, else by name; empty when nobody knows. */
function realType(kind: MediaKind, file: FileFacts, sniffed?: Sniffed): string {
	const declared = bareType(file.declaredType ?? '');
	const named = (file.fileName && typeOfName(file.fileName)) ?? '';
	const told =
		declared === '' || declared === 'application/octet-stream' ? named || declared : declared;
	if (!sniffed) return told;
	const real = sniffed.mimeType;
	if (real === 'application/zip') return [told, named].find(isOfficeXml) ?? real;
	if (real === 'application/x-ole-storage') return [told, named].find(isOldOffice) ?? real;
	// One container for both: the workflow's word decides, else what is asked for.
	if (real === 'video/mp4' && (told === 'audio/mp4' || kind === 'audio')) return 'audio/mp4';
	return real;
}

const isOfficeXml = (type: string) => type.includes('openxmlformats');
const isOldOffice = (type: string) => type === 'application/msword' || type.includes('vnd.ms-');

function object(
	kind: MediaKind,
	type: string,
	{ source, size }: FileFacts,
	sniffed: Sniffed | undefined,
	voice: boolean,
): Objection | undefined {
	if (size === 0) {
		return { reason: 'The file is empty', fix: 'Check the node that made or loaded it.' };
	}
	const { types, maxBytes } = MEDIA_KINDS[kind];
	if (kind === 'document') {
		if (source === 'upload' && type !== '' && !UPLOAD_TYPES.has(uploadType(kind, type))) {
			return {
				reason: `Meta's upload takes no files of the type ${type}`,
				fix: 'Give a public link instead, from which documents of any type are delivered, or convert the file, e.g. to PDF.',
			};
		}
	} else if (type !== '' && !types.includes(type)) {
		return {
			reason: `WhatsApp does not take ${type} as ${NOUNS[kind]}`,
			fix: `Convert it to ${types.join(', ')}${type === 'image/webp' ? ', send it as a sticker' : ''}, or let it be sent as a document.`,
		};
	}
	const limit = kind === 'sticker' && sniffed?.animated === false ? MAX_STATIC_STICKER : maxBytes;
	if (size !== undefined && size > limit) {
		return {
			reason: `The file has ${megabytes(size)}, WhatsApp takes at most ${megabytes(limit)} as ${NOUNS[kind]}`,
			fix:
				kind === 'document'
					? 'Make it smaller, or send its address in a text message.'
					: 'Make it smaller, or let it be sent as a document (up to 100 MB).',
		};
	}
	return unplayable(kind, type, sniffed, voice);
}

function unplayable(
	kind: MediaKind,
	type: string,
	sniffed: Sniffed | undefined,
	voice: boolean,
): Objection | undefined {
	if (kind === 'image' && sniffed?.plainPng === false) {
		return {
			reason: 'The PNG has not 8 bits per channel in RGB or RGBA, which is all that WhatsApp shows',
			fix: 'Save it as an 8-bit RGB PNG or as JPEG, or let it be sent as a document.',
		};
	}
	if (kind !== 'audio') return undefined;
	if (sniffed?.opus === false) {
		return {
			reason: 'The Ogg file does not hold Opus, which is all that WhatsApp plays',
			fix: TO_OPUS,
		};
	}
	if (sniffed?.channels !== undefined && sniffed.channels > 1) {
		return { reason: 'The Ogg file is not mono, which WhatsApp requires', fix: TO_OPUS };
	}
	if (voice && type !== '' && type !== 'audio/ogg') {
		return {
			reason: `A voice message must be Ogg with Opus, and this file is ${type}`,
			fix: TO_OPUS,
		};
	}
	return undefined;
}

const TO_OPUS =
	'Convert it to mono Ogg with Opus (e.g. ffmpeg -i in.mp3 -ac 1 -c:a libopus out.ogg), or send it as MP3 with "Voice Message" off.';

/** Text of any sort can be uploaded as plain text; the file name keeps its extension. */
function uploadType(kind: MediaKind, type: string): string {
	if (kind !== 'document' || UPLOAD_TYPES.has(type)) return type || 'application/octet-stream';
	if (type.startsWith('text/') || /[/+](json|xml|yaml|javascript)$/.test(type)) return 'text/plain';
	return type || 'text/plain';
}

const NOUNS: Readonly<Record<MediaKind, string>> = {
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
