import { isErrorEnvelope, readEnvelope } from '../../cloud-api/errors/envelope';
import type { TransportResponse } from '../../cloud-api/transport';
import { hmacHex } from './digest';

/**
 * Apps that were seen to demand a proof of the app secret (App settings → Advanced → "Require app
 * secret"); each further request with a token of theirs carries it at once.
 */
const demanding = new Set<string>();

/** Whether a proof is demanded and can be given: without the secret it would be a wrong one. */
export function demandsProof({ appId, appSecret }: { appId: string; appSecret: string }): boolean {
	return appSecret !== '' && demanding.has(appId);
}

export function noteDemand(appId: string): void {
	demanding.add(appId);
}

/** Whether Meta refused a request for want of a proof. A wrong proof is another refusal and stays one. */
export function asksForProof({ status, body }: TransportResponse): boolean {
	if (status < 400 || !isErrorEnvelope(body)) return false;
	const { code, message } = readEnvelope(body);
	return code === 100 && /requires? an appsecret_proof/i.test(message);
}

/** The query parameter that proves it: HMAC-SHA256 of the token with the app secret. */
export function proofOf(appSecret: string, accessToken: string): { appsecret_proof: string } {
	return { appsecret_proof: hmacHex(appSecret, accessToken) };
}
