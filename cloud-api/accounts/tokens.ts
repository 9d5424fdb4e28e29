import { GraphError, InvalidInputError, UnexpectedAnswerError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';

/** What `GET /debug_token` returns about a token (Meta: access tokens). */
export interface TokenFacts {
	valid: boolean;
	/** E.g. `SYSTEM_USER`, `USER`; absent when Meta does not say. */
	type?: string;
	appId?: string;
	appName?: string;
	/** Unix seconds; 0 means never. */
	expiresAt: number;
	/** Unix seconds until which the user's consent to read data is valid; 0 or absent means without limit. */
	dataAccessExpiresAt?: number;
	issuedAt?: number;
	scopes: string[];
	/** WhatsApp Business Account IDs that the token is limited to; empty means all accounts of its user. */
	businessAccountIds: string[];
	/** Why it is not valid, in Meta's text with code and subcode. */
	rejection?: { code?: number; subcode?: number; message: string };
}

interface DebugToken {
	data?: {
		is_valid?: boolean;
		type?: string;
		app_id?: string | number;
		application?: string;
		expires_at?: number;
		data_access_expires_at?: number;
		issued_at?: number;
		scopes?: string[];
		granular_scopes?: Array<{ scope: string; target_ids?: string[] }>;
		error?: { code?: number; subcode?: number; message?: string };
	};
}

/** Codes with which Meta rejects the credentials of an app: wrong secret, unknown app. */
export const APP_REJECTED: ReadonlySet<number> = new Set([1, 101, 190]);

/** The permissions this package requires: the first to send, the second to manage. */
export const NEEDED_SCOPES = [
	'whatsapp_business_messaging',
	'whatsapp_business_management',
] as const;

/**
 * Asks Meta about a token.
 *
 * @param asApp authenticate with app ID and secret, which also works for an expired token; otherwise the
 *   token inspects itself
 */
export async function inspectToken(
	graph: GraphApi,
	token: string,
	asApp: boolean,
): Promise<TokenFacts> {
	const { data = {} } = await graph
		.get<DebugToken>(
			'debug_token',
			{ input_token: token },
			{ authentication: asApp ? 'app' : 'bearer' },
		)
		.catch((error: unknown) => Promise.reject(asApp ? wrongApp(error) : error));
	const granular = data.granular_scopes ?? [];
	return {
		valid: data.is_valid ?? false,
		type: data.type,
		appId: data.app_id === undefined ? undefined : String(data.app_id),
		appName: data.application,
		expiresAt: data.expires_at ?? 0,
		dataAccessExpiresAt: data.data_access_expires_at,
		issuedAt: data.issued_at,
		scopes: data.scopes ?? granular.map(({ scope }) => scope),
		businessAccountIds:
			granular.find(({ scope }) => scope === 'whatsapp_business_management')?.target_ids ?? [],
		rejection: data.error && {
			code: data.error.code,
			subcode: data.error.subcode,
			message: data.error.message ?? 'Meta gave no reason',
		},
	};
}

/** A rejected app call concerns the App ID and App Secret. An app can inspect only its own tokens. */
function wrongApp(error: unknown): unknown {
	if (error instanceof GraphError && /match the viewing app/i.test(error.envelope.message)) {
		return new InvalidInputError(
			'credential.appId',
			'The access token belongs to another app than the App ID of the credential',
			'Generate the token with this app, or enter the ID and secret of the app that the token was made for.',
		);
	}
	if (!(error instanceof GraphError) || !APP_REJECTED.has(error.envelope.code ?? 0)) return error;
	return new InvalidInputError(
		'credential.appSecret',
		'App ID and App Secret do not belong together',
		'Copy both again from App dashboard → App settings → Basic.',
	);
}

export interface NewToken {
	accessToken: string;
	/** Unix seconds; 0 means never. */
	expiresAt: number;
}

interface TokenAnswer {
	access_token?: string;
	expires_in?: number;
}

export interface AppIdentity {
	appId: string;
	appSecret: string;
}

/**
 * Renews a token that is still valid, for another 60 days: a long-lived user token or an expiring system
 * user token. Meta rejects an expired one (190).
 *
 * @param now Unix seconds, from which the new expiry is counted
 */
export async function renewToken(
	graph: GraphApi,
	app: AppIdentity,
	token: string,
	facts: Pick<TokenFacts, 'type'>,
	now: number,
): Promise<NewToken> {
	return await requestToken(graph, now, {
		grant_type: 'fb_exchange_token',
		client_id: app.appId,
		client_secret: app.appSecret,
		fb_exchange_token: token,
		...(facts.type !== 'USER' && { set_token_expires_in_60_days: 'true' }),
	});
}

/**
 * Exchanges the authorization code of an Embedded Signup for a token; a code is valid for 30 seconds.
 *
 * @param redirectUri only for codes of a redirect login; codes of the JavaScript SDK have none
 */
export async function exchangeCode(
	graph: GraphApi,
	app: AppIdentity,
	code: string,
	redirectUri: string | undefined,
	now: number,
): Promise<NewToken> {
	if (code.trim() === '') {
		throw new InvalidInputError(
			'code',
			'The authorization code is empty',
			'Pass the "code" that Meta\'s Embedded Signup returned. It is valid for 30 seconds.',
		);
	}
	return await requestToken(graph, now, {
		client_id: app.appId,
		client_secret: app.appSecret,
		code: code.trim(),
		...(redirectUri && { redirect_uri: redirectUri }),
	});
}

async function requestToken(
	graph: GraphApi,
	now: number,
	query: Record<string, string>,
): Promise<NewToken> {
	const answer = await graph.get<TokenAnswer>('oauth/access_token', query, {
		authentication: 'none',
	});
	if (!answer.access_token) {
		throw new UnexpectedAnswerError(
			'The answer to the exchange contains no token',
			'Nothing was changed. Try again. If that does not help, check the Base URL of the credential.',
			200,
			'',
		);
	}
	return {
		accessToken: answer.access_token,
		expiresAt: answer.expires_in ? now + answer.expires_in : 0,
	};
}
