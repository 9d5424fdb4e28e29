import { states } from '../accounts/states';
import { invalidParameter, rejection } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { checkCallSettings } from './settingsRules';

/** The messaging limits below 2,000, with which calling cannot be enabled (138015). */
const LOW_LIMITS = ['TIER_50', 'TIER_250', 'TIER_1K'];

interface CallHours {
	status: string;
	timezone_id?: string;
	weekly_operating_hours?: Array<{ day_of_week: string; open_time: string; close_time: string }>;
	holiday_schedule?: Array<{ date: string; start_time: string; end_time: string }>;
}

/** The calling settings of a number. */
export interface CallSettings {
	status: string;
	call_icon_visibility: string;
	callback_permission_status: string;
	call_hours: CallHours;
	call_icons?: { restrict_to_user_countries?: string[] };
	sip?: { status?: string; servers?: unknown[] };
}

/** The calling settings of a number, with Meta's defaults. */
export function callSettings(world: World, number: PhoneNumber): CallSettings {
	const { calling } = world.use(states).ofNumber(number).settings;
	return {
		status: world.behavior.calling ? 'ENABLED' : 'DISABLED',
		call_icon_visibility: 'DEFAULT',
		callback_permission_status: 'DISABLED',
		call_hours: { status: 'DISABLED' },
		...(calling as Partial<CallSettings> | undefined),
	};
}

/** Throws 138000 unless calling is enabled on the number. */
export function checkCallingEnabled(world: World, number: PhoneNumber): void {
	if (callSettings(world, number).status === 'ENABLED') return;
	throw rejection(138000, 'Calling is not enabled on this phone number.');
}

/** `/{number}/settings`: calling is checked and merged; other settings are stored as they are. */
export function settingsRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(PHONE_NUMBER, 'GET', 'settings', (number) => ({
		...world.use(states).ofNumber(number).settings,
		calling: callSettings(world, number),
	}));
	graph.edge(PHONE_NUMBER, 'POST', 'settings', (number, { body }) => {
		if (body === null || typeof body !== 'object' || Array.isArray(body)) {
			throw invalidParameter('Invalid parameter');
		}
		const { calling, ...others } = body as Record<string, unknown>;
		if (calling !== undefined) changeCalling(world, number, calling);
		Object.assign(world.use(states).ofNumber(number).settings, others);
		return { success: true };
	});
}

function changeCalling(world: World, number: PhoneNumber, calling: unknown): void {
	const change = checkCallSettings(world, calling);
	const before = callSettings(world, number);
	if (change.status === 'ENABLED' && before.status !== 'ENABLED') checkCanEnable(world, number);
	const after = { ...before, ...change };
	world.use(states).ofNumber(number).settings.calling = after;
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: 'account_settings_update',
		value: {
			messaging_product: 'whatsapp',
			timestamp: String(world.clock.seconds()),
			type: 'phone_number_settings',
			phone_number_settings: { phone_number_id: number.id, calling: after },
		},
	});
	world.bus.emit(() => ({ type: 'state' }));
}

function checkCanEnable(world: World, number: PhoneNumber): void {
	if (LOW_LIMITS.includes(world.use(states).ofNumber(number).messagingLimit)) {
		throw rejection(
			138015,
			'Calling APIs cannot be enabled for this phone number. Check and make sure the messaging limit on your phone number is 2000 or more.',
		);
	}
	const listens = [...world.directory.accountOf(number).subscribedApps.keys()].some((appId) =>
		world.directory.apps
			.get(appId)
			?.subscriptions.get('whatsapp_business_account')
			?.fields.includes('calls'),
	);
	if (listens) return;
	throw rejection(
		138018,
		'WhatsApp Business calling cannot be enabled because technical pre-requisites are not met: no app that is subscribed to the WhatsApp Business Account is subscribed to the webhook field calls.',
	);
}
