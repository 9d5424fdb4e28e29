import { record, records, textOf, texts } from '../answers';
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
	const answer = await graph
		.get('debug_token', { input_token: token }, { authentication: asApp ? 'app' : 'bearer' })
		.catch((error: unknown) => Promise.reject(asApp ? wrongApp(error) : error));
	const data = record(answer.data);
	if (typeof data.is_valid !== 'boolean') throw notInspected();
	const granular = records(data.granular_scopes);
	const number = (name: string) => (typeof data[name] === 'number' ? data[name] : undefined);
	const { code, subcode, message } = record(data.error);
	return {
		valid: data.is_valid,
		type: textOf(data.type),
		appId: textOf(data.app_id),
		appName: textOf(data.application),
		expiresAt: number('expires_at') ?? 0,
		dataAccessExpiresAt: number('data_access_expires_at'),
		issuedAt: number('issued_at'),
		scopes: Array.isArray(data.scopes)
			? texts(data.scopes)
			: texts(granular.map(({ scope }) => scope)),
		businessAccountIds: texts(
			granular.find(({ scope }) => scope === 'whatsapp_business_management')?.target_ids,
		),
		...(data.error !== undefined && {
			rejection: {
				code: typeof code === 'number' ? code : undefined,
				subcode: typeof subcode === 'number' ? subcode : undefined,
				message: textOf(message) ?? 'Meta gave no reason',
			},
		}),
	};
}

/** Nothing that Meta did not say is known about the token. */
function notInspected(): UnexpectedAnswerError {
	return new UnexpectedAnswerError(
		'Meta did not say whether the access token is valid',
		'Try again. If that does not help, check the Base URL of the credential.',
		200,
		'',
	);
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
	const answer = await graph.get('oauth/access_token', query, {
		authentication: 'none',
	});
	const accessToken = textOf(answer.access_token);
	if (accessToken === undefined) {
		throw new UnexpectedAnswerError(
			'The response to the exchange contains no token',
			'Nothing was changed. Try again. If that does not help, check the Base URL of the credential.',
			200,
			'',
		);
	}
	return {
		accessToken,
		expiresAt: Number(answer.expires_in) > 0 ? now + Number(answer.expires_in) : 0,
	};
}
