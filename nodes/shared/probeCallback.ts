import { randomInt } from 'crypto';
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { WRONG_VERIFY_TOKEN } from '../../cloud-api/webhooks/handshake';
import { CALLBACK_PATH, identityOf } from './callbackUrl';

const TIMEOUT_MS = 3000;
/** Challenges of our own probes that arrived in this process; only the newest are kept. */
const arrived = new Set<string>();
const MAX_ARRIVED = 100;

/**
 * What a callback URL answers to a verification request.
 *
 * - `answers`: it returns the challenge; `here` tells whether the request arrived in this very process
 * - `notRegistered`: n8n itself answers that no workflow listens at this URL
 * - `rejects`: a trigger of this package answers that it expects another verify token
 * - `unknown`: anything else, with the reason in words. It says nothing about what Meta gets there
 */
export type CallbackState =
	| { state: 'answers'; here: boolean }
	| { state: 'notRegistered' }
	| { state: 'rejects' }
	| { state: 'unknown'; reason: string; status?: number };

interface ProbeContext {
	helpers: { httpRequest(request: IHttpRequestOptions): Promise<unknown> };
}

/** Sends a verification request as Meta does and reports what came back. Never throws. */
export async function probeCallback(
	{ helpers }: ProbeContext,
	url: string,
	verifyToken: string,
): Promise<CallbackState> {
	const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
	try {
		const { statusCode, body } = (await helpers.httpRequest({
			url,
			qs: {
				'hub.mode': 'subscribe',
				'hub.challenge': challenge,
				'hub.verify_token': verifyToken,
			},
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		return judge(url, statusCode, body, challenge);
	} catch (error) {
		return { state: 'unknown', reason: error instanceof Error ? error.message : String(error) };
	}
}

/** Notes a challenge that reached this process. The trigger's verification calls it. */
export function noteChallenge(challenge: unknown): void {
	if (arrived.size >= MAX_ARRIVED) arrived.clear();
	arrived.add(String(challenge));
}

function judge(url: string, status: number, body: unknown, challenge: string): CallbackState {
	if (status === 200 && String(body) === challenge) {
		return { state: 'answers', here: arrived.has(challenge) };
	}
	if (status === 403 && body === WRONG_VERIFY_TOKEN) return { state: 'rejects' };
	if (status === 404 && isNotRegistered(url, body)) return { state: 'notRegistered' };
	return { state: 'unknown', reason: `HTTP ${status}`, status };
}

/** n8n's own 404, which names the path that no workflow listens on; any proxy can answer a bare 404. */
function isNotRegistered(url: string, body: unknown): boolean {
	const { message } = (json(body) ?? {}) as { message?: unknown };
	return (
		typeof message === 'string' &&
		/is not registered/.test(message) &&
		message.toLowerCase().includes(identityOf(url)) &&
		identityOf(url).endsWith(`/${CALLBACK_PATH}`)
	);
}

function json(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}
