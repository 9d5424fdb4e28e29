import type { Json } from '../../control/types';

const PREFIX = /^#preview=/;

/** Whether an address requests a preview. */
export const isPreview = (hash: string) => PREFIX.test(hash);

/** The JSON after `#preview=` in the address: base64 or base64url of UTF-8. */
export function readPreview(hash: string): Json {
	const base64 = decodeURIComponent(hash.replace(PREFIX, ''))
		.replaceAll('-', '+')
		.replaceAll('_', '/');
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	return JSON.parse(new TextDecoder().decode(bytes)) as Json;
}
