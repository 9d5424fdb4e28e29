import { isErrorEnvelope, readEnvelope } from '../../cloud-api/errors/envelope';
import type { TransportResponse } from '../../cloud-api/transport';
import { hmacHex } from './digest';

/**
 * Apps that require a proof of the app secret (App settings → Advanced → "Require app secret"); each
 * further request with one of their tokens carries it.
 */
const apps = new Set<string>();

/** Whether a proof is required and possible: without the secret it would be wrong. */
export function requiresProof({ appId, appSecret }: { appId: string; appSecret: string }): boolean {
	return appSecret !== '' && apps.has(appId);
}

/** Records that the app requires a proof. */
export function noteRequiredProof(appId: string): void {
	apps.add(appId);
}

/** Whether Meta rejected a request because the proof is missing. A wrong proof is another rejection. */
export function lacksProof({ status, body }: TransportResponse): boolean {
	if (status < 400 || !isErrorEnvelope(body)) return false;
	const { code, message } = readEnvelope(body);
	return code === 100 && /requires? an appsecret_proof/i.test(message);
}

/** The query parameter of the proof: HMAC-SHA256 of the token with the app secret. */
export function proofOf(appSecret: string, accessToken: string): { appsecret_proof: string } {
	return { appsecret_proof: hmacHex(appSecret, accessToken) };
}
