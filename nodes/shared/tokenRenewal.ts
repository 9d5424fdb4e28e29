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
import { lacksProof, noteRequiredProof, proofOf, requiresProof } from './appSecretProof';
import { authorizationHeader, type Ticket } from './authorization';
import { tidyCredential, type Credential } from './credential';
import { testCredential } from './credentialTest';
import { sha256Hex } from './digest';
import { fieldWithNewKey, isFlowKeyMade } from './flowKeyOrders';
import { secretsOf } from './hideSecrets';
import { httpTransport } from './httpTransport';

/** Days before its expiry at which a token is renewed on use. */
const RENEW_BEFORE_DAYS = 7;
const DAY_SECONDS = 86_400;
/** How long this process remembers what it learned about a token, and that a renewal was rejected. */
const REMEMBER_MS = 3_600_000;
const REMEMBER_REJECTION_MS = 30_000;
/** Tokens remembered at most; a process serves few credentials. */
const MAX_TOKENS = 500;

/** What `authenticate` requests from the next `preAuthentication`. */
export type TokenAction = 'check' | 'renew' | 'test' | 'flowKey';

interface PendingAction {
	action: TokenAction;
	ticket?: Ticket;
	order?: string;
}

interface Attempt {
	until: number;
	outcome: Promise<IDataObject>;
	settled: boolean;
	/** Whether n8n was given the outcome, to store it. */
	returned: boolean;
}

const pendingActions = new WeakMap<object, PendingAction>();
const performed = new WeakMap<object, Set<TokenAction>>();
const attempts = new Map<string, Attempt>();

/**
 * @param ticket of the request, where it is one of our own transport
 * @param order of a flow key, see `flowKeyOrders.ts`
 */
export function requestAction(
	credentials: object,
	action: TokenAction,
	ticket?: Ticket,
	order?: string,
): void {
	pendingActions.set(credentials, { action, ticket, order });
}

/** Whether `preAuthentication` has already performed this action for this very request. */
export function wasPerformed(credentials: object, action: TokenAction): boolean {
	return performed.get(credentials)?.has(action) === true;
}

/** Identifies a token without revealing it. */
export function fingerprint(token: string): string {
	return sha256Hex(token).slice(0, 16);
}

/** Whether the token can be renewed and is either unknown yet or expires soon. */
export function needsAttention(credential: Credential): boolean {
	if (!isRenewable(credential)) return false;
	const own = fingerprint(credential.accessToken);
	const state = stateOf(credential, own);
	if (state !== undefined) return expiresSoon(state);
	return recall(own)?.returned !== true;
}

/**
 * n8n calls this when `authenticate` requested an action; it also calls it before the first request of a
 * new credential, which is left to `authenticate`. n8n stores the result in the credential.
 *
 * Concurrent requests cause one check and one renewal. A check that fails never keeps a message from being
 * sent; only a requested renewal reports its failure.
 *
 * While Meta answers, a person may paste another token, which the result must not replace. So a request of
 * our own transport is sent again (see {@link Ticket.renewed}), and only what is already known is stored.
 */
export async function preAuthentication(
	this: IHttpRequestHelper,
	stored: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const pending = pendingActions.get(stored);
	if (!pending) return {};
	pendingActions.delete(stored);
	const { action, ticket, order } = pending;
	if (action === 'flowKey') return await withFlowKey(tidyCredential(stored), String(order), ticket);
	performed.set(stored, (performed.get(stored) ?? new Set<TokenAction>()).add(action));
	const credential = tidyCredential(stored);
	const graph = graphOfHelper(this, credential);
	if (action === 'test') await testCredential(graph, credential);

	const own = fingerprint(credential.accessToken);
	if (action !== 'renew' && !isRenewable(credential)) return { expiryState: encode(own) };
	const key = action === 'renew' ? `${own}:renew` : own;
	const attempt =
		recall(key) ??
		remember(
			key,
			action === 'renew'
				? renew(graph, credential)
				: check(graph, credential, own).catch(() => ({ expiryState: encode(own) })),
		);
	const known = attempt.settled;
	const outcome = await attempt.outcome;
	if (ticket && !known) {
		ticket.renewed = true;
		throw new Error('The request is sent again with the stored token');
	}
	attempt.returned = true;
	return outcome;
}

