import { CloudApiError } from '../../cloud-api/errors/cloudApiError';
import { isErrorEnvelope } from '../../cloud-api/errors/envelope';
import type { TransportRequest, TransportResponse } from '../../cloud-api/transport';
import { proofOf } from './appSecretProof';
import type { Credential } from './credential';
import { privateKeysIn } from './flowKeyOrders';

const HIDDEN = '[hidden]';
/** A shorter secret may be part of ordinary text; it is hidden only as a whole word, in errors. */
const MIN_LENGTH = 8;
/** Names of inputs of Meta's API whose values are secrets. */
const SECRET_INPUTS =
	/^(?:hub\.)?(?:access_token|input_token|fb_exchange_token|client_secret|appsecret_proof|verify_token|pin)$/;
/** Calls whose `code` is a secret; elsewhere it names e.g. a QR code. */
const CODE_CALLS = /\/(?:verify_code|oauth\/access_token)$/;

/** The secrets of a credential, and what is derived from them. */
export function secretsOf({
	accessToken,
	appSecret,
	previousAppSecret,
	flowPrivateKey,
}: Pick<
	Credential,
	'accessToken' | 'appSecret' | 'previousAppSecret' | 'flowPrivateKey'
>): string[] {
	const proof =
		appSecret !== '' && accessToken !== '' ? proofOf(appSecret, accessToken).appsecret_proof : '';
	const keys = privateKeysIn(flowPrivateKey);
	return [accessToken, appSecret, previousAppSecret, proof, ...keys].filter(
		(secret) => secret !== '',
	);
}

/** Replaces secrets in what comes back for one request; see {@link secretFilter}. */
export interface SecretFilter {
	response(response: TransportResponse): TransportResponse;
	error(error: unknown): unknown;
}

/**
 * The one place through which every answer and error of every transport passes. It hides, by exact
 * match, the secrets of the credential and those that the request itself contains (PIN, code, verify token,
 * proof), also URL-encoded. The `access_token` that Meta returns for an exchange is kept.
 */
export function secretFilter(secrets: string[], request: TransportRequest): SecretFilter {
	const isSecret = (name: string) =>
		SECRET_INPUTS.test(name) || (name === 'code' && CODE_CALLS.test(request.url));
	const ofRequest = [request.query, request.body].flatMap((input) => secretsIn(input, isSecret));
	const all = [...new Set([...secrets, ...ofRequest])];
	const long = all.filter((secret) => secret.length >= MIN_LENGTH).flatMap(spellings);
	const short = all.filter((secret) => secret.length < MIN_LENGTH && secret.length >= 4);
	const inAnswer = (text: string) =>
		long.reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text);
	const inError = (text: string) =>
		short.reduce((hidden, secret) => replaceWord(hidden, secret), inAnswer(text));
	return {
		response: (response) => {
			const hide = response.status >= 400 || isErrorEnvelope(response.body) ? inError : inAnswer;
			const body = mapTexts(response.body, hide);
			return body === response.body ? response : { ...response, body };
		},
		error: (error) => hideIn(error, inError),
	};
}

function spellings(secret: string): string[] {
	return [...new Set([secret, encodeURIComponent(secret), encodeURI(secret)])].sort(
		(a, b) => b.length - a.length,
	);
}

/** Only where no letter or digit adjoins: six digits may be part of an ID. */
function replaceWord(text: string, word: string): string {
	const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`, 'g'), HIDDEN);
}

function secretsIn(value: unknown, isSecret: (name: string) => boolean, depth = 0): string[] {
	if (!isPlain(value) || depth > 4) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		isSecret(name) && (typeof inner === 'string' || typeof inner === 'number')
			? [String(inner)]
			: secretsIn(inner, isSecret, depth + 1),
	);
}

/** The same value when no text changes. */
function mapTexts(value: unknown, map: (text: string) => string): unknown {
	if (typeof value === 'string') return map(value);
	if (Array.isArray(value)) {
		const mapped = value.map((inner) => mapTexts(inner, map));
		return mapped.every((inner, index) => inner === value[index]) ? value : mapped;
	}
	if (!isPlain(value)) return value;
	let changed = false;
	const mapped = Object.entries(value).map(([name, inner]): [string, unknown] => {
		const entry: [string, unknown] = [
			map(name),
			name === 'access_token' ? inner : mapTexts(inner, map),
		];
		changed ||= entry[0] !== name || entry[1] !== inner;
		return entry;
	});
	return changed ? Object.fromEntries(mapped) : value;
}

function hideIn(error: unknown, hide: (text: string) => string): unknown {
	if (!(error instanceof Error)) return error;
	error.message = hide(error.message);
	if (error instanceof CloudApiError) {
		Object.assign(error, { description: hide(error.description) });
		for (const [name, value] of Object.entries(error.details)) {
			error.details[name] = mapTexts(value, hide);
		}
	}
	return error;
}

function isPlain(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
