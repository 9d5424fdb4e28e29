import { InvalidInputError } from '../errors/cloudApiError';
import { isOnBusinessApp } from './coexistence';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';

/** Regions in which Meta can keep the data of a number at rest (Meta: business phone numbers). */
export const DATA_REGIONS: ReadonlyArray<{ value: string; name: string }> = [
	{ value: 'AU', name: 'Australia' },
	{ value: 'BH', name: 'Bahrain' },
	{ value: 'BR', name: 'Brazil' },
	{ value: 'CA', name: 'Canada' },
	{ value: 'DE', name: 'Germany' },
	{ value: 'IN', name: 'India' },
	{ value: 'ID', name: 'Indonesia' },
	{ value: 'JP', name: 'Japan' },
	{ value: 'SG', name: 'Singapore' },
	{ value: 'ZA', name: 'South Africa' },
	{ value: 'KR', name: 'South Korea' },
	{ value: 'CH', name: 'Switzerland' },
	{ value: 'AE', name: 'United Arab Emirates' },
	{ value: 'GB', name: 'United Kingdom' },
];

/** Registers a number with the Cloud API; the PIN becomes its two-step PIN on first use. At most 10 times in 72 hours. */
export async function registerPhoneNumber(
	graph: GraphApi,
	phoneNumberId: string,
	{ pin, region }: { pin: string; region?: string },
): Promise<void> {
	const code = sixDigits(pin, 'pin', 'The PIN');
	await rejectCoexistence(graph, phoneNumberId, 'Onboarding registers it');
	await graph.post(`${id(phoneNumberId)}/register`, {
		messaging_product: 'whatsapp',
		pin: code,
		...(region && { data_localization_region: region }),
	});
}

/** Disconnects a phone number from the Cloud API; it can neither send nor receive until it is registered again. */
export async function deregisterPhoneNumber(graph: GraphApi, phoneNumberId: string): Promise<void> {
	await rejectCoexistence(
		graph,
		phoneNumberId,
		'Disconnect it in the app: Settings → Account → Business Platform',
	);
	await graph.post(`${id(phoneNumberId)}/deregister`, { messaging_product: 'whatsapp' });
}

/** Makes Meta send a verification code to the number by text message or call. */
export async function requestCode(
	graph: GraphApi,
	phoneNumberId: string,
	{ method, language }: { method: 'SMS' | 'VOICE'; language: string },
): Promise<void> {
	await graph.post(`${id(phoneNumberId)}/request_code`, { code_method: method, language });
}

export async function verifyCode(
	graph: GraphApi,
	phoneNumberId: string,
	code: string,
): Promise<void> {
	await graph.post(`${id(phoneNumberId)}/verify_code`, {
		code: sixDigits(code.replace(/[\s-]/g, ''), 'code', 'The verification code'),
	});
}

/** Sets the PIN that a registration requires. It cannot be turned off through the API. */
export async function setPin(graph: GraphApi, phoneNumberId: string, pin: string): Promise<void> {
	await graph.post(id(phoneNumberId), { pin: sixDigits(pin, 'pin', 'The PIN') });
}

/** Asks Meta to review a new display name; register the number again once it is approved. */
export async function changeDisplayName(
	graph: GraphApi,
	phoneNumberId: string,
	displayName: string,
): Promise<void> {
	const name = displayName.trim();
	if (name.length < 3) {
		throw new InvalidInputError(
			'displayName',
			name === '' ? 'The display name is empty' : 'The display name is too short',
			'Enter at least three characters. Meta reviews the name, which must be recognizable as your business.',
		);
	}
	await graph.post(id(phoneNumberId), { new_display_name: name });
}

/** Registering or deregistering a number in coexistence would cut off the WhatsApp Business app. */
async function rejectCoexistence(
	graph: GraphApi,
	phoneNumberId: string,
	instead: string,
): Promise<void> {
	if ((await isOnBusinessApp(graph, phoneNumberId)) !== true) return;
	throw new InvalidInputError(
		'sender',
		'The phone number is also used in the WhatsApp Business app (coexistence), so it can be neither registered nor deregistered here',
		`${instead}. If it was disconnected, connect it again in the WhatsApp Business app.`,
	);
}

function sixDigits(value: string, field: string, name: string): string {
	const digits = value.trim();
	if (/^\d{6}$/.test(digits)) return digits;
	throw new InvalidInputError(
		field,
		digits === '' ? `${name} is empty` : `${name} does not have exactly six digits`,
		`Enter six digits. In an expression, keep leading zeros by using text, e.g. "012345".`,
	);
}

function id(phoneNumberId: string): string {
	return graphId(phoneNumberId, 'sender', 'The phone number ID');
}
