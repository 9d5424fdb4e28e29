import { authenticate, requireScope, tokenOf } from '../graph/auth';
import { GraphError, invalidParameter } from '../graph/errors';
import { paginate } from '../graph/paging';
import type { GraphRequest } from '../graph/request';
import type { SandboxApp } from '../graph/routeModule';
import { newToken, tokenFromCode } from '../login/exchange';
import type { App } from '../world/directory';
import type { AccessToken } from '../world/tokens';
import type { World } from '../world/world';

const HOUR = 3_600_000;
const SIXTY_DAYS = 60 * 24 * HOUR;
const DATA_ACCESS = 90 * 24 * HOUR;

/** Inspecting, exchanging, and revoking tokens. */
export function tokenRoutes({ graph }: SandboxApp, world: World): void {
	graph.path('GET', 'me', ({ caller }) =>
		caller.kind === 'app'
			? { id: caller.app.id, name: caller.app.name }
			: {
					id: caller.access.userId,
					name: caller.access.type === 'USER' ? 'Sandbox Admin' : 'Sandbox System User',
				},
	);
	graph.path('GET', 'me/businesses', (request) => {
		requireScope(request.caller, 'business_management');
		const { businesses } = world.directory;
		const own = businesses.get(request.app.businessId);
		return paginate(own ? [own] : [], request, ({ id }) => id);
	});
	graph.path('GET', 'app', ({ app, query }) => {
		const all: Record<string, unknown> = {
			id: app.id,
			name: app.name,
			link: `https://www.facebook.com/games/?app_id=${app.id}`,
		};
		const asked = query.fields?.split(',') ?? ['id', 'name', 'link'];
		return Object.fromEntries(['id', ...asked].map((field) => [field, all[field]]));
	});
	graph.path('GET', 'debug_token', (request) => debug(world, request));
	graph.path('GET', 'oauth/access_token', (request) => exchange(world, request));
	graph.path('POST', 'oauth/access_token', (request) => exchange(world, request));
	graph.path('GET', 'oauth/revoke', (request) => {
		const app = appOf(world, request);
		const token = world.tokens.find(request.required('revoke_token'));
		if (!token || token.appId !== app.id) throw invalidParameter('Invalid parameter');
		token.invalidSubcode = 467;
		return { success: true };
	});
}

/** `debug_token`. The caller is the app (`id|secret`) or a token of the same app. */
function debug(world: World, request: GraphRequest): unknown {
	const input = request.required('input_token');
	const authorization = request.headers.authorization;
	const own = tokenOf(
		typeof authorization === 'string' ? authorization : undefined,
		request.params,
	);
	const caller = authenticate(world, own);
	const token = world.tokens.find(input);
	if (!token) {
		return {
			data: {
				error: { code: 190, message: 'Invalid OAuth access token.' },
				is_valid: false,
				scopes: [],
			},
		};
	}
	if (token.appId !== caller.app.id) {
		throw new GraphError({
			code: 100,
			message: '(#100) The App_id in the input_token did not match the Viewing App',
		});
	}
	const rejection = rejectionOf(world, token);
	return {
		data: {
			app_id: token.appId,
			type: token.type,
			application: world.directory.apps.get(token.appId)?.name,
			data_access_expires_at:
				token.type === 'USER' ? Math.floor((token.issuedAt + DATA_ACCESS) / 1000) : 0,
			expires_at: Math.floor(token.expiresAt / 1000),
			is_valid: rejection === undefined,
			...(rejection && { error: rejection }),
			issued_at: Math.floor(token.issuedAt / 1000),
			scopes: token.scopes,
			granular_scopes: token.scopes
				.filter((scope) => scope !== 'public_profile')
				.map((scope) => ({
					scope,
					...(scope.startsWith('whatsapp_business_') &&
						token.businessAccountIds !== null && { target_ids: token.businessAccountIds }),
				})),
			user_id: token.userId,
		},
	};
}

function rejectionOf(world: World, token: AccessToken) {
	try {
		authenticate(world, token.token);
		return undefined;
	} catch (error) {
		if (!(error instanceof GraphError)) throw error; // eslint-disable-line @n8n/community-nodes/require-node-api-error -- development code, never shipped
		const { code, message, subcode } = error.parts;
		return { code, message, ...(subcode !== undefined && { subcode }) };
	}
}

function exchange(world: World, request: GraphRequest): unknown {
	const { params } = request;
	const app = appOf(world, request);
	const grant = params.grant_type;
	if (grant === 'client_credentials') {
		return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' };
	}
	if (grant === 'fb_exchange_token') return renew(world, app, request);
	if (grant !== undefined && grant !== 'authorization_code') {
		throw new GraphError({
			code: 100,
			message: `Invalid grant_type: '${String(grant)}'. Supported types: authorization_code, client_credentials`,
		});
	}
	if (params.code !== undefined && params.code !== '') {
		return answer(world, tokenFromCode(world, app, params.code, params.redirect_uri));
	}
	throw new GraphError({ code: 100, message: 'Missing authorization code' });
}

function renew(world: World, app: App, request: GraphRequest): unknown {
	const old = request.required('fb_exchange_token');
	const caller = authenticate(world, old);
	if (caller.kind !== 'user' || caller.app.id !== app.id) {
		throw new GraphError({
			code: 190,
			status: 400,
			message: 'Error validating access token: the token does not belong to this application.',
		});
	}
	const sixtyDays =
		caller.access.type === 'USER' || String(request.params.set_token_expires_in_60_days) === 'true';
	const now = world.clock.now();
	const token = world.tokens.add({
		...caller.access,
		token: newToken(),
		issuedAt: now,
		expiresAt: sixtyDays ? now + SIXTY_DAYS : caller.access.expiresAt,
	});
	return answer(world, token);
}

function answer(world: World, token: AccessToken): unknown {
	return {
		access_token: token.token,
		token_type: 'bearer',
		...(token.expiresAt !== 0 && {
			expires_in: Math.floor((token.expiresAt - world.clock.now()) / 1000),
		}),
	};
}

function appOf(world: World, request: GraphRequest): App {
	const { client_id: id, client_secret: secret } = request.params;
	if (id === undefined || id === '') {
		throw new GraphError({ code: 101, message: 'Missing client_id parameter.' });
	}
	const app = world.directory.apps.get(String(id));
	if (!app) {
		throw new GraphError({
			code: 101,
			message: 'Error validating application. Cannot get application info due to a system error.',
		});
	}
	if (secret !== app.secret) {
		throw new GraphError({ code: 1, message: 'Error validating client secret.' });
	}
	return app;
}
