import type { IWebhookFunctions } from 'n8n-workflow';
import { CREDENTIAL_TYPE, readCredential, type Credential } from '../../shared/credential';
import { RecentSecrets, type DeliveryCredential } from './recentSecrets';
import type { Rejection } from './reject';
import type { Delivery } from './request';
import { signatureRejection } from './signature';

const recent = new RecentSecrets();

/** What is known once the signature of a delivery is checked. */
export interface Verified {
	credential: DeliveryCredential;
	/** Why the signature is not accepted; absent when it is valid. */
	rejection?: Rejection;
	/** The whole credential, where it has been read for this delivery. */
	whole?: Credential;
}

/**
 * Checks the signature of a delivery. Reading the credential costs n8n more than all the rest, so what was
 * read within the last half minute is tried first; a delivery is rejected only by what is read anew.
 *
 * @throws what n8n throws when the credential cannot be read
 */
export async function verify(context: IWebhookFunctions, delivery: Delivery): Promise<Verified> {
	const id = context.getNode().credentials?.[CREDENTIAL_TYPE]?.id;
	// A test run shows what the credential says now.
	const key =
		id && context.getMode() !== 'manual'
			? [context.getWorkflow().id, context.getNode().id, id].join(' ')
			: undefined;
	const asked = performance.now();
	const known = key === undefined ? undefined : recent.get(key, asked);
	if (known && signatureRejection(delivery, known) === undefined) return { credential: known };
	const whole = await readCredential(context);
	if (key !== undefined) recent.set(key, whole, asked);
	return { credential: whole, whole, rejection: signatureRejection(delivery, whole) };
}
