import { extensionOf, typeOfName } from './mediaTypes';
import { safeFileName } from './safeFileName';

/** Extensions of scripts that deliver files, which say nothing about the file. */
const SCRIPT = /\.(php\d?|aspx?|ashx|jspx?|cgi|cfm|do|action)$/i;
const EXTENSION = /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,8}$/i;

/** Returns a percent-decoded name from a URL, a header, or a user that is safe on every system; empty if nothing is left. */
export function cleanFileName(name: string): string {
	return (safeFileName(decoded(name)) ?? '').replace(/\s+/g, ' ');
}

/**
 * Returns the file name that the recipient sees: safe, and with an extension. Keeps a known extension,
 * replaces that of a script (`download.php`), and otherwise adds the one of the type.
 *
 * @param name from the user, an earlier node, or a URL
 */
export function shownFileName(name: string, mimeType: string): string {
	const safe = cleanFileName(name);
	const extension = extensionOf(mimeType);
	const base = safe.replace(SCRIPT, '');
	if (extension === 'bin') return base === '' ? safe : base === safe ? safe : base;
	if (base === '') return `file.${extension}`;
	if (base === safe && typeOfName(safe) !== undefined) return safe;
	if (base === safe && mimeType.startsWith('text/') && EXTENSION.test(safe)) return safe;
	return cleanFileName(`${base}.${extension}`);
}

/** Returns the file name for an upload, whose extension must match the type, or Meta rejects the file. */
export function uploadFileName(name: string, mimeType: string): string {
	const shown = shownFileName(name, mimeType);
	const extension = extensionOf(mimeType);
	if (extension === 'bin') return shown || 'file.bin';
	if (typeOfName(shown) === mimeType) return shown;
	return cleanFileName(`${shown.replace(EXTENSION, '')}.${extension}`);
}

/** Returns the last segment of a URL's path; empty if there is none. */
export function nameInUrl(url: string): string {
	return (
		url
			.replace(/[?#].*$/s, '')
			.replace(/^[a-z]+:\/\/[^/]*/i, '')
			.split('/')
			.pop() ?? ''
	);
}

/** Returns the file name in a `Content-Disposition` header (RFC 6266); empty if there is none. */
export function nameInDisposition(disposition = ''): string {
	const encoded = /filename\*\s*=\s*[\w-]*'[^']*'([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(disposition);
	// Only these two are escaped: some servers send a Windows path with single backslashes.
	const quoted = plain?.[1]?.replace(/\\(["\\])/g, '$1');
	return (encoded ?? quoted ?? plain?.[2] ?? '').trim();
}

function decoded(text: string): string {
	if (!/%[0-9a-f]{2}/i.test(text)) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
