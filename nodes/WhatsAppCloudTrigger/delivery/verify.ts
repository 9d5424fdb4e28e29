import type { IWebhookFunctions } from 'n8n-workflow';
import { readCredential, type Credential } from '../../shared/credential';
import { RecentSecrets, type DeliveryCredential } from './recentSecrets';
import type { Rejection } from './reject';
import type { Delivery } from '../../shared/signedRequest';
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
	// A test run shows what the credential says now.
	const key = context.getMode() === 'manual' ? undefined : keyOf(context);
	const asked = performance.now();
	const known = key === undefined ? undefined : recent.get(key, asked);
	if (known && signatureRejection(delivery, known) === undefined) return { credential: known };
	const whole = await readCredential(context);
	if (key !== undefined) recent.set(key, whole, asked);
	return { credential: whole, whole, rejection: signatureRejection(delivery, whole) };
}

/** The trigger, and the credential that it uses now. */
function keyOf(context: IWebhookFunctions): string {
	const { id, credentials, parameters } = context.getNode();
	return JSON.stringify([context.getWorkflow().id, id, credentials, parameters.authentication]);
}
