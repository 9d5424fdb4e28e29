import { bareType, isGeneric, MEDIA_RULES, typeOfName, type MediaType } from './mediaTypes';
import { sniff, type Sniffed } from './sniff';

/** What is known about a file before it is sent. */
export interface FileFacts {
	/** Whether it is uploaded, or downloaded by Meta from a link. */
	source: 'upload' | 'link';
	/** As declared by the workflow or the web server. */
	declaredType?: string;
	/** Its name, or the URL of a link. */
	fileName?: string;
	/** Bytes. */
	size?: number;
	/** The first bytes; see `HEAD_LENGTH`. */
	head?: Uint8Array;
	/** The last bytes; see `TAIL_LENGTH`. Only needed for ZIP archives. */
	tail?: Uint8Array;
}

/** The type of a file, and what contradicts it. */
export interface Judgement {
	/** MIME type; empty if nothing is known. */
	type: string;
	sniffed?: Sniffed;
	/** Why the content cannot be of the type that the file is declared as. */
	contradiction?: string;
}

/**
 * Judges a file: by its content if the format has a signature, otherwise by its declared type and its name.
 * A link is also judged by the type that its server declares, because Meta does the same.
 *
 * @param mediaType the media type to send it as, which decides for containers of audio and video
 */
export function judgeFile(file: FileFacts, mediaType?: MediaType): Judgement {
	const sniffed = file.head && sniff(file.head, file.tail);
	const declared = bareType(file.declaredType ?? '');
	const named = (file.fileName && typeOfName(file.fileName)) ?? '';
	const claimed = isGeneric(declared) ? named || declared : declared;
	if (!file.head || file.head.length === 0) return { type: claimed };
	if (!sniffed) {
		const contradiction = hasSignature(claimed)
			? contradicts(claimed, 'in another format')
			: undefined;
		return { type: claimed, ...(contradiction && { contradiction }) };
	}
	if (sniffed.text) return textual(file.head, sniffed, claimed, named);
	return { type: containerType(sniffed.mimeType, [claimed, named], mediaType), sniffed };
}

/** The type of text is known from its declaration or name; a binary declaration contradicts it. */
function textual(head: Uint8Array, sniffed: Sniffed, claimed: string, named: string): Judgement {
	const wrong = KNOWN_MISTAKES.find(
		({ declared, name }) => declared === claimed && (name === undefined || name.test(named)),
	);
	if (wrong) return { type: wrong.type, sniffed };
	if (isGeneric(claimed) || claimed === '') return { type: named || sniffed.mimeType, sniffed };
	if (isText(claimed)) return { type: claimed, sniffed };
	return {
		type: sniffed.mimeType,
		sniffed,
		contradiction: contradicts(
			claimed,
			isBase64(head)
				? 'Base64 text that has to be decoded first'
				: (TEXT_NAMES[sniffed.mimeType] ?? 'text'),
		),
	};
}

/** Containers whose bytes fit several types: the declaration decides, then the media type to send. */
function containerType(real: string, claims: readonly string[], mediaType?: MediaType): string {
	if (real === 'application/zip') return claims.find(isOfficeXml) ?? real;
	if (real === 'application/x-ole-storage') return claims.find(isOldOffice) ?? real;
	if (real === 'video/mp4' && (claims[0] === 'audio/mp4' || mediaType === 'audio'))
		return 'audio/mp4';
	if (real === 'video/3gpp' && mediaType === 'audio') return 'audio/3gpp';
	if (real === 'video/webm' && (claims[0].startsWith('audio/') || mediaType === 'audio'))
		return 'audio/webm';
	return real;
}

/** Types that programs often declare for text of another type. */
const KNOWN_MISTAKES: ReadonlyArray<{ declared: string; name?: RegExp; type: string }> = [
	// Windows and browsers declare CSV as Excel if Excel is installed.
	{
		declared: 'application/vnd.ms-excel',
		name: /^(text\/csv|text\/tab-separated-values)?$/,
		type: 'text/csv',
	},
	{ declared: 'application/x-msdownload', name: /^text\//, type: 'text/plain' },
];

/** Whether the bytes are Base64 or a `data:` URL, as after a node that did not decode the file. */
function isBase64(head: Uint8Array): boolean {
	const text = String.fromCharCode(...head.subarray(0, 400)).trim();
	return /^data:[^,]*;base64,/i.test(text) || /^[A-Za-z0-9+/_-]{32}[A-Za-z0-9+/_=\s-]*$/.test(text);
}

const TEXT_NAMES: Readonly<Record<string, string>> = {
	'text/html': 'HTML',
	'application/json': 'JSON',
	'application/xml': 'XML',
	'image/svg+xml': 'SVG',
	'text/plain': 'text',
};

/** Whether a type is text, in which any declaration is possible. */
export function isText(type: string): boolean {
	return (
		type.startsWith('text/') ||
		/[/+](json|xml|yaml|javascript|sql|x-sh|x-httpd-php|ecmascript|typescript|toml)$/.test(type) ||
		type.startsWith('message/')
	);
}

function contradicts(claimed: string, content: string): string {
	return `The file is declared as ${claimed}, but its content is ${content}`;
}

/** Formats that cannot be without their signature; MP3 and AAC may start with other bytes. */
function hasSignature(type: string): boolean {
	const loose = ['audio/mpeg', 'audio/aac', 'text/plain'];
	return !loose.includes(type) && ALL_TYPES.has(type);
}

const ALL_TYPES: ReadonlySet<string> = new Set(
	Object.values(MEDIA_RULES).flatMap(({ types }) => types),
);

const isOfficeXml = (type: string) => type.includes('openxmlformats');
const isOldOffice = (type: string) =>
	type === 'application/msword' || /vnd\.ms-(excel|powerpoint)$/.test(type);
