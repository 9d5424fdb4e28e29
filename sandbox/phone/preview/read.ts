import type { Json } from '../../control/types';

const PREFIX = /^#preview=/;

/** Whether an address asks for a preview instead of the phone. */
export const isPreview = (hash: string) => PREFIX.test(hash);

/** The JSON that the page's address asks to draw: base64 (also base64url) of UTF-8, after `#preview=`. */
export function readPreview(hash: string): Json {
	const base64 = decodeURIComponent(hash.replace(PREFIX, ''))
		.replaceAll('-', '+')
		.replaceAll('_', '/');
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	return JSON.parse(new TextDecoder().decode(bytes)) as Json;
}
