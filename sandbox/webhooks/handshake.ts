/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axios, { AxiosError } from 'axios';
import { randomInt } from 'crypto';
import { STATUS_CODES } from 'http';
import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import type { World } from '../world/world';

const MAX_OVERRIDE = 200;

function verificationFailed(reason: string): GraphError {
	return new GraphError({
		code: 2200,
		message: `(#2200) Callback verification failed with the following errors: ${reason}`,
	});
}

/** Checks a callback URL. */
export function checkCallbackUrl(world: World, value: string, parameter: string): URL {
	let url: URL;
	try {
		url = new URL(value);
	} catch {
		throw invalidParameter(`Param ${parameter} must be a valid URL`);
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw invalidParameter(`Param ${parameter} must be a valid URL`);
	}
	if (url.protocol === 'http:' && world.behavior.webhooks.requireHttps) {
		throw verificationFailed('The callback URL must use https.');
	}
	return url;
}

/**
 * Meta's handshake: a `GET` with mode, challenge, and verify token while the subscribing request
 * waits. The callback must answer 200 with the challenge. Throws (#2200) otherwise.
 */
export async function handshake(
	world: World,
	callback: string,
	verifyToken: string,
	parameter: string,
): Promise<void> {
	const url = checkCallbackUrl(world, callback, parameter);
	const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
	url.searchParams.append('hub.mode', 'subscribe');
	url.searchParams.append('hub.challenge', challenge);
	url.searchParams.append('hub.verify_token', verifyToken);
	let answer: { status: number; statusText: string; data: string };
	try {
		answer = await axios.get<string>(url.toString(), {
			headers: { 'User-Agent': 'facebookplatform/1.0 (+http://developers.facebook.com)' },
			timeout: world.behavior.webhooks.timeout,
			responseType: 'text',
			transformResponse: [],
			maxRedirects: 0,
			validateStatus: () => true,
			proxy: false,
		});
	} catch (error) {
		const code = error instanceof AxiosError ? (error.code ?? error.message) : String(error);
		throw verificationFailed(`Couldn't connect to the callback URL (${code}).`);
	}
	if (answer.status !== 200) {
		throw verificationFailed(
			`HTTP Status Code = ${answer.status}; HTTP Message = ${answer.statusText || (STATUS_CODES[answer.status] ?? '')}`,
		);
	}
	if (answer.data !== challenge) {
		throw verificationFailed(
			`Response does not match challenge, expected value="${challenge}", received="${answer.data.slice(0, 100)}"`,
		);
	}
}

export interface OverrideInput {
	override_callback_uri?: unknown;
	verify_token?: unknown;
}

/** Reads and verifies an override; `undefined` if there is none (missing or empty). */
export async function verifiedOverride(
	world: World,
	input: OverrideInput,
): Promise<{ url: string; verifyToken: string } | undefined> {
	const { override_callback_uri: url, verify_token: verifyToken } = input;
	if (url === undefined || url === null || url === '') return undefined;
	if (typeof url !== 'string') {
		throw invalidParameter('Param override_callback_uri must be a string.');
	}
	if (url.length > MAX_OVERRIDE) {
		throw invalidParameter(
			`Param override_callback_uri must be at most ${MAX_OVERRIDE} characters long.`,
		);
	}
	if (typeof verifyToken !== 'string' || verifyToken === '')
		throw parameterRequired('verify_token');
	await handshake(world, url, verifyToken, 'override_callback_uri');
	return { url, verifyToken };
}