/**
 * The credential's fields with a new flow key. A new key takes a moment to make, so the request is sent
 * again first, as after a renewal, and the made key is stored without delay.
 */
async function withFlowKey(
	{ accessToken, expiryState, flowPrivateKey }: Credential,
	order: string,
	ticket: Ticket | undefined,
): Promise<IDataObject> {
	const known = isFlowKeyMade(order);
	const field = await fieldWithNewKey(order, flowPrivateKey);
	if (ticket && !known) {
		ticket.renewed = true;
		throw new Error('The request is sent again with the stored credential');
	}
	// n8n stores a result only when the expirable field is part of it.
	return { expiryState: expiryState || encode(fingerprint(accessToken)), flowPrivateKey: field };
}

async function check(graph: GraphApi, credential: Credential, own: string): Promise<IDataObject> {
	const known = stateOf(credential, own);
	const facts = known ?? (await inspectToken(graph, credential.accessToken, true));
	if (expiresSoon(facts)) return await renew(graph, credential, facts);
	return { expiryState: encode(own, facts) };
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
			'The access token does not expire, so it cannot be renewed',
			'Keep it. Only tokens that expire (60 days) can be renewed.',
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

function recall(key: string): Attempt | undefined {
	const attempt = attempts.get(key);
	return attempt && Date.now() < attempt.until ? attempt : undefined;
}

function remember(key: string, outcome: Promise<IDataObject>): Attempt {
	if (attempts.size >= MAX_TOKENS) {
		const [oldest] = attempts.keys();
		attempts.delete(oldest);
	}
	const attempt: Attempt = {
		until: Date.now() + REMEMBER_MS,
		outcome,
		settled: false,
		returned: false,
	};
	attempts.set(key, attempt);
	outcome.then(
		() => (attempt.settled = true),
		() => (attempt.until = Date.now() + REMEMBER_REJECTION_MS),
	);
	return attempt;
}

function isRenewable(credential: Credential): boolean {
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

function expiresSoon(state: TokenState | undefined): boolean {
	if (!state || state.expiresAt === 0) return false;
	const left = state.expiresAt - Date.now() / 1000;
	return left > 0 && left < RENEW_BEFORE_DAYS * DAY_SECONDS;
}

/** What the hidden field of the credential says about the token that is in it now. */
function stateOf({ expiryState }: Credential, own: string): TokenState | undefined {
	const [print, expiresAt, type] = expiryState.split(' ');
	return print === own && expiresAt ? { expiresAt: Number(expiresAt), type } : undefined;
}

function encode(print: string, state?: TokenState): string {
	return state ? `${print} ${state.expiresAt} ${state.type ?? ''}`.trim() : print;
}

function graphOfHelper(helper: IHttpRequestHelper, credential: Credential): GraphApi {
	const { accessToken, appId, appSecret } = credential;
	const plain = httpTransport({
		send: async (request: IHttpRequestOptions) => await helper.helpers.httpRequest(request),
		authorize: (authentication) => authorizationHeader(authentication, credential),
		secrets: secretsOf(credential),
	});
	const send: Transport = async (request) =>
		await plain(
			request.authentication === 'bearer' && requiresProof(credential)
				? { ...request, query: { ...request.query, ...proofOf(appSecret, accessToken) } }
				: request,
		);
	return new GraphApi({
		transport: async (request) => {
			const response = await send(request);
			if (appSecret === '' || requiresProof(credential) || !lacksProof(response)) return response;
			noteRequiredProof(appId);
			return await send(request);
		},
		baseUrl: credential.baseUrl,
		version: credential.graphVersion,
	});
}
