import { loginSettings } from '../login/settings';
import type { AccessToken } from '../world/tokens';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import type { LoginConfiguration, LoginConfigurationInput, LoginEnd, LoginView } from './types';

interface ForApp {
	appId?: string;
}

/** Control calls for Connect with Facebook: the app's settings, and the end of tokens. */
export function loginControls(call: Call, world: World): void {
	const settings = ({ appId = world.seed.appId }: ForApp) => {
		if (!world.directory.apps.has(appId)) throw new ControlError(`There is no app ${appId}`, 404);
		return loginSettings(world, appId);
	};
	const view = (input: ForApp): LoginView => {
		const { redirectUris, configurations, declined } = settings(input);
		return {
			redirectUris: [...redirectUris],
			configurations: [...configurations.values()],
			declined: [...declined],
		};
	};

	call('GET', '/login', (input: ForApp) => view(input));
	call('POST', '/login/redirect-uris', (input: ForApp & { uris: string[] }) => {
		settings(input).redirectUris = new Set(input.uris);
		return view(input);
	});
	call('POST', '/login/configurations', (input: LoginConfigurationInput): LoginConfiguration => {
		const { appId, ...given } = input;
		const id = given.id ?? world.ids.object(1);
		const tokenType = given.tokenType ?? 'SYSTEM_USER';
		if (tokenType === 'USER' && given.expiration === 'never') {
			throw new ControlError('A user token expires after 60 days');
		}
		const configuration: LoginConfiguration = {
			name: `Configuration ${id}`,
			expiration: tokenType === 'USER' ? '60-days' : 'never',
			permissions: ['whatsapp_business_management', 'whatsapp_business_messaging'],
			...given,
			id,
			tokenType,
		};
		settings({ appId }).configurations.set(id, configuration);
		return configuration;
	});
	call('POST', '/login/declined', (input: ForApp & { permissions: string[] }) => {
		settings(input).declined = new Set(input.permissions);
		return view(input);
	});
	call('POST', '/login/end', ({ reason }: { reason: LoginEnd }) => {
		const ended = world.tokens.list().filter((token) => token.fromDialog && end(token, reason));
		if (reason === 'expired') for (const token of ended) token.expiresAt = world.clock.now();
		return { ended: ended.length };
	});
}

const SUBCODES: Partial<Record<LoginEnd, number>> = {
	'password-changed': 460,
	'app-removed': 458,
	'logged-out': 467,
};

/** Invalidates a token for this reason. Returns whether the reason concerns the token. */
function end(token: AccessToken, reason: LoginEnd): boolean {
	if (reason === 'expired') return token.expiresAt !== 0;
	const subcode = SUBCODES[reason];
	if (subcode === undefined) throw new ControlError(`There is no reason ${String(reason)}`);
	if (reason !== 'app-removed' && token.type === 'SYSTEM_USER') return false;
	token.invalidSubcode = subcode;
	return true;
}
