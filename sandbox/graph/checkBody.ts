import { invalidParameter, parameterRequired } from './errors';

/** Parameters that authenticate a request; every body may carry them. */
export const AUTHENTICATION = ['access_token', 'appsecret_proof'];

/** Requires `messaging_product: "whatsapp"`. */
export function requireProduct({ messaging_product: product }: Record<string, unknown>): void {
	if (product === undefined) throw parameterRequired('messaging_product');
	if (product === 'whatsapp') return;
	throw invalidParameter('Param messaging_product must be one of {WHATSAPP}.');
}

/** Rejects keys other than these. */
export function onlyKeys(params: Record<string, unknown>, known: string[]): void {
	const unknown = Object.keys(params).find(
		(key) => !known.includes(key) && !AUTHENTICATION.includes(key),
	);
	if (unknown !== undefined) {
		throw invalidParameter(`Unexpected key "${unknown}" on param "body".`);
	}
}

/** Requires `messaging_product`, and rejects keys other than it and these. */
export function checkBody(params: Record<string, unknown>, known: string[]): void {
	requireProduct(params);
	onlyKeys(params, ['messaging_product', ...known]);
}
