import type { SandboxApp } from '../graph/routeModule';
import { states } from '../accounts/states';
import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import { BUSINESS_ACCOUNT, PHONE_NUMBER } from '../graph/nodes';
import type { App } from '../world/directory';
import type { World } from '../world/world';
import { verifiedOverride, type OverrideInput } from './handshake';

/**
 * The apps subscribed to a WABA (`/{waba}/subscribed_apps`), and the callback overrides of WABAs
 * and numbers. Everything here belongs to the calling app.
 */
export function overrideRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(BUSINESS_ACCOUNT, 'POST', 'subscribed_apps', async (account, request) => {
		const override = await verifiedOverride(world, request.params);
		account.subscribedApps.set(request.app.id, override ? { override } : {});
		world.bus.emit(() => ({ type: 'state' }));
		return { success: true };
	});

	graph.edge(BUSINESS_ACCOUNT, 'GET', 'subscribed_apps', (account) => ({
		data: [...account.subscribedApps].map(([appId, { override }]) => ({
			whatsapp_business_api_data: describe(world.directory.apps.get(appId), appId),
			...(override ? { override_callback_uri: override.url } : {}),
		})),
	}));

	graph.edge(BUSINESS_ACCOUNT, 'DELETE', 'subscribed_apps', (account, request) => {
		if (!account.subscribedApps.delete(request.app.id)) {
			throw new GraphError({
				code: 100,
				message: '(#100) The app is not subscribed to this WhatsApp Business Account',
			});
		}
		world.bus.emit(() => ({ type: 'state' }));
		return { success: true };
	});

	graph.update(PHONE_NUMBER, 'webhook_configuration', async (number, request) => {
		if (world.use(states).ofNumber(number).isOnBizApp) throw noPermission();
		const input = configurationOf(request.params.webhook_configuration);
		if (input.override_callback_uri === undefined) throw parameterRequired('override_callback_uri');
		const override = await verifiedOverride(world, input);
		if (override) number.overrides.set(request.app.id, override);
		else number.overrides.delete(request.app.id);
		world.bus.emit(() => ({ type: 'state' }));
		return { success: true };
	});

	graph.field(PHONE_NUMBER, 'webhook_configuration', (number, request) => {
		const account = world.directory.accountOf(number);
		const own = request.app.subscriptions.get('whatsapp_business_account');
		const ofAccount = account.subscribedApps.get(request.app.id)?.override;
		const ofNumber = number.overrides.get(request.app.id);
		return {
			...(ofNumber ? { phone_number: ofNumber.url } : {}),
			...(ofAccount ? { whatsapp_business_account: ofAccount.url } : {}),
			...(own ? { application: own.callbackUrl } : {}),
		};
	});
}

function configurationOf(value: unknown): OverrideInput {
	let parsed = value;
	if (typeof value === 'string') {
		try {
			parsed = JSON.parse(value) as unknown;
		} catch {
			parsed = undefined;
		}
	}
	if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
		throw invalidParameter('Param webhook_configuration must be a JSON object.');
	}
	return parsed as OverrideInput;
}

/** A coexistence number cannot have an override (public reports); its account can. */
function noPermission(): GraphError {
	return new GraphError({
		code: 200,
		status: 403,
		message:
			'(#200) You do not have the necessary permissions required to set the webhook configuration of this phone number',
	});
}

function describe(app: App | undefined, appId: string) {
	return {
		id: appId,
		name: app?.name ?? '',
		link: `https://www.facebook.com/games/?app_id=${appId}`,
	};
}
