import { randomUUID } from 'crypto';
import { makePrivateKey, publicKeyOf } from '../../cloud-api/flows/endpoint/keys';

/** What one run of Set Encryption Key asks the credential for, while its first request is on its way. */
interface Order {
	/** Whether a new key replaces the stored one. */
	isNew: boolean;
	/** The key that was made for it; every attempt of the run stores the same one. */
	made?: string;
	/** The public half of the key that the credential holds now. */
	publicKey?: string;
}

/** Separates the keys in the hidden field; the newest is first. */
const SEPARATOR = '\n\n';
/** The previous key still decrypts what WhatsApp encrypted before it knew the new one. */
const KEPT = 2;

const orders = new Map<string, Order>();

/** Private header that names an order to the credential; it never leaves n8n. */
export const FLOW_KEY_HEADER = 'x-whatsapp-cloud-flow-key';

/**
 * Orders a flow key from the credential. Only code of this package in this process can, so that no workflow
 * makes or replaces a key with the credential alone.
 *
 * @returns the header to send with a request, the public key once that was authenticated, and `close`
 */
export function orderFlowKey(isNew: boolean): {
	headers: Record<string, string>;
	publicKey: () => string | undefined;
	close: () => void;
} {
	const id = randomUUID();
	const order: Order = { isNew };
	orders.set(id, order);
	return {
		headers: { [FLOW_KEY_HEADER]: id },
		publicKey: () => order.publicKey,
		close: () => orders.delete(id),
	};
}

/** The private keys of a credential as PEM, the newest first. */
export function privateKeysIn(field: string): string[] {
	return field
		.split(/\n\s*\n/)
		.map((pem) => pem.trim())
		.filter((pem) => pem !== '');
}

/**
 * Whether a request waits for a key that the credential does not hold yet. Otherwise the order learns the
 * public half of the stored key.
 *
 * @param id the value of {@link FLOW_KEY_HEADER}; unknown ones are ignored
 */
export function needsFlowKey(id: unknown, field: string): boolean {
	const order = typeof id === 'string' ? orders.get(id) : undefined;
	if (!order) return false;
	const [stored] = privateKeysIn(field);
	if (stored === undefined || (order.isNew && stored !== order.made)) return true;
	order.publicKey = publicKeyOf(stored);
	return false;
}

/** The new content of the hidden field: the key of the order, and the one before it. */
export async function fieldWithNewKey(id: string, field: string): Promise<string> {
	const order = orders.get(id);
	if (!order) return field;
	order.made ??= (await makePrivateKey()).trim();
	return [order.made, ...privateKeysIn(field)].slice(0, KEPT).join(SEPARATOR);
}

/** Whether the key of an order is made already, so that storing it takes no time. */
export function isFlowKeyMade(id: string): boolean {
	return orders.get(id)?.made !== undefined;
}
