/**
 * JSON as Meta writes it: non-ASCII characters as `\uXXXX` (lower-case hex, surrogates one by
 * one) and `/` as `\/`. Webhooks are signed over exactly these bytes.
 */
export function metaJson(value: unknown): string {
	return JSON.stringify(value).replace(/[/\u0080-\uffff]/g, (character) =>
		character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
