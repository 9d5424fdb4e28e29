/** What WhatsApp can show a file as. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const KB = 1024;
const MB = 1024 * KB;

export interface KindRules {
	/** The MIME types that WhatsApp takes for this kind; for documents those it takes by upload. */
	types: readonly string[];
	/** Bytes. */
	maxBytes: number;
}

/** Types and sizes per kind, the one place where they stand (Meta: supported media types). */
export const MEDIA_KINDS: Readonly<Record<MediaKind, KindRules>> = {
	image: { types: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
	video: { types: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB },
	audio: {
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
		maxBytes: 16 * MB,
	},
	sticker: { types: ['image/webp'], maxBytes: 500 * KB },
	document: {
		types: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.ms-excel',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
		maxBytes: 100 * MB,
	},
};

/** A sticker that does not move must be smaller than one that does. Bytes. */
export const MAX_STATIC_STICKER = 100 * KB;

/** Every type that Meta's upload takes, whatever it is then sent as. */
export const UPLOAD_TYPES: ReadonlySet<string> = new Set(
	Object.values(MEDIA_KINDS).flatMap(({ types }) => types),
);

const EXTENSIONS: Readonly<Record<string, string>> = {
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	gif: 'image/gif',
	webp: 'image/webp',
	heic: 'image/heic',
	bmp: 'image/bmp',
	svg: 'image/svg+xml',
	tif: 'image/tiff',
	tiff: 'image/tiff',
	mp4: 'video/mp4',
	'3gp': 'video/3gpp',
	mov: 'video/quicktime',
	avi: 'video/x-msvideo',
	mkv: 'video/x-matroska',
	webm: 'video/webm',
	aac: 'audio/aac',
	amr: 'audio/amr',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	ogg: 'audio/ogg',
	opus: 'audio/ogg',
	wav: 'audio/wav',
	flac: 'audio/flac',
	txt: 'text/plain',
	csv: 'text/csv',
	md: 'text/markdown',
	html: 'text/html',
	ics: 'text/calendar',
	vcf: 'text/vcard',
	json: 'application/json',
	xml: 'application/xml',
	pdf: 'application/pdf',
	zip: 'application/zip',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** The type that a file name or the path of a link announces, if any. */
export function typeOfName(name: string): string | undefined {
	const extension = /\.([a-z0-9]{1,5})$/i.exec(name.replace(/[?#].*$/, ''))?.[1];
	return extension ? EXTENSIONS[extension.toLowerCase()] : undefined;
}

/** The extension that suits a type, e.g. `jpg`; `bin` for an unknown one. */
export function extensionOf(mimeType: string): string {
	const bare = bareType(mimeType);
	return Object.keys(EXTENSIONS).find((extension) => EXTENSIONS[extension] === bare) ?? 'bin';
}

/** `audio/ogg; codecs=opus` → `audio/ogg` */
export function bareType(mimeType: string): string {
	const bare = mimeType.split(';')[0].trim().toLowerCase();
	return ALIASES[bare] ?? bare;
}

/** Other names under which workflows declare the same types. */
const ALIASES: Readonly<Record<string, string>> = {
	'image/jpg': 'image/jpeg',
	'image/pjpeg': 'image/jpeg',
	'audio/mp3': 'audio/mpeg',
	'audio/x-m4a': 'audio/mp4',
	'audio/m4a': 'audio/mp4',
	'audio/opus': 'audio/ogg',
	'audio/x-aac': 'audio/aac',
	'audio/x-wav': 'audio/wav',
	'audio/wave': 'audio/wav',
	'video/3gp': 'video/3gpp',
	'application/x-pdf': 'application/pdf',
};
