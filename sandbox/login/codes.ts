import { randomBytes } from 'crypto';
import type { AccessToken } from '../world/tokens';
import type { World } from '../world/world';

const SECOND = 1000;
/** A code of the JavaScript SDK (Embedded Signup) expires after 30 seconds. */
const SDK_CODE_LIFETIME = 30 * SECOND;
/** A code of the login dialog expires after 10 minutes. */
const DIALOG_CODE_LIFETIME = 600 * SECOND;

/** What the person granted: the token without its text and times. */
export type Grant = Pick<AccessToken, 'userId' | 'type' | 'scopes' | 'businessAccountIds'> & {
	/** Milliseconds; 0: never expires. */
	lifetime: number;
};

export interface AuthorizationCode {
	appId: string;
	until: number;
	used: boolean;
	/** The dialog's redirect URI; a code of the JavaScript SDK has none. */
	redirectUri?: string;
	grant: Grant;
}

/** Authorization codes, used ones included, by code. */
export function authorizationCodes(_world: World): Map<string, AuthorizationCode> {
	void _world;
	return new Map();
}

/** A code as Embedded Signup hands it to the page that opened it. */
export function addSdkCode(world: World, appId: string): string {
	return add(world, {
		appId,
		until: world.clock.now() + SDK_CODE_LIFETIME,
		used: false,
		grant: {
			userId: '122000000000002',
			type: 'SYSTEM_USER',
			scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
			businessAccountIds: [world.seed.businessAccountId],
			lifetime: 0,
		},
	});
}

/** A code as the login dialog appends it to the redirect URI. */
export function addDialogCode(
	world: World,
	appId: string,
	redirectUri: string,
	grant: Grant,
): string {
	const until = world.clock.now() + DIALOG_CODE_LIFETIME;
	return add(world, { appId, until, used: false, redirectUri, grant });
}

function add(world: World, entry: AuthorizationCode): string {
	const code = `AQ${randomBytes(60).toString('base64url')}`;
	world.use(authorizationCodes).set(code, entry);
	return code;
}
