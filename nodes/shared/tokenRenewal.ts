import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { inspectToken, renewToken } from '../../cloud-api/accounts/tokens';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import { GraphApi } from '../../cloud-api/graph';
import type { Transport } from '../../cloud-api/transport';
import { asksForProof, demandsProof, noteDemand, proofOf } from './appSecretProof';
import { authorizationHeader } from './authorization';
import { httpTransport } from './httpTransport';
import { tidyCredential, type Credential } from './credential';
import { sha256Hex } from './digest';
import { testCredential } from './credentialTest';

/** Days before its end at which a token is renewed on use. */
const RENEW_BEFORE_DAYS = 7;
const DAY_SECONDS = 86_400;
/** How long this process remembers what came of looking at a token, and that a renewal was refused. */
const REMEMBER_MS = 3_600_000;
const REMEMBER_REFUSAL_MS = 30_000;
/** Tokens remembered at most; a process serves few credentials. */
const REMEMBERED_TOKENS = 500;

/** What `authenticate` wants of the next `preAuthentication`. */
export type Wish = 'attention' | 'renew' | 'test';

const wishes = new WeakMap<object, Wish>();
const served = new WeakMap<object, Set<Wish>>();
const attempts = new Map<string, { until: number; outcome: Promise<IDataObject> }>();

export function askFor(credentials: object, wish: Wish): void {
	wishes.set(credentials, wish);
}

/** Whether `preAuthentication` has already served this wish for this very request. */
export function wasServed(credentials: object, wish: Wish): boolean {
	return served.get(credentials)?.has(wish) === true;
}

/** Names a token without telling it. */
export function fingerprint(token: string): string {
	return sha256Hex(token).slice(0, 16);
}

/** Whether the token is one that we may renew and either unknown yet or near its end. */
export function wantsAttention(stored: ICredentialDataDecryptedObject): boolean {
	const credential = tidyCredential(stored);
	if (!renewable(credential)) return false;
	const own = fingerprint(credential.accessToken);
	const state = ownState(stored, own);
	if (state !== undefined) return nearEnd(state);
	return recall(own) === undefined;
}

/**
 * n8n calls this before it sends with a credential that was never looked at, that is being tested, or
 * for which `authenticate` asked. What it returns is stored in the credential.
 *
 * Many requests at once cause one look and one renewal. A look that comes to nothing never keeps a
 * message from being sent; only a renewal that was asked for fails aloud.
 */
export async function preAuthentication(
	this: IHttpRequestHelper,
	stored: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const wish = wishes.get(stored) ?? 'attention';
	wishes.delete(stored);
	served.set(stored, (served.get(stored) ?? new Set<Wish>()).add(wish));
	const credential = tidyCredential(stored);
	const graph = graphOfHelper(this, credential);
	if (wish === 'test') await testCredential(graph, credential);

	const own = fingerprint(credential.accessToken);
	if (wish !== 'renew' && !renewable(credential)) return { expiryState: encode(own) };
	const key = wish === 'renew' ? `${own}:renew` : own;
	const remembered = recall(key);
	if (remembered) return await remembered;

	const outcome =
		wish === 'renew'
			? renew(graph, credential)
			: look(graph, credential, ownState(stored, own)).catch(() => ({ expiryState: encode(own) }));
	remember(key, outcome);
	return await outcome;
}

async function look(
	graph: GraphApi,
	credential: Credential,
	known: TokenState | undefined,
): Promise<IDataObject> {
	const facts = known ?? (await inspectToken(graph, credential.accessToken, true));
	if (nearEnd(facts)) return await renew(graph, credential, facts);
	return { expiryState: encode(fingerprint(credential.accessToken), facts) };
}

async function renew(
	graph: GraphApi,
	{ appId, appSecret, accessToken }: Credential,
	known?: TokenState,
): Promise<IDataObject> {
	const facts = known ? { ...known, valid: true } : await inspectToken(graph, accessToken, true);
	if (known === undefined && facts.valid && facts.expiresAt === 0) {
		throw new InvalidInputError(
			'credential.accessToken',
			'The access token has no end, so there is nothing to renew',
			'Leave it as it is. Only tokens with an end (60 days) can be renewed.',
		);
	}
	const now = Math.floor(Date.now() / 1000);
	const renewed = await renewToken(graph, { appId, appSecret }, accessToken, facts, now);
	return {
		accessToken: renewed.accessToken,
		expiryState: encode(fingerprint(renewed.accessToken), {
			expiresAt: renewed.expiresAt,
			type: facts.type,
		}),
	};
}

function recall(key: string): Promise<IDataObject> | undefined {
	const attempt = attempts.get(key);
	return attempt && Date.now() < attempt.until ? attempt.outcome : undefined;
}

function remember(key: string, outcome: Promise<IDataObject>): void {
	if (attempts.size >= REMEMBERED_TOKENS) {
		const [oldest] = attempts.keys();
		attempts.delete(oldest);
	}
	const attempt = { until: Date.now() + REMEMBER_MS, outcome };
	attempts.set(key, attempt);
	outcome.catch(() => {
		attempt.until = Date.now() + REMEMBER_REFUSAL_MS;
	});
}

function renewable(credential: Credential): boolean {
	return (
		credential.accessToken !== '' &&
		credential.appId !== '' &&
		credential.appSecret !== '' &&
		credential.renewAutomatically
	);
}

interface TokenState {
	expiresAt: number;
	type?: string;
}

function nearEnd(state: TokenState | undefined): boolean {
	if (!state || state.expiresAt === 0) return false;
	const left = state.expiresAt - Date.now() / 1000;
	return left > 0 && left < RENEW_BEFORE_DAYS * DAY_SECONDS;
}

/** What the hidden field of the credential says of the token that is in it now. */
function ownState(stored: ICredentialDataDecryptedObject, own: string): TokenState | undefined {
	const [print, expiresAt, type] = String(stored.expiryState ?? '').split(' ');
	return print === own && expiresAt ? { expiresAt: Number(expiresAt), type } : undefined;
}

function encode(print: string, state?: TokenState): string {
	return state ? `${print} ${state.expiresAt} ${state.type ?? ''}`.trim() : print;
}

function graphOfHelper(helper: IHttpRequestHelper, credential: Credential): GraphApi {
	const { accessToken, appId, appSecret } = credential;
	const plain = httpTransport(
		async (request: IHttpRequestOptions) => await helper.helpers.httpRequest(request),
		(way) => authorizationHeader(way, credential),
	);
	const send: Transport = async (request) =>
		await plain(
			request.authentication === 'bearer' && demandsProof(credential)
				? { ...request, query: { ...request.query, ...proofOf(appSecret, accessToken) } }
				: request,
		);
	return new GraphApi({
		transport: async (request) => {
			const response = await send(request);
			if (appSecret === '' || demandsProof(credential) || !asksForProof(response)) return response;
			noteDemand(appId);
			return await send(request);
		},
		baseUrl: credential.baseUrl,
		version: credential.graphVersion,
	});
}
