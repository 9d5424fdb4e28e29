import axios, { AxiosError } from 'axios';
import { createHmac, type KeyObject } from 'crypto';
import type { Behavior } from '../../control/types';
import type { World } from '../../world/world';
import type { Flow } from '../flow';
import { seal, unseal } from './envelope';

/** Error types of endpoints, as in webhooks (Meta: "Webhook alerts and endpoint error types"). */
export type EndpointError =
	| 'timeout_error'
	| 'no_http_response_error'
	| 'unexpected_http_status_code'
	| 'response-decryption-error'
	| 'public-key-missing'
	| 'business-decryption-error';

/** How a call is made differently, to test an endpoint. */
export interface CallOptions {
	signature?: Behavior['flows']['signature'];
	/** Cuts the encrypted data in half. */
	truncated?: boolean;
}

/** What came back from an endpoint. */
export interface EndpointAnswer {
	/** HTTP status; 0 without an answer. */
	status: number;
	/** Milliseconds. */
	latency: number;
	/** The decrypted answer to a 200. */
	data?: unknown;
	/** `error_msg` of a 427. */
	message?: string;
	error?: EndpointError;
	/** The error for people. */
	reason?: string;
}

/** Sends one request to a flow's endpoint: encrypted, and signed with the app secret. */
export async function callEndpoint(
	world: World,
	flow: Flow,
	key: KeyObject,
	payload: object,
	{ signature = world.behavior.flows.signature, truncated = false }: CallOptions = {},
): Promise<EndpointAnswer> {
	const { request, exchange } = seal(payload, key);
	if (truncated) {
		const { length } = request.encrypted_flow_data;
		request.encrypted_flow_data = request.encrypted_flow_data.slice(0, Math.floor(length / 8) * 4);
	}
	const body = JSON.stringify(request);
	const start = performance.now();
	const since = () => Math.round(performance.now() - start);
	try {
		const answer = await axios.post<string>(flow.endpointUri ?? '', body, {
			headers: {
				'content-type': 'application/json',
				'user-agent': 'facebookexternalua',
				...signed(world, flow, body, signature),
			},
			timeout: world.behavior.flows.timeout,
			responseType: 'text',
			transformResponse: (text: string) => text,
			validateStatus: () => true,
			maxRedirects: 0,
			maxContentLength: 10 * 1024 * 1024,
			proxy: false,
		});
		return { latency: since(), ...read(answer.status, answer.data, exchange) };
	} catch (error) {
		const code = error instanceof AxiosError ? error.code : undefined;
		const late = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
		return {
			status: 0,
			latency: since(),
			error: late ? 'timeout_error' : 'no_http_response_error',
			reason: late
				? `no answer within ${world.behavior.flows.timeout / 1000} seconds`
				: `no HTTP answer (${code ?? String(error)})`,
		};
	}
}

function read(
	status: number,
	text: string,
	exchange: Parameters<typeof unseal>[1],
): Omit<EndpointAnswer, 'latency'> {
	if (status === 427) return { status, message: errorMessage(text) };
	if (status === 421 || status === 432) return { status };
	if (status !== 200) {
		return { status, error: 'unexpected_http_status_code', reason: `HTTP status ${status}` };
	}
	try {
		return { status, data: unseal(text, exchange) };
	} catch (error) {
		return {
			status,
			error: 'response-decryption-error',
			reason: `the answer cannot be decrypted (${(error as Error).message})`,
		};
	}
}

function errorMessage(text: string): string | undefined {
	try {
		const { error_msg: message } = JSON.parse(text) as { error_msg?: unknown };
		return typeof message === 'string' && message !== '' ? message : undefined;
	} catch {
		return undefined;
	}
}

function signed(
	world: World,
	flow: Flow,
	body: string,
	mode: Behavior['flows']['signature'],
): Record<string, string> {
	if (mode === 'missing') return {};
	const secret = world.directory.apps.get(flow.applicationId ?? '')?.secret ?? '';
	const own = createHmac('sha256', mode === 'valid' ? secret : 'another-app-secret');
	return { 'x-hub-signature-256': `sha256=${own.update(body).digest('hex')}` };
}
