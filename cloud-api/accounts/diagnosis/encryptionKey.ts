import { CloudApiError } from '../../errors/cloudApiError';
import { rethrow } from '../../errors/rethrow';
import { isSameKey, readEncryptionKey } from '../../flows/endpoint/keys';
import type { PhoneNumber } from '../phoneNumbers';
import { failed, ok, warning, type Finding } from './finding';
import { fix } from './fixes';
import type { Subject } from './subject';

const CHECK = 'Encryption key';

/**
 * That WhatsApp can encrypt the requests of flows to an endpoint. Nothing where neither the credential nor
 * the number has a key, because most setups have no such flow, or where the key cannot be read.
 */
export async function encryptionKeyFindings(
	{ graph, flowPublicKey }: Subject,
	{ phoneNumberId }: PhoneNumber,
): Promise<Finding[]> {
	const found = await readEncryptionKey(graph, phoneNumberId).catch((error: unknown) =>
		error instanceof CloudApiError ? undefined : rethrow(error),
	);
	if (found === undefined) return [];
	const { status, publicKey } = found;
	if (status === 'NONE')
		return flowPublicKey === undefined
			? []
			: [
					warning(
						CHECK,
						'The phone number has no key, so it cannot send a flow with an endpoint',
						fix('setEncryptionKey'),
					),
				];
	if (status === 'MISMATCH')
		return [
			failed(
				CHECK,
				'The key is no longer valid, because the phone number was registered again. Flows with an endpoint do not open.',
				fix('setEncryptionKey'),
			),
		];
	if (!isSameKey(publicKey, flowPublicKey))
		return [
			warning(
				CHECK,
				'The key of the phone number is not the one of the credential, so the Flow Trigger cannot read requests',
				fix('setEncryptionKey'),
			),
		];
	return [ok(CHECK, 'WhatsApp has the key of the credential')];
}
