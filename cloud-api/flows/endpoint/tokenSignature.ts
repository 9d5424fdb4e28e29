import { createHmac, timingSafeEqual } from 'crypto';
import { isRecord } from '../../webhooks/read';

/**
 * Whether the signature of a flow token is valid: a JWT with HS256, keyed by the app secret, whose payload
 * does not name another flow token (Meta: WhatsApp Flows, flow token signature; flows from 7.3 with data API
 * 4.0). Never throws.
 *
 * @param secrets app secrets; empty ones are ignored
 */
export function isTokenSigned(
	signature: string,
	flowToken: string | undefined,
	secrets: readonly string[],
): boolean {
	const parts = signature.split('.');
	if (parts.length !== 3) return false;
	const [header, payload, mac] = parts;
	const head = decoded(header);
	if (!isRecord(head) || head.alg !== 'HS256') return false;
	const given = Buffer.from(mac, 'base64url');
	const isValid = secrets.some((secret) => {
		if (secret === '') return false;
		const wanted = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
		return given.length === wanted.length && timingSafeEqual(given, wanted);
	});
	if (!isValid) return false;
	const claims = decoded(payload);
	const named = isRecord(claims) ? claims.flow_token : undefined;
	return typeof named !== 'string' || named === flowToken;
}

function decoded(part: string): unknown {
	try {
		return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}
