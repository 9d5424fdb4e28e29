import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import {
	isSameKey,
	publicKeyOf,
	readEncryptionKey,
	uploadPublicKey,
} from '../../cloud-api/flows/endpoint/keys';
import type { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';
import { orderFlowKey, privateKeysIn } from './flowKeyOrders';

/** Whether the endpoint of a flow can work with a phone number. */
export interface EncryptionStatus {
	/** `VALID` or `MISMATCH` as Meta says, or `NONE`. */
	status: string;
	/** Whether Meta has the key that the credential holds. */
	matchesCredential: boolean;
	/** PEM, as Meta has it. */
	publicKey?: string;
}

/** The public half of the credential's flow key; `undefined` when it has none. */
export function ownPublicKey({ flowPrivateKey }: Credential): string | undefined {
	const [own] = privateKeysIn(flowPrivateKey);
	return own === undefined ? undefined : publicKeyOf(own);
}

/** The key that Meta has for a phone number, compared with that of the credential. */
export async function encryptionStatus(
	graph: GraphApi,
	credential: Credential,
	phoneNumberId: string,
): Promise<EncryptionStatus> {
	const found = await readEncryptionKey(graph, phoneNumberId);
	return { ...found, matchesCredential: isSameKey(ownPublicKey(credential), found.publicKey) };
}

/**
 * Uploads the public key of the credential for a phone number; the credential first makes a pair when it has
 * none, or when `isNew`. n8n stores the private half in the credential, which no node can.
 *
 * @throws InvalidInputError when the credential cannot keep a key
 */
export async function setEncryptionKey(
	graph: GraphApi,
	{ kind }: Credential,
	phoneNumberId: string,
	isNew: boolean,
): Promise<EncryptionStatus> {
	if (kind === 'oAuth2') throw cannotKeep();
	const order = orderFlowKey(isNew);
	try {
		await readEncryptionKey(graph, phoneNumberId, order.headers);
		const publicKey = order.publicKey();
		if (publicKey === undefined) throw cannotKeep();
		await uploadPublicKey(graph, phoneNumberId, publicKey);
		const { status, publicKey: stored } = await readEncryptionKey(graph, phoneNumberId);
		return { status, matchesCredential: isSameKey(publicKey, stored), publicKey: stored };
	} finally {
		order.close();
	}
}

/** n8n stores nothing in a credential of a login dialog but its token. */
function cannotKeep(): InvalidInputError {
	return new InvalidInputError(
		'credential.flowPrivateKey',
		'This type of credential cannot keep the key of a flow',
		'Set "Authentication" to "Access Token" for this operation and for the Flow Trigger.',
	);
}
