import { createHmac } from 'crypto';
import type { World } from '../../world/world';
import type { PhoneNumber } from '../../world/directory';
import { signedKeyOf } from '../encryption';
import type { Flow, FlowAsset } from '../flow';
import type { FlowJson } from '../play/flowJson';
import { mismatch } from '../rules/dataModel';
import { callEndpoint, type EndpointAnswer } from './call';
import { recordRequest } from './monitoring';

/** A request of a screen to the endpoint. */
export interface ExchangeRequest {
	action: 'INIT' | 'BACK' | 'data_exchange';
	/** The screen that asks. */
	screen?: string;
	data: Record<string, unknown>;
	token: string;
}

/** What a screen does with the endpoint's answer. */
export type ExchangeOutcome =
	| { next: 'screen'; screen: string; data: Record<string, unknown>; message?: string }
	| { next: 'end'; params: Record<string, unknown> }
	/** 427: the token is no longer valid. */
	| { next: 'expired'; message?: string }
	/** `error` is Meta's error type; `reason` is for developers. */
	| { next: 'error'; error: string; reason: string };

interface Target {
	world: World;
	number: PhoneNumber;
	flow: Flow;
	asset: FlowAsset & { json: FlowJson };
}

/**
 * Asks the endpoint of a flow. After 421, the key is read again and the request repeated once. An
 * answer that does not fit the Flow JSON is an error, which the endpoint is told.
 */
export async function exchange(target: Target, request: ExchangeRequest): Promise<ExchangeOutcome> {
	const { world, flow } = target;
	let answer = await ask(target, request);
	if (answer && answer.status === 421) answer = await ask(target, request);
	const outcome = answer ? outcomeOf(target, request, answer) : noKey();
	recordRequest(
		world,
		flow,
		answer?.latency ?? 0,
		outcome.next === 'error' ? outcome.error : undefined,
	);
	if (outcome.next === 'error' && answer?.status === 200) {
		void notify(target, request, outcome);
	}
	return outcome;
}

async function ask(target: Target, request: ExchangeRequest): Promise<EndpointAnswer | undefined> {
	const { world, number, flow } = target;
	const key = signedKeyOf(world, number);
	return key && (await callEndpoint(world, flow, key, payloadOf(target, request)));
}

function payloadOf({ world, flow, asset }: Target, request: ExchangeRequest): object {
	const { action, screen, data, token } = request;
	const version = asset.dataApiVersion ?? '3.0';
	return {
		version,
		action,
		...(screen === undefined ? {} : { screen }),
		data,
		flow_token: token,
		...(version === '3.0' ? {} : { flow_token_signature: tokenSignature(world, flow, token) }),
	};
}

/** A JWT (HS256) of the flow token, signed with the app secret. */
function tokenSignature(world: World, { applicationId }: Flow, token: string): string {
	const secret = world.directory.apps.get(applicationId ?? '')?.secret ?? '';
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ flow_token: token, iat: world.clock.seconds() })}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const noKey = (): ExchangeOutcome => ({
	next: 'error',
	error: 'public-key-missing',
	reason: 'The phone number has no signed public key.',
});

function outcomeOf(
	target: Target,
	request: ExchangeRequest,
	answer: EndpointAnswer,
): ExchangeOutcome {
	if (answer.status === 427) {
		return { next: 'expired', ...(answer.message ? { message: answer.message } : {}) };
	}
	if (answer.status === 421) {
		return {
			next: 'error',
			error: 'business-decryption-error',
			reason:
				'The endpoint answered 421 twice: it cannot decrypt the request with its private key.',
		};
	}
	if (answer.status === 432) {
		return {
			next: 'error',
			error: 'unexpected_http_status_code',
			reason: 'The endpoint answered 432: it does not accept the signature.',
		};
	}
	if (answer.error) {
		return { next: 'error', error: answer.error, reason: `The endpoint failed: ${answer.reason}.` };
	}
	return read(target, request, answer.data);
}

function read(target: Target, request: ExchangeRequest, answer: unknown): ExchangeOutcome {
	const wrong = (reason: string): ExchangeOutcome => ({
		next: 'error',
		error: 'payload-schema-error',
		reason,
	});
	const { screen, data } = (answer ?? {}) as { screen?: unknown; data?: unknown };
	if (typeof screen !== 'string') return wrong('The answer has no screen.');
	if (data === null || typeof data !== 'object' || Array.isArray(data)) {
		return wrong('The answer has no data object.');
	}
	const values = data as Record<string, unknown>;
	if (screen === 'SUCCESS') {
		const params = (values.extension_message_response as { params?: unknown } | undefined)?.params;
		const token = (params as { flow_token?: unknown } | undefined)?.flow_token;
		if (typeof token !== 'string') {
			return wrong('The end needs data.extension_message_response.params with flow_token.');
		}
		return { next: 'end', params: params as Record<string, unknown> };
	}
	const { json } = target.asset;
	const found = json.screens.find(({ id }) => id === screen);
	const routes = json.routing_model ?? {};
	const allowed =
		request.screen === undefined ||
		screen === request.screen ||
		routes[request.screen]?.includes(screen) ||
		(request.action === 'BACK' && routes[screen]?.includes(request.screen));
	if (!found || !allowed) {
		return {
			next: 'error',
			error: 'invalid-screen-transition',
			reason: found
				? `The routing model has no route from ${request.screen} to ${screen}.`
				: `The Flow JSON has no screen ${screen}.`,
		};
	}
	const { error_message: message, ...rest } = values;
	const stays = screen === request.screen && typeof message === 'string';
	for (const [name, model] of Object.entries(found.data ?? {})) {
		if (rest[name] === undefined) {
			if (stays) continue;
			return wrong(`The data of screen ${screen} lacks ${name}.`);
		}
		const problem = mismatch(rest[name], model, name);
		if (problem) return wrong(`The data of screen ${screen} does not fit: ${problem}`);
	}
	const known = Object.entries(rest).filter(([name]) => Object.hasOwn(found.data ?? {}, name));
	return {
		next: 'screen',
		screen,
		data: Object.fromEntries(known),
		...(typeof message === 'string' && message !== '' ? { message } : {}),
	};
}

/** Tells the endpoint what was wrong with its answer. Nobody waits for it. */
async function notify(
	target: Target,
	{ action, screen, token }: ExchangeRequest,
	{ error, reason }: { error: string; reason: string },
): Promise<void> {
	const { world, number, flow, asset } = target;
	const key = signedKeyOf(world, number);
	if (!key) return;
	await callEndpoint(world, flow, key, {
		version: asset.dataApiVersion ?? '3.0',
		action: action === 'INIT' ? 'INIT' : 'data_exchange',
		...(screen === undefined ? {} : { screen }),
		flow_token: token,
		data: { error, error_message: reason },
	});
}
