import type { SandboxApp } from '../graph/routeModule';
import { GraphError, invalidParameter } from '../graph/errors';
import { APP } from '../graph/nodes';
import type { GraphRequest } from '../graph/request';
import type { World } from '../world/world';
import { WEBHOOK_FIELDS } from './fields';
import { handshake } from './handshake';

const OBJECTS = [
	'whatsapp_business_account',
	'user',
	'page',
	'permissions',
	'instagram',
	'application',
];

/** `/{app-id}/subscriptions`: the fields and the callback of an app. Requires the app access token. */
export function subscriptionRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		APP,
		'POST',
		'subscriptions',
		async (app, request) => {
			requireAppToken(request);
			const object = objectOf(request);
			const callbackUrl = request.required('callback_url');
			const verifyToken = request.required('verify_token');
			const fields = fieldsOf(request.params.fields, object);
			await handshake(world, callbackUrl, verifyToken, 'callback_url');
			app.subscriptions.set(object, { object, callbackUrl, verifyToken, fields, active: true });
			world.bus.emit(() => ({ type: 'state' }));
			return { success: true };
		},
		{ scope: null },
	);

	graph.edge(
		APP,
		'GET',
		'subscriptions',
		(app, request) => {
			requireAppToken(request);
			return {
				data: [...app.subscriptions.values()].map((subscription) => ({
					object: subscription.object,
					callback_url: subscription.callbackUrl,
					active: subscription.active,
					fields: subscription.fields.map((name) => ({ name, version: request.version })),
				})),
			};
		},
		{ scope: null },
	);

	graph.edge(
		APP,
		'DELETE',
		'subscriptions',
		(app, request) => {
			requireAppToken(request);
			if (request.params.object === undefined) {
				app.subscriptions.clear();
			} else {
				const object = objectOf(request);
				const subscription = app.subscriptions.get(object);
				const removed = fieldsOf(request.params.fields, object);
				if (subscription && removed.length > 0) {
					subscription.fields = subscription.fields.filter((name) => !removed.includes(name));
				}
				if (removed.length === 0 || subscription?.fields.length === 0) {
					app.subscriptions.delete(object);
				}
			}
			world.bus.emit(() => ({ type: 'state' }));
			return { success: true };
		},
		{ scope: null },
	);
}

function requireAppToken(request: GraphRequest): void {
	if (request.caller.kind === 'app') return;
	throw new GraphError({
		code: 15,
		message: '(#15) This method must be called with an app access_token.',
	});
}

function objectOf(request: GraphRequest): string {
	const object = request.required('object');
	if (!OBJECTS.includes(object)) {
		throw invalidParameter(`Param object must be one of {${OBJECTS.join(', ').toUpperCase()}}`);
	}
	return object;
}

/** Fields as a comma-separated list, a JSON array, or an array. */
function fieldsOf(value: unknown, object: string): string[] {
	let names: unknown[] = [];
	if (Array.isArray(value)) names = value as unknown[];
	else if (typeof value === 'string' && value.trim().startsWith('[')) {
		names = JSON.parse(value) as unknown[];
	} else if (typeof value === 'string') {
		names = value
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== '');
	}
	for (const [index, name] of names.entries()) {
		if (object === 'whatsapp_business_account' && !WEBHOOK_FIELDS.includes(String(name))) {
			throw invalidParameter(
				`Param fields[${index}] must be one of {${WEBHOOK_FIELDS.join(', ')}} - got "${String(name)}".`,
			);
		}
	}
	return [...new Set(names.map(String))];
}
