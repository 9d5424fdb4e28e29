import type { Sniffed } from './sniff';

export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const KB = 1024;
const MB = 1024 * KB;

const DOCUMENT_TYPES = [
	'text/plain',
	'application/pdf',
	'application/msword',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'application/vnd.ms-excel',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	'application/vnd.ms-powerpoint',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

const AUDIO_TYPES = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'];
const IMAGE_TYPES = ['image/jpeg', 'image/png'];
const VIDEO_TYPES = ['video/mp4', 'video/3gpp'];
const STICKER_TYPES = ['image/webp'];
const MEDIA_TYPES = [...AUDIO_TYPES, ...IMAGE_TYPES, ...VIDEO_TYPES, ...STICKER_TYPES];

/** Types and sizes per media type (Meta's page "Media"). */
export const MEDIA_RULES: Record<MediaType, { types: string[]; largest: number }> = {
	audio: { types: AUDIO_TYPES, largest: 16 * MB },
	image: { types: IMAGE_TYPES, largest: 5 * MB },
	video: { types: VIDEO_TYPES, largest: 16 * MB },
	sticker: { types: STICKER_TYPES, largest: 500 * KB },
	/** Media of every supported type can be sent as a document. */
	document: { types: [...DOCUMENT_TYPES, ...MEDIA_TYPES], largest: 100 * MB },
};

/** Limit of static stickers. Animated stickers have the limit above. */
const MAX_STATIC_STICKER = 100 * KB;

export const MAX_UPLOAD = 100 * MB;

/** Every type that `POST /media` accepts. */
export const UPLOAD_TYPES = [...MEDIA_TYPES, ...DOCUMENT_TYPES];

/** `audio/ogg; codecs=opus` → `audio/ogg`. */
export function bareType(mimeType: string): string {
	return mimeType.split(';')[0].trim().toLowerCase();
}

export interface Judged {
	mimeType: string;
	size: number;
	sniffed?: Sniffed;
}

/** Detected types that match a declared type: shared containers, and old Office files. */
const LOOKS_ALIKE: Record<string, string[]> = {
	'audio/mp4': ['video/mp4', 'audio/mp4'],
	'video/mp4': ['video/mp4', 'audio/mp4', 'video/quicktime'],
	'video/3gpp': ['video/3gpp', 'video/mp4'],
	'audio/aac': ['audio/aac', 'audio/mpeg', 'audio/mp4', 'video/mp4'],
	'application/msword': ['application/x-ole-storage'],
	'application/vnd.ms-excel': ['application/x-ole-storage'],
	'application/vnd.ms-powerpoint': ['application/x-ole-storage'],
};

/** Whether the content matches the declared type. Only plain text has no signature to detect. */
function contentMatches({ mimeType, sniffed }: Judged): boolean {
	const declared = bareType(mimeType);
	if (!sniffed) return declared === 'text/plain';
	if (sniffed.mimeType === 'application/zip') return declared.includes('openxmlformats');
	return sniffed.mimeType === declared || alike(declared, sniffed.mimeType);
}

/** Types of file name extensions; other extensions are not checked. */
const EXTENSIONS: Record<string, string[]> = {
	aac: ['audio/aac'],
	amr: ['audio/amr'],
	mp3: ['audio/mpeg'],
	m4a: ['audio/mp4', 'audio/aac'],
	ogg: ['audio/ogg'],
	oga: ['audio/ogg'],
	opus: ['audio/ogg'],
	jpg: ['image/jpeg'],
	jpeg: ['image/jpeg'],
	png: ['image/png'],
	webp: ['image/webp'],
	gif: ['image/gif'],
	mp4: ['video/mp4', 'audio/mp4'],
	'3gp': ['video/3gpp'],
	pdf: ['application/pdf'],
	txt: ['text/plain'],
	csv: ['text/plain'],
	html: ['text/html'],
	doc: ['application/msword'],
	docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
	xls: ['application/vnd.ms-excel'],
	xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	ppt: ['application/vnd.ms-powerpoint'],
	pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
};

/** The type that contradicts the declared one, by content or by file name; `undefined` if none does. */
export function contradictingType(file: Judged, filename = ''): string | undefined {
	if (!contentMatches(file)) return file.sniffed?.mimeType ?? 'application/octet-stream';
	const extension = /\.(\w+)$/.exec(filename)?.[1].toLowerCase() ?? '';
	const named = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined;
	return named && !named.includes(bareType(file.mimeType)) ? named[0] : undefined;
}

function alike(declared: string, real: string): boolean {
	return LOOKS_ALIKE[declared]?.includes(real) ?? false;
}

/** Why WhatsApp cannot deliver a file as this media type (details of 131053); `undefined` if it can. */
export function undeliverableReason(
	mediaType: MediaType,
	file: Judged,
	options: { voice?: boolean } = {},
): string | undefined {
	const { types, largest } = MEDIA_RULES[mediaType];
	const declared = bareType(file.mimeType);
	if (!types.includes(declared)) {
		return `Media upload error: ${declared || 'a file without a type'} is not supported as ${mediaType}. Supported types: ${types.join(', ')}.`;
	}
	const limit = mediaType === 'sticker' && !file.sniffed?.animated ? MAX_STATIC_STICKER : largest;
	if (file.size > limit) {
		return `Media upload error: the file has ${file.size} bytes, ${mediaType} may have ${limit}.`;
	}
	if (file.size === 0) return 'Media upload error: the file is empty.';
	if (!contentMatches(file)) {
		return `Media upload error: the file was declared as ${declared} but contains ${file.sniffed?.mimeType ?? 'something else'}.`;
	}
	return unplayableReason(mediaType, file, options);
}

function unplayableReason(
	mediaType: MediaType,
	{ sniffed, mimeType }: Judged,
	{ voice }: { voice?: boolean },
): string | undefined {
	if (mediaType === 'image' && sniffed?.png) {
		const { bitDepth, colorType } = sniffed.png;
		if (bitDepth !== 8 || (colorType !== 2 && colorType !== 6)) {
			return 'Media upload error: images must be 8-bit, RGB or RGBA.';
		}
	}
	if (mediaType !== 'audio') return undefined;
	if (bareType(mimeType) === 'audio/ogg' && sniffed?.codec !== 'opus') {
		return 'Media upload error: audio/ogg must contain OPUS.';
	}
	if (
		bareType(mimeType) === 'audio/ogg' &&
		sniffed?.channels !== undefined &&
		sniffed.channels > 1
	) {
		return 'Media upload error: audio/ogg must be mono.';
	}
	if (voice && bareType(mimeType) !== 'audio/ogg') {
		return 'Media upload error: voice messages must be .ogg files encoded with OPUS.';
	}
	return undefined;
}
