import { createHash, timingSafeEqual } from 'crypto';

/** What to answer to Meta's verification request, and why it was refused. */
export interface HandshakeAnswer {
	status: 200 | 400 | 403;
	/** Plain text: the challenge, or a sentence. */
	body: string;
	/** For the log; absent when the handshake succeeded. */
	refused?: string;
}

/**
 * Answers `GET <callback>?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…`, with which Meta makes
 * sure that the callback expects it: 200 with the bare challenge, 403 on another verify token, 400 on
 * anything that is no verification request. Never throws.
 */
export function answerHandshake(
	query: Readonly<Record<string, unknown>>,
	verifyTokens: ReadonlyArray<string | undefined>,
): HandshakeAnswer {
	const mode = query['hub.mode'];
	const challenge = query['hub.challenge'];
	const token = query['hub.verify_token'];
	if (mode !== 'subscribe')
		return refusal(400, 'The request is no webhook verification: hub.mode is not "subscribe"');
	if (typeof token !== 'string' || token === '')
		return refusal(403, 'The verification request has no hub.verify_token');
	if (!verifyTokens.some((expected) => expected && sameText(token, expected)))
		return refusal(403, 'The verify token in the verification request is not this callback’s');
	if (typeof challenge !== 'string' || challenge === '')
		return refusal(400, 'The verification request has no hub.challenge');
	return { status: 200, body: challenge };
}

/** Compares without telling by the time it takes how much of the text was right. */
function sameText(a: string, b: string): boolean {
	return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

function refusal(status: 400 | 403, reason: string): HandshakeAnswer {
	return { status, body: reason, refused: reason };
}
