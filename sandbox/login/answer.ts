import type { World } from '../world/world';
import { addDialogCode, type Grant } from './codes';
import type { Dialog } from './dialog';

const SIXTY_DAYS = 60 * 24 * 3_600_000;
/** The person in front of the dialog, an admin of the business portfolio. */
const ADMIN_USER_ID = '122000000000009';
/** The system user that a configuration creates in the business portfolio. */
const SYSTEM_USER_ID = '122000000000003';

/** What the person chose. */
export interface Consent {
	/** WABAs; `null`: all current and future ones. */
	accountIds: string[] | null;
	declined: string[];
}

/** The redirect after Continue: a code, and the state as it came. */
export function continued(world: World, dialog: Dialog, consent: Consent): string {
	const { app, redirectUri, permissions, returnScopes } = dialog;
	const declined = permissions.filter((scope) => consent.declined.includes(scope));
	const granted = grantedScopes(dialog, declined);
	const grant: Grant = {
		...tokenKind(dialog),
		scopes: granted,
		businessAccountIds: consent.accountIds,
	};
	return redirect(dialog, {
		code: addDialogCode(world, app.id, redirectUri, grant),
		...(returnScopes && {
			granted_scopes: granted.join(','),
			denied_scopes: declined.join(','),
		}),
	});
}

/** The redirect after Cancel, as Meta's page on the manual login flow shows it. */
export function cancelled(dialog: Dialog): string {
	return redirect(dialog, {
		error: 'access_denied',
		error_code: '200',
		error_description: 'Permissions error',
		error_reason: 'user_denied',
	});
}

/** A configuration's permissions are granted together or not at all; `public_profile` always is. */
function grantedScopes({ permissions, configuration }: Dialog, declined: string[]): string[] {
	if (configuration) {
		const kept = declined.length > 0 ? [] : permissions;
		return configuration.tokenType === 'USER' ? withProfile(kept) : kept;
	}
	return withProfile(permissions.filter((scope) => !declined.includes(scope)));
}

function withProfile(scopes: string[]): string[] {
	return [...new Set([...scopes, 'public_profile'])];
}

function tokenKind({ configuration }: Dialog): Pick<Grant, 'userId' | 'type' | 'lifetime'> {
	if (configuration?.tokenType !== 'SYSTEM_USER') {
		return { userId: ADMIN_USER_ID, type: 'USER', lifetime: SIXTY_DAYS };
	}
	const lifetime = configuration.expiration === 'never' ? 0 : SIXTY_DAYS;
	return { userId: SYSTEM_USER_ID, type: 'SYSTEM_USER', lifetime };
}

/** Facebook appends `#_=_` to every redirect. */
function redirect({ redirectUri, state }: Dialog, values: Record<string, string>): string {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
	if (state !== undefined) url.searchParams.set('state', state);
	url.hash = '_=_';
	return url.toString();
}
