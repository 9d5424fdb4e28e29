import { randomBytes } from 'crypto';
import { GraphError } from '../graph/errors';
import type { App } from '../world/directory';
import type { AccessToken } from '../world/tokens';
import type { World } from '../world/world';
import { authorizationCodes } from './codes';

function rejected(message: string, subcode?: number): GraphError {
	return new GraphError({ code: 100, message, ...(subcode && { subcode }) });
}

/**
 * The token of an authorization code. The redirect URI must be identical to the dialog's (36008);
 * a code is used once (36009) and expires (36007). A failed exchange does not use the code.
 */
export function tokenFromCode(
	world: World,
	app: App,
	code: unknown,
	redirectUri: unknown,
): AccessToken {
	const found = world.use(authorizationCodes).get(String(code));
	if (!found || found.appId !== app.id) throw rejected('Invalid verification code format.', 36009);
	if (found.redirectUri !== undefined && (redirectUri === undefined || redirectUri === '')) {
		throw new GraphError({ code: 191, message: 'Missing redirect_uri parameter.' });
	}
	if ((redirectUri ?? '') !== (found.redirectUri ?? '')) {
		throw rejected(
			'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
			36008,
		);
	}
	if (found.used) throw rejected('This authorization code has been used.', 36009);
	const now = world.clock.now();
	if (found.until < now) throw rejected('This authorization code has expired.', 36007);
	found.used = true;
	const { lifetime, ...grant } = found.grant;
	return world.tokens.add({
		...grant,
		token: newToken(),
		appId: app.id,
		issuedAt: now,
		expiresAt: lifetime === 0 ? 0 : now + lifetime,
		...(found.redirectUri !== undefined && { fromDialog: true }),
	});
}

/** A new access token. */
export function newToken(): string {
	return `EAASANDBOX${randomBytes(24).toString('hex')}`;
}
