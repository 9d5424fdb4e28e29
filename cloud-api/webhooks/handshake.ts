import { createHash, timingSafeEqual } from 'crypto';

/** The answer to Meta's verification request. */
export interface HandshakeAnswer {
	status: 200 | 400 | 403;
	/** Plain text: the challenge, or why the request is rejected. */
	body: string;
	/** Why the request is rejected, for the log; absent when the verification succeeded. */
	rejected?: string;
}

/** Answer to a verification request with another verify token; our own probes recognize it. */
export const WRONG_VERIFY_TOKEN =
	'The verify token of the verification request is not that of this callback';

/**
 * Answers `GET <callback>?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…`, with which Meta
 * verifies a callback URL: 200 with the bare challenge, 403 for a wrong verify token, 400 for anything
 * that is not a verification request. Never throws.
 */
export function answerHandshake(
	query: Readonly<Record<string, unknown>>,
	verifyTokens: ReadonlyArray<string | undefined>,
): HandshakeAnswer {
	const mode = query['hub.mode'];
	const challenge = query['hub.challenge'];
	const token = query['hub.verify_token'];
	if (mode !== 'subscribe')
		return rejection(400, 'The request is not a webhook verification: hub.mode is not "subscribe"');
	if (typeof token !== 'string' || token === '')
		return rejection(403, 'The verification request has no hub.verify_token');
	if (!verifyTokens.some((expected) => expected && sameText(token, expected)))
		return rejection(403, WRONG_VERIFY_TOKEN);
	if (typeof challenge !== 'string' || challenge === '')
		return rejection(400, 'The verification request has no hub.challenge');
	return { status: 200, body: challenge };
}

/** Compares in constant time. */
function sameText(a: string, b: string): boolean {
	return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

function rejection(status: 400 | 403, reason: string): HandshakeAnswer {
	return { status, body: reason, rejected: reason };
}
