import type { LoginConfiguration } from '../control/types';
import type { App } from '../world/directory';
import type { World } from '../world/world';
import { loginSettings } from './settings';

/** Permissions that a dialog can ask for: those of WhatsApp, and some that apps often add. */
const PERMISSIONS = new Set([
	'whatsapp_business_management',
	'whatsapp_business_messaging',
	'whatsapp_business_manage_events',
	'business_management',
	'public_profile',
	'email',
	'catalog_management',
	'ads_management',
	'ads_read',
	'leads_retrieval',
	'pages_show_list',
	'pages_read_engagement',
]);

/** A valid request for the login dialog. */
export interface Dialog {
	app: App;
	redirectUri: string;
	state?: string;
	/** Classic login asks for these; a configuration fixes them. */
	permissions: string[];
	/** Facebook Login for Business. The permissions are granted together, or none is. */
	configuration?: LoginConfiguration;
	/** Whether the answer names the granted and denied permissions. */
	returnScopes: boolean;
}

/** Why the dialog shows an error page instead: title and text as Meta's page has them. */
export class DialogProblem {
	constructor(
		readonly title: string,
		readonly text: string,
		/** The redirect URI that the app's list does not contain. */
		readonly missingUri?: { appId: string; uri: string },
	) {}
}

type Query = Record<string, string | undefined>;

/** Checks a request for the login dialog in Meta's order: app, redirect URI, then the rest. */
export function readDialog(world: World, query: Query): Dialog | DialogProblem {
	const app = world.directory.apps.get(query.client_id ?? '');
	if (!app) {
		return new DialogProblem(
			'Invalid App ID',
			'The provided app ID does not look like a valid app ID.',
		);
	}
	const redirectUri = query.redirect_uri ?? '';
	const problem =
		redirectProblem(world, app, redirectUri) ??
		responseTypeProblem(query) ??
		(query.config_id ? undefined : scopeProblem(query));
	if (problem) return problem;
	const common = {
		app,
		redirectUri,
		...(query.state !== undefined && { state: query.state }),
		returnScopes: query.return_scopes === 'true',
	};
	if (!query.config_id) return { ...common, permissions: scopesOf(query) };
	const configuration = configurationOf(world, app, query);
	if (configuration instanceof DialogProblem) return configuration;
	return { ...common, configuration, permissions: configuration.permissions };
}

function redirectProblem(world: World, app: App, uri: string): DialogProblem | undefined {
	if (uri === '') {
		return new DialogProblem('Invalid Parameter', 'The parameter redirect_uri is required.');
	}
	const url = URL.canParse(uri) ? new URL(uri) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.hash !== '') {
		return new DialogProblem(
			'Invalid Parameter',
			'redirect_uri isn’t an absolute URI. Check RFC 3986.',
		);
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		return new DialogProblem(
			'Insecure Login Blocked',
			"You can't get an access token or log in to this app from an insecure page. Try re-loading the page as https://",
		);
	}
	if (loginSettings(world, app.id).redirectUris.has(uri)) return undefined;
	return new DialogProblem(
		'URL Blocked',
		"This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth Settings. Make sure Client and Web OAuth Login are on and add all your app domains as Valid OAuth Redirect URIs.",
		{ appId: app.id, uri },
	);
}

/** Addresses of this machine may use http, as Meta allows it for localhost. */
function isLoopback(host: string): boolean {
	return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

function responseTypeProblem({ response_type: type }: Query): DialogProblem | undefined {
	if (type === undefined || type === 'code') return undefined;
	return new DialogProblem('Invalid Parameter', `Unsupported response_type: ${type}`);
}

function scopesOf({ scope }: Query): string[] {
	const asked = (scope ?? '').split(/[\s,]+/).filter(Boolean);
	return [...new Set(asked)];
}

function scopeProblem(query: Query): DialogProblem | undefined {
	if (query.override_default_response_type !== undefined) {
		return new DialogProblem(
			'Invalid Parameter',
			'override_default_response_type can only be used with a config_id.',
		);
	}
	const unknown = scopesOf(query).filter((scope) => !PERMISSIONS.has(scope));
	if (unknown.length === 0) return undefined;
	return new DialogProblem(
		'Invalid Scopes',
		`${unknown.join(', ')}. This message is only shown to developers. Users of your app will ignore these permissions if present. Please read the documentation for valid permissions at: https://developers.facebook.com/docs/facebook-login/permissions`,
	);
}

function configurationOf(world: World, app: App, query: Query): LoginConfiguration | DialogProblem {
	const configuration = loginSettings(world, app.id).configurations.get(query.config_id ?? '');
	if (!configuration) {
		return new DialogProblem(
			'Invalid Configuration',
			'The provided config_id does not belong to a configuration of this app.',
		);
	}
	if (scopesOf(query).length > 0) {
		return new DialogProblem(
			'Invalid Parameter',
			'scope cannot be used together with config_id. The configuration defines the permissions.',
		);
	}
	const overrides = query.override_default_response_type === 'true';
	if (configuration.tokenType === 'SYSTEM_USER' && !overrides) {
		return new DialogProblem(
			'Invalid Parameter',
			'A configuration with a system user access token needs response_type=code and override_default_response_type=true.',
		);
	}
	if (configuration.tokenType === 'USER' && query.override_default_response_type !== undefined) {
		return new DialogProblem(
			'Invalid Parameter',
			'override_default_response_type cannot be used with a configuration with a user access token.',
		);
	}
	return configuration;
}
