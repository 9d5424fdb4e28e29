import { InvalidInputError } from '../errors/cloudApiError';

/** A file as text. */
export interface TextFile {
	bytes: Buffer;
	/** As a `data:` URL declares it. */
	mimeType?: string;
}

const FIX =
	'Enter a data: URL (data:image/png;base64,…), or only its Base64 part, for example from {{ $json.image }}.';

/** Whether a text is a `data:` URL. */
export function isDataUrl(text: string): boolean {
	return /^\s*data:[^,]*,/i.test(text);
}

/**
 * Reads a `data:` URL (RFC 2397) or Base64, also with line breaks and in its URL-safe alphabet.
 *
 * @throws InvalidInputError for the parameter `field`
 */
export function readTextFile(text: string, field: string): TextFile {
	const comma = text.indexOf(',');
	if (!isDataUrl(text)) return { bytes: fromBase64(text, field) };
	const [type = '', ...parameters] = text.slice(0, comma).trim().slice('data:'.length).split(';');
	const content = text.slice(comma + 1);
	const isBase64 = parameters.some((each) => each.trim().toLowerCase() === 'base64');
	return {
		bytes: isBase64
			? fromBase64(percentDecoded(content), field)
			: Buffer.from(percentDecoded(content)),
		...(type.trim() && { mimeType: type.trim().toLowerCase() }),
	};
}

function fromBase64(text: string, field: string): Buffer {
	const compact = text.replace(/\s+/g, '');
	if (compact === '') throw new InvalidInputError(field, 'The file is empty', FIX);
	const body = compact.replace(/=+$/, '');
	if (!/^[A-Za-z0-9+/_-]*$/.test(body) || body.length % 4 === 1 || compact.length - body.length > 2)
		throw new InvalidInputError(
			field,
			`The text is not Base64${/^https?:/i.test(compact) ? ', but a link' : ''}`,
			/^https?:/i.test(compact) ? 'Choose "Link" as the source.' : FIX,
		);
	return Buffer.from(body, 'base64');
}

function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
