import type { LoginConfiguration } from '../control/types';
import type { World } from '../world/world';

/** What the app's owner sets under Facebook Login for Business in the App Dashboard. */
export interface LoginSettings {
	/** Valid OAuth Redirect URIs: compared exactly, query string included (strict mode). */
	redirectUris: Set<string>;
	configurations: Map<string, LoginConfiguration>;
	/** Permissions that the person declines. */
	declined: Set<string>;
}

/** The two configurations of the seed's app; their IDs are the same on every start. */
const SEED_CONFIGURATIONS: LoginConfiguration[] = [
	{
		id: '110000000000001',
		name: 'WhatsApp, system user',
		tokenType: 'SYSTEM_USER',
		expiration: 'never',
		permissions: ['whatsapp_business_management', 'whatsapp_business_messaging'],
	},
	{
		id: '110000000000002',
		name: 'WhatsApp, user',
		tokenType: 'USER',
		expiration: '60-days',
		permissions: [
			'whatsapp_business_management',
			'whatsapp_business_messaging',
			'business_management',
		],
	},
];

function allSettings(_world: World): Map<string, LoginSettings> {
	void _world;
	return new Map();
}

/** The login settings of an app. */
export function loginSettings(world: World, appId: string): LoginSettings {
	const all = world.use(allSettings);
	let settings = all.get(appId);
	if (!settings) {
		const known = appId === world.seed.appId ? SEED_CONFIGURATIONS : [];
		settings = {
			redirectUris: new Set(),
			configurations: new Map(known.map((entry) => [entry.id, { ...entry }])),
			declined: new Set(),
		};
		all.set(appId, settings);
	}
	return settings;
}
