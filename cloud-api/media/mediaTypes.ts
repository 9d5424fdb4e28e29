/** The media types of messages. */
export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const KB = 1024;
const MB = 1024 * KB;

export interface MediaRules {
	/** Allowed MIME types; for documents those of an upload. */
	types: readonly string[];
	/** Bytes. */
	maxBytes: number;
}

/** Allowed MIME types and sizes per media type (Meta: supported media types). */
export const MEDIA_RULES: Readonly<Record<MediaType, MediaRules>> = {
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

/** Maximum size of a sticker that is not animated, in bytes. */
export const MAX_STATIC_STICKER = 100 * KB;

/** Returns the media type that shows files of a MIME type; everything unknown is a document. */
export function mediaTypeOf(mimeType: string): MediaType {
	const type = bareType(mimeType);
	const mediaTypes: MediaType[] = ['image', 'video', 'audio', 'sticker'];
	return mediaTypes.find((mediaType) => MEDIA_RULES[mediaType].types.includes(type)) ?? 'document';
}

/** Every type that can be uploaded. */
export const UPLOAD_TYPES: ReadonlySet<string> = new Set(
	Object.values(MEDIA_RULES).flatMap(({ types }) => types),
);

const EXTENSIONS: Readonly<Record<string, string>> = {
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	jpe: 'image/jpeg',
	jfif: 'image/jpeg',
	png: 'image/png',
	gif: 'image/gif',
	webp: 'image/webp',
	heic: 'image/heic',
	heif: 'image/heic',
	avif: 'image/avif',
	ico: 'image/x-icon',
	psd: 'image/vnd.adobe.photoshop',
	bmp: 'image/bmp',
	svg: 'image/svg+xml',
	tif: 'image/tiff',
	tiff: 'image/tiff',
	mp4: 'video/mp4',
	m4v: 'video/mp4',
	'3gp': 'video/3gpp',
	'3g2': 'video/3gpp2',
	wmv: 'video/x-ms-asf',
	mpg: 'video/mpeg',
	mpeg: 'video/mpeg',
	flv: 'video/x-flv',
	mov: 'video/quicktime',
	avi: 'video/x-msvideo',
	mkv: 'video/x-matroska',
	webm: 'video/webm',
	aac: 'audio/aac',
	amr: 'audio/amr',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	ogg: 'audio/ogg',
	oga: 'audio/ogg',
	opus: 'audio/ogg',
	m4b: 'audio/mp4',
	wav: 'audio/wav',
	aiff: 'audio/aiff',
	mid: 'audio/midi',
	wma: 'audio/x-ms-wma',
	flac: 'audio/flac',
	txt: 'text/plain',
	log: 'text/plain',
	tsv: 'text/tab-separated-values',
	csv: 'text/csv',
	md: 'text/markdown',
	html: 'text/html',
	htm: 'text/html',
	css: 'text/css',
	js: 'text/javascript',
	yaml: 'application/yaml',
	yml: 'application/yaml',
	sql: 'application/sql',
	ics: 'text/calendar',
	vcf: 'text/vcard',
	json: 'application/json',
	xml: 'application/xml',
	pdf: 'application/pdf',
	zip: 'application/zip',
	gz: 'application/gzip',
	rar: 'application/vnd.rar',
	'7z': 'application/x-7z-compressed',
	rtf: 'application/rtf',
	epub: 'application/epub+zip',
	odt: 'application/vnd.oasis.opendocument.text',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	odp: 'application/vnd.oasis.opendocument.presentation',
	exe: 'application/x-msdownload',
	apk: 'application/vnd.android.package-archive',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Returns the type of a file name or URL by its extension, if it is known. */
export function typeOfName(name: string): string | undefined {
	const extension = /\.([a-z0-9]{1,5})$/i.exec(name.replace(/[?#].*$/s, '').trim())?.[1];
	const key = extension?.toLowerCase();
	return key !== undefined && Object.hasOwn(EXTENSIONS, key) ? EXTENSIONS[key] : undefined;
}

/** Returns the extension of a type, e.g. `jpg`; `bin` for an unknown type. */
export function extensionOf(mimeType: string): string {
	const bare = bareType(mimeType);
	return Object.keys(EXTENSIONS).find((extension) => EXTENSIONS[extension] === bare) ?? 'bin';
}

/** Returns a type without parameters and in its usual name: `audio/ogg; codecs=opus` → `audio/ogg`. */
export function bareType(mimeType: string): string {
	const bare = mimeType.split(';')[0].trim().toLowerCase();
	return Object.hasOwn(ALIASES, bare) ? ALIASES[bare] : bare;
}

/** Other names of the same types. */
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
	'application/ogg': 'audio/ogg',
	'audio/aacp': 'audio/aac',
	'audio/x-hx-aac-adts': 'audio/aac',
	'audio/mpeg3': 'audio/mpeg',
	'audio/x-mpeg': 'audio/mpeg',
	'audio/x-mp3': 'audio/mpeg',
	'video/x-m4v': 'video/mp4',
	'image/x-png': 'image/png',
	'image/x-ms-bmp': 'image/bmp',
	'text/json': 'application/json',
	'text/xml': 'application/xml',
	'text/rtf': 'application/rtf',
	'application/csv': 'text/csv',
	'text/x-csv': 'text/csv',
	'application/x-zip-compressed': 'application/zip',
	'application/excel': 'application/vnd.ms-excel',
	'application/x-excel': 'application/vnd.ms-excel',
	'application/x-msexcel': 'application/vnd.ms-excel',
	'application/powerpoint': 'application/vnd.ms-powerpoint',
	'application/x-mspowerpoint': 'application/vnd.ms-powerpoint',
	'application/vnd.msword': 'application/msword',
	'application/doc': 'application/msword',
};

/** Types that say nothing about a file. */
const GENERIC = new Set([
	'',
	'*/*',
	'application/octet-stream',
	'binary/octet-stream',
	'application/binary',
	'application/unknown',
	'application/download',
	'application/x-download',
	'application/force-download',
	'multipart/form-data',
]);

/** Whether a declared type says nothing about the file. */
export function isGeneric(mimeType: string): boolean {
	return GENERIC.has(bareType(mimeType));
}
