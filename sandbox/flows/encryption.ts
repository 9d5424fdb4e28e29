import { createPublicKey, type KeyObject } from 'crypto';
import { invalidParameter } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';

/** The public key of a phone number. A new registration of the number voids its signature. */
interface NumberKey {
	pem: string;
	key: KeyObject;
	status: 'VALID' | 'MISMATCH';
}

const MESSAGING = 'whatsapp_business_messaging';

/** `world.use(numberKeys)`: by phone number ID. */
export function numberKeys(): Map<string, NumberKey> {
	return new Map();
}

/** The key that Flows encrypt with, if the number has one with a valid signature. */
export function signedKeyOf(world: World, { id }: Pick<PhoneNumber, 'id'>): KeyObject | undefined {
	const own = world.use(numberKeys).get(id);
	return own?.status === 'VALID' ? own.key : undefined;
}

/** Sets a number's key and signs it. Throws `(#100)` for another kind of key. */
export function setKey(world: World, { id }: Pick<PhoneNumber, 'id'>, pem: string): void {
	world.use(numberKeys).set(id, { pem, key: checkedKey(pem), status: 'VALID' });
	world.bus.emit(() => ({ type: 'state' }));
}

/** Voids the signature of a number's key, as a new registration does. */
export function voidKey(world: World, { id }: Pick<PhoneNumber, 'id'>): void {
	const own = world.use(numberKeys).get(id);
	if (own) own.status = 'MISMATCH';
}

/** `GET` and `POST /{phone-number-id}/whatsapp_business_encryption`. */
export function encryptionRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		PHONE_NUMBER,
		'GET',
		'whatsapp_business_encryption',
		(number) => {
			const own = world.use(numberKeys).get(number.id);
			return {
				data: own
					? [
							{
								business_public_key: own.pem,
								business_public_key_signature_status: own.status,
							},
						]
					: [],
			};
		},
		{ scope: MESSAGING },
	);
	graph.edge(
		PHONE_NUMBER,
		'POST',
		'whatsapp_business_encryption',
		(number, request) => {
			setKey(world, number, request.required('business_public_key'));
			return { success: true };
		},
		{ scope: MESSAGING },
	);
}

/** A 2048-bit RSA public key in PEM format. Throws `(#100)`. */
function checkedKey(pem: string): KeyObject {
	const refused = (text: string) =>
		invalidParameter('Invalid parameter', {
			userTitle: 'Invalid public key',
			userMessage: text,
			details: text,
		});
	if (/PRIVATE KEY/.test(pem)) {
		throw refused('business_public_key is a private key. Upload the public key only.');
	}
	if (!/^\s*-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem)) {
		throw refused('business_public_key must be a 2048-bit RSA public key in PEM format.');
	}
	let key: KeyObject;
	try {
		key = createPublicKey(pem);
	} catch {
		throw refused('business_public_key is not a valid key in PEM format.');
	}
	if (key.asymmetricKeyType !== 'rsa' || key.asymmetricKeyDetails?.modulusLength !== 2048) {
		throw refused('business_public_key must be a 2048-bit RSA public key.');
	}
	return key;
}
