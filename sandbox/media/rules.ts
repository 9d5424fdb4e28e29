import type { Sniffed } from './sniff';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

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

/** Types and sizes per media kind (Meta's page "Media"). */
export const MEDIA_RULES: Record<MediaKind, { types: string[]; largest: number }> = {
	audio: {
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
		largest: 16 * MB,
	},
	image: { types: ['image/jpeg', 'image/png'], largest: 5 * MB },
	video: { types: ['video/mp4', 'video/3gpp'], largest: 16 * MB },
	sticker: { types: ['image/webp'], largest: 500 * KB },
	/** See `DOCUMENT_TYPES`. */
	document: { types: DOCUMENT_TYPES, largest: 100 * MB },
};

/** Limit of static stickers. Animated stickers have the limit above. */
const MAX_STATIC_STICKER = 100 * KB;

export const MAX_UPLOAD = 100 * MB;

/** Every type that `POST /media` accepts. */
export const UPLOAD_TYPES = [
	...MEDIA_RULES.audio.types,
	...MEDIA_RULES.image.types,
	...MEDIA_RULES.video.types,
	...MEDIA_RULES.sticker.types,
	...DOCUMENT_TYPES,
];

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

/** Whether the content matches the declared type. */
function contentMatches(kind: MediaKind, { mimeType, sniffed }: Judged): boolean {
	const declared = bareType(mimeType);
	if (kind === 'document') {
		if (!sniffed || !DOCUMENT_TYPES.includes(declared)) return true;
		if (declared === 'text/plain') return sniffed.mimeType === 'text/plain';
		if (sniffed.mimeType === 'application/zip') return declared.includes('openxmlformats');
		return sniffed.mimeType === declared || alike(declared, sniffed.mimeType);
	}
	if (!sniffed) return false;
	return sniffed.mimeType === declared || alike(declared, sniffed.mimeType);
}

function alike(declared: string, real: string): boolean {
	return LOOKS_ALIKE[declared]?.includes(real) ?? false;
}

/** Why WhatsApp cannot deliver a file as this media kind (details of 131053); `undefined` if it can. */
export function undeliverableReason(
	kind: MediaKind,
	file: Judged,
	options: { voice?: boolean } = {},
): string | undefined {
	const { types, largest } = MEDIA_RULES[kind];
	const declared = bareType(file.mimeType);
	if (kind !== 'document' && !types.includes(declared)) {
		return `Media upload error: ${declared} is not supported as ${kind}. Supported types: ${types.join(', ')}.`;
	}
	const limit = kind === 'sticker' && !file.sniffed?.animated ? MAX_STATIC_STICKER : largest;
	if (file.size > limit) {
		return `Media upload error: the file has ${file.size} bytes, ${kind} may have ${limit}.`;
	}
	if (file.size === 0) return 'Media upload error: the file is empty.';
	if (!contentMatches(kind, file)) {
		return `Media upload error: the file was declared as ${declared} but contains ${file.sniffed?.mimeType ?? 'something else'}.`;
	}
	return unplayableReason(kind, file, options);
}

function unplayableReason(
	kind: MediaKind,
	{ sniffed, mimeType }: Judged,
	{ voice }: { voice?: boolean },
): string | undefined {
	if (kind === 'image' && sniffed?.png) {
		const { bitDepth, colorType } = sniffed.png;
		if (bitDepth !== 8 || (colorType !== 2 && colorType !== 6)) {
			return 'Media upload error: images must be 8-bit, RGB or RGBA.';
		}
	}
	if (kind !== 'audio') return undefined;
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
