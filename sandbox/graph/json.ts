/**
 * JSON as Meta sends it: non-ASCII characters as `\uXXXX` (lowercase hex, surrogates one by
 * one) and `/` as `\/`. Webhook signatures are computed over exactly these bytes.
 */
export function metaJson(value: unknown): string {
	return JSON.stringify(value).replace(/[/\u0080-\uffff]/g, (character) =>
		character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
