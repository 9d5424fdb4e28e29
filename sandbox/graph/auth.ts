import { createHmac, timingSafeEqual } from 'crypto';
import type { App } from '../world/directory';
import type { AccessToken } from '../world/tokens';
import type { World } from '../world/world';
import { GraphError, invalidParameter } from './errors';

/** The caller: an app (by its secret), or a user or system user of an app. */
export type Caller =
	| { kind: 'app'; app: App; token: string }
	| { kind: 'user'; app: App; token: string; access: AccessToken };

function tokenRejected(message: string, subcode?: number): GraphError {
	return new GraphError({ code: 190, status: 401, message, ...(subcode ? { subcode } : {}) });
}

/** A time as the Graph API formats it in error messages. */
function readable(time: number): string {
	return new Date(time).toUTCString().replace('GMT', 'UTC');
}

const SUBCODE_TEXT: Record<number, string> = {
	458: 'Error validating access token: The user has not authorized application.',
	459: 'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
	460: 'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
	464: 'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
	467: 'Error validating access token: The session was invalidated explicitly using an API call.',
	492: 'Error validating access token: Session does not match current stored session.',
};

/** The bare token from `Authorization: Bearer …` / `OAuth …` or `?access_token=`. */
export function tokenOf(
	authorization: string | undefined,
	params: Record<string, unknown>,
): string | undefined {
	const match = /^(?:Bearer|OAuth)\s+(.*)$/i.exec(authorization ?? '');
	if (match) return match[1].trim();
	return typeof params.access_token === 'string' ? params.access_token : undefined;
}

/** The caller of a token. Throws 104 without a token, and 190 (HTTP 401) for an invalid one. */
export function authenticate(world: World, token: string | undefined): Caller {
	if (!token) {
		throw new GraphError({
			code: 104,
			status: 400,
			message: 'An access token is required to request this resource.',
		});
	}
	if (token.includes('|')) return authenticateApp(world, token);
	const access = world.tokens.find(token);
	const app = access && world.directory.apps.get(access.appId);
	if (!access || !app) {
		throw tokenRejected(
			token.startsWith('EAA')
				? 'Invalid OAuth access token - Cannot parse access token'
				: 'Invalid OAuth access token data.',
		);
	}
	if (access.invalidSubcode !== undefined) {
		throw tokenRejected(
			SUBCODE_TEXT[access.invalidSubcode] ?? 'Error validating access token.',
			access.invalidSubcode,
		);
	}
	const now = world.clock.now();
	if (access.expiresAt !== 0 && access.expiresAt <= now) {
		throw tokenRejected(
			`Error validating access token: Session has expired on ${readable(access.expiresAt)}. The current time is ${readable(now)}.`,
			463,
		);
	}
	return { kind: 'user', app, token, access };
}

function authenticateApp(world: World, token: string): Caller {
	const [appId, secret] = token.split('|');
	const app = world.directory.apps.get(appId);
	if (!app)
		throw tokenRejected(
			'Invalid OAuth access token - Cannot get application info due to a system error.',
		);
	if (!equal(app.secret, secret)) {
		throw tokenRejected('Invalid OAuth access token signature.');
	}
	return { kind: 'app', app, token };
}

function equal(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}

/** Checks `appsecret_proof` if it is present, and requires it if the app enforces it. */
export function checkProof(world: World, caller: Caller, proof: unknown): void {
	if (caller.kind === 'app') return;
	if (proof === undefined) {
		if (!world.behavior.requireAppSecretProof) return;
		throw invalidParameter('API calls from the server require an appsecret_proof argument', {
			type: 'GraphMethodException',
		});
	}
	const expected = createHmac('sha256', caller.app.secret).update(caller.token).digest('hex');
	if (!equal(expected, String(proof))) {
		throw invalidParameter('Invalid appsecret_proof provided in the API argument', {
			type: 'GraphMethodException',
		});
	}
}

/** Throws `(#200)` / `(#10)` unless the caller has the permission. */
export function requireScope(caller: Caller, scope: string): void {
	if (caller.kind === 'user' && caller.access.scopes.includes(scope)) return;
	if (scope === 'whatsapp_business_messaging') {
		throw new GraphError({
			code: 200,
			status: 403,
			message:
				'(#200) You do not have the necessary permissions required to send messages on behalf of this WhatsApp Business Account',
		});
	}
	throw new GraphError({
		code: 200,
		status: 403,
		message: `(#200) Requires ${scope} permission to manage the object`,
	});
}

/** Whether a caller can access a WABA, and with it its numbers, templates, and media. */
export function reachesAccount(world: World, caller: Caller, accountId: string): boolean {
	const account = world.directory.accounts.get(accountId);
	if (!account) return false;
	if (caller.kind === 'app') return account.businessId === caller.app.businessId;
	const { businessAccountIds } = caller.access;
	return businessAccountIds === null
		? account.businessId === caller.app.businessId
		: businessAccountIds.includes(accountId);
}
