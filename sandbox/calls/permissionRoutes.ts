import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { permissionOf, permissions, usage, type CallPermission } from './permissions';
import { checkCallingEnabled } from './settings';

const SECOND = 1000;
/** Connected calls from the business to a customer in 24 hours. */
const MAX_CALLS = 10;
/** Requests of the permission state per second; above it 613. */
const MAX_CHECKS = 5;

/** `GET /{number}/call_permissions?user_wa_id|recipient`. */
export function permissionRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(
		PHONE_NUMBER,
		'GET',
		'call_permissions',
		(number, { params }) => {
			checkCallingEnabled(world, number);
			countCheck(world, number);
			const customer = customerOf(world, number, params);
			const granted = permissionOf(world, number, customer);
			return {
				messaging_product: 'whatsapp',
				permission: {
					status: !granted ? 'no_permission' : granted.until ? 'temporary' : 'permanent',
					...(granted?.until && { expiration_time: Math.floor(granted.until / SECOND) }),
				},
				actions: actionsOf(world, number, customer, granted),
			};
		},
		{ scope: 'whatsapp_business_messaging' },
	);
}

function actionsOf(
	world: World,
	number: PhoneNumber,
	customer: Customer | undefined,
	granted: CallPermission | undefined,
) {
	const limits = usage(world, number, customer?.waId ?? '');
	const permanent = granted !== undefined && granted.until === undefined;
	return [
		{
			action_name: 'send_call_permission_request',
			can_perform_action:
				customer !== undefined && !permanent && limits.every(({ used, allowed }) => used < allowed),
			limits: limits.map(({ period, allowed, used, ends }) => ({
				time_period: period,
				max_allowed: allowed,
				current_usage: used,
				...(used >= allowed && { limit_expiration_time: Math.floor(ends / SECOND) }),
			})),
		},
		{
			action_name: 'start_call',
			can_perform_action: granted !== undefined,
			limits: [{ time_period: 'PT24H', max_allowed: MAX_CALLS, current_usage: 0 }],
		},
	];
}

/** The customer asked about; `undefined` if the number cannot be called. */
function customerOf(
	world: World,
	number: PhoneNumber,
	{ user_wa_id: waId, recipient }: Record<string, unknown>,
): Customer | undefined {
	if (waId !== undefined && recipient !== undefined) {
		throw invalidParameter('Only one of user_wa_id and recipient can be given.');
	}
	if (waId === undefined && recipient === undefined) throw parameterRequired('user_wa_id');
	const { directory } = world;
	if (waId !== undefined) {
		const digits = String(waId).replace(/\D/g, '');
		if (!/^\+?[\d\s()\-.]{7,25}$/.test(String(waId).trim())) {
			throw invalidParameter('Param user_wa_id is not a valid WhatsApp ID.');
		}
		const found = directory.customers.get(digits);
		return found?.settings.notOnWhatsApp ? undefined : found;
	}
	const found = directory.findCustomerByUserId(String(recipient));
	const { businessId } = directory.accountOf(number);
	if (found && directory.userIdFor(found, businessId) === recipient) return found;
	throw invalidParameter('Param recipient is not a valid business-scoped user ID.');
}

function countCheck(world: World, number: PhoneNumber): void {
	const { checks } = world.use(permissions);
	const now = world.clock.now();
	const recent = (checks.get(number.id) ?? []).filter((time) => time > now - SECOND);
	if (recent.length >= MAX_CHECKS) {
		throw new GraphError({
			code: 613,
			status: 429,
			message: '(#613) Calls to this api have exceeded the rate limit.',
			details: 'Limit reached for requests to the fetch call permission status API.',
		});
	}
	checks.set(number.id, [...recent, now]);
}
