import { GraphError, invalidParameter, rejection } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import { voidKey } from '../flows/encryption';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { numberHealth } from './health';
import { states, type NumberState } from './states';

const HOUR = 3_600_000;
const REGIONS = new Set('AE AU BH BR CA CH DE GB ID IN JP KR SG ZA'.split(' '));

/** Phone numbers: registration, verification, PIN, display name, settings. */
export function numberRoutes({ graph }: SandboxApp, world: World): void {
	const state = (number: PhoneNumber) => world.use(states).ofNumber(number);
	const fields: Record<string, (number: PhoneNumber) => unknown> = {
		quality_rating: (number) => state(number).quality,
		quality_score: (number) => ({ score: state(number).quality }),
		code_verification_status: (number) => state(number).codeVerification,
		name_status: (number) => state(number).nameStatus,
		new_name_status: (number) => state(number).newName?.status,
		new_display_name: (number) => state(number).newName?.name,
		status: (number) => (number.registered ? state(number).status : 'PENDING'),
		platform_type: (number) => (number.registered ? 'CLOUD_API' : 'NOT_APPLICABLE'),
		throughput: (number) => ({
			level: number.registered ? state(number).throughput : 'NOT_APPLICABLE',
		}),
		account_mode: (number) => state(number).accountMode,
		is_official_business_account: (number) => state(number).official,
		is_pin_enabled: (number) => state(number).pin !== undefined,
		is_on_biz_app: (number) => state(number).isOnBizApp,
		last_onboarded_time: (number) =>
			new Date(state(number).onboardedAt ?? world.clock.now() - 30 * 24 * HOUR).toISOString(),
		search_visibility: () => 'NON_VISIBLE',
		whatsapp_business_manager_messaging_limit: (number) => state(number).messagingLimit,
		username: (number) => state(number).username,
		certificate: () => undefined,
		health_status: (number) => numberHealth(world, number),
		conversational_automation: (number) => ({
			prompts: state(number).prompts,
			commands: state(number).commands,
			id: number.id,
		}),
	};
	for (const [name, resolve] of Object.entries(fields)) graph.field(PHONE_NUMBER, name, resolve);

	graph.edge(PHONE_NUMBER, 'POST', 'register', (number, { params }) => {
		const own = state(number);
		if (own.isOnBizApp) throw managedByBizApp();
		if (params.messaging_product !== 'whatsapp') {
			throw invalidParameter('The parameter messaging_product is required.');
		}
		checkPinShape(params.pin);
		const region = params.data_localization_region;
		if (region !== undefined && !REGIONS.has(String(region))) {
			throw invalidParameter(
				`Param data_localization_region must be one of {${[...REGIONS].join(', ')}}.`,
			);
		}
		countRegistration(own, world.clock.now());
		if (own.codeVerification !== 'VERIFIED') {
			throw rejection(133006, 'Phone number needs to be verified before registering.');
		}
		if (own.wrongPins >= 3)
			throw rejection(133008, 'Too many guesses for the two-step verification PIN.');
		if (own.pin !== undefined && own.pin !== params.pin) {
			own.wrongPins += 1;
			throw rejection(133005, 'Two-step verification PIN mismatch.');
		}
		own.pin = String(params.pin);
		own.wrongPins = 0;
		number.registered = true;
		voidKey(world, number);
		world.bus.emit(() => ({ type: 'state' }));
		return { success: true };
	});

	graph.edge(PHONE_NUMBER, 'POST', 'deregister', (number) => {
		if (state(number).isOnBizApp) throw managedByBizApp();
		countRegistration(state(number), world.clock.now());
		number.registered = false;
		world.bus.emit(() => ({ type: 'state' }));
		return { success: true };
	});

	graph.edge(PHONE_NUMBER, 'POST', 'request_code', (number, { params }) => {
		if (!['SMS', 'VOICE'].includes(String(params.code_method))) {
			throw invalidParameter('Param code_method must be one of {SMS, VOICE}.');
		}
		if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(String(params.language ?? ''))) {
			throw invalidParameter('The parameter language is required.');
		}
		if (state(number).codeVerification === 'VERIFIED') {
			throw new GraphError({
				code: 136024,
				message: '(#136024) Request code error',
				userTitle: 'Number already verified',
				userMessage: 'The ownership of this phone number has already been verified.',
			});
		}
		state(number).code = '123456';
		return { success: true };
	});

	graph.edge(PHONE_NUMBER, 'POST', 'verify_code', (number, { params }) => {
		const own = state(number);
		if (own.code === undefined || String(params.code) !== own.code) {
			throw new GraphError({
				code: 136025,
				message: '(#136025) Verify code error',
				userTitle: 'The code does not match',
				userMessage:
					own.code === undefined
						? 'Request a code first.'
						: 'The code that you entered is not the one that was sent. Check it or request another.',
			});
		}
		own.code = undefined;
		own.codeVerification = 'VERIFIED';
		return { success: true };
	});

	graph.update(PHONE_NUMBER, 'pin', (number, { params }) => {
		checkPinShape(params.pin);
		state(number).pin = String(params.pin);
		state(number).wrongPins = 0;
		return { success: true };
	});

	graph.update(PHONE_NUMBER, 'new_display_name', (number, { params }) => {
		const given = params.new_display_name;
		if (typeof given !== 'string') {
			throw invalidParameter('Param new_display_name must be a string.');
		}
		const name = given.trim();
		if (name.length < 3) {
			throw invalidParameter('Param new_display_name must be at least 3 characters long.');
		}
		const own = state(number);
		own.newName = { name, status: 'PENDING_REVIEW' };
		world.clock.after(2000, () => reviewName(world, number, own));
		return { success: true };
	});
}

/** Reviews a display name: names of one repeated letter or with "WhatsApp" are declined. */
function reviewName(world: World, number: PhoneNumber, own: NumberState): void {
	if (!own.newName) return;
	const { name } = own.newName;
	const approved = !/whatsapp/i.test(name) && !/^(.)\1+$/.test(name);
	own.newName.status = approved ? 'APPROVED' : 'DECLINED';
	if (approved) number.verifiedName = name;
	world.webhooks.publish({
		accountId: number.businessAccountId,
		phoneNumberId: number.id,
		field: 'phone_number_name_update',
		value: {
			display_phone_number: number.digits,
			decision: approved ? 'APPROVED' : 'REJECTED',
			requested_verified_name: name,
			rejection_reason: approved ? null : 'NAME_NOT_CONSISTENT',
		},
	});
}

/** Coexistence numbers are onboarded by Embedded Signup and disconnected in the WhatsApp Business app. */
function managedByBizApp(): GraphError {
	return new GraphError({
		code: 100,
		message: '(#100) Invalid parameter',
		userTitle: 'Number in use in the WhatsApp Business app',
		userMessage:
			'This phone number is used in the WhatsApp Business app. It is connected by Embedded Signup and disconnected in the app.',
	});
}

function checkPinShape(pin: unknown): void {
	if (typeof pin !== 'string' || !/^\d{6}$/.test(pin)) {
		throw invalidParameter('Param pin must be 6 digits long.');
	}
}

/** Throws 133016 after 10 registrations and deregistrations in 72 hours. */
function countRegistration(own: NumberState, now: number): void {
	own.registrations = own.registrations.filter((time) => time > now - 72 * HOUR);
	if (own.registrations.length >= 10) {
		throw rejection(
			133016,
			'There were too many registration attempts for this phone number in a short period of time.',
		);
	}
	own.registrations.push(now);
}
