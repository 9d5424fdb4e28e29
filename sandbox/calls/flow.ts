import { isBlocked } from '../accounts/blocking';
import { isConnected } from '../accounts/restrictions';
import { ControlError } from '../control/controlError';
import type { CallInput, CallView } from '../control/types';
import { receive } from '../messages/incoming';
import type { Customer, PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { isOpen } from './hours';
import { grant } from './permissions';
import { callSettings } from './settings';
import { calls, publishCall, setState, type Call } from './store';

/** An unanswered call ends after this many milliseconds; Meta says 30 to 60 seconds. */
const RINGS_FOR = 45_000;
const OFFER = { sdp_type: 'offer', sdp: 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' };

/** A customer calls the business: it rings until it is accepted, rejected, canceled, or missed. */
export function startCall(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	input: CallInput,
): CallView {
	checkReachable(world, number, customer, input);
	const view: CallView = {
		id: `wacid.${Buffer.from(`${customer.waId}:${world.ids.trace()}`).toString('base64url')}`,
		phoneNumberId: number.id,
		customer: customer.waId,
		state: 'ringing',
		startedAt: world.clock.now(),
	};
	const call: Call = { view, number, customer, input };
	world.use(calls).set(view.id, call);
	setState(world, call, {});
	customer.lastIncoming.set(number.id, world.clock.now());
	publishCall(world, call, 'connect', {
		session: OFFER,
		...(input.ctaPayload && { cta_payload: input.ctaPayload }),
		...(input.deeplinkPayload && { deeplink_payload: input.deeplinkPayload }),
	});
	world.clock.after(RINGS_FOR, async () => {
		if (view.state === 'ringing') await finish(world, call, 'missed');
	});
	return view;
}

function checkReachable(
	world: World,
	number: PhoneNumber,
	customer: Customer,
	{ ctaPayload, deeplinkPayload }: CallInput,
): void {
	const settings = callSettings(world, number);
	const asked = ctaPayload !== undefined || deeplinkPayload !== undefined;
	const busy = [...world.use(calls).values()].some(
		({ view }) =>
			view.customer === customer.waId && (view.state === 'ringing' || view.state === 'accepted'),
	);
	const reason = !isConnected(world, number)
		? 'The phone number is not registered'
		: isBlocked(world, number, customer)
			? 'The business has blocked this customer'
			: settings.status !== 'ENABLED'
				? 'Calling is not enabled on this phone number'
				: settings.call_icon_visibility === 'DISABLE_ALL' && !asked
					? 'The business shows no call button'
					: busy
						? 'This customer is in a call already'
						: isOpen(world, settings.call_hours)
							? undefined
							: 'The business is closed: it is outside of its call hours';
	if (reason !== undefined) throw new ControlError(reason, 409);
}

/**
 * Ends a call with its terminate webhook. A missed or ended call permits the business to call back
 * where `callback_permission_status` is enabled.
 */
export async function finish(
	world: World,
	call: Call,
	state: 'rejected' | 'missed' | 'canceled' | 'ended',
): Promise<void> {
	const { view, callbackData } = call;
	const now = world.clock.now();
	setState(world, call, { state, endedAt: now });
	const started = view.acceptedAt ?? now;
	publishCall(world, call, 'terminate', {
		status: state === 'ended' ? 'COMPLETED' : 'FAILED',
		...(state === 'ended' && {
			start_time: String(Math.floor(started / 1000)),
			end_time: String(Math.floor(now / 1000)),
			duration: Math.round((now - started) / 1000),
		}),
		...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
	});
	if (state === 'missed' || state === 'ended') await permitCallback(world, call);
}

/** The permission that a call gives by itself arrives as a message; its context is the call. */
async function permitCallback(world: World, { number, customer, view }: Call): Promise<void> {
	if (callSettings(world, number).callback_permission_status !== 'ENABLED') return;
	grant(world, number, customer);
	const expires = String(world.clock.seconds() + 7 * 86_400);
	await receive(world, number, customer, {
		type: 'raw',
		message: {
			type: 'interactive',
			context: { from: customer.waId, id: view.id },
			interactive: {
				type: 'call_permission_reply',
				call_permission_reply: {
					response: 'accept',
					is_permanent: false,
					expiration_timestamp: expires,
					response_source: 'automatic',
				},
			},
		},
	});
}
