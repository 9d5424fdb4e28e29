import { createHash } from 'crypto';
import { GraphError } from '../graph/errors';
import type { World } from '../world/world';
import { conversions, type Dataset } from './store';

/** Events can be attributed to a click of the last 7 days. */
const WEEK = 7 * 86_400;
const SHA256 = /^[0-9a-f]{64}$/;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** An error of the Conversions API: the reason is in `error_user_title` and `error_user_msg`. */
export function rejected(userTitle: string, userMessage: string, subcode?: number): GraphError {
	return new GraphError({
		code: 100,
		message: 'Invalid parameter',
		userTitle,
		userMessage,
		...(subcode && { subcode }),
	});
}

/** Checks `user_data`: the account and the click in clear, e-mail address and phone number hashed. */
export function checkUserData(
	world: World,
	dataset: Dataset,
	data: unknown,
	time: number,
): Record<string, unknown> {
	if (!isObject(data)) throw rejected('Missing User Data', 'The user_data is required.');
	const account = data.whatsapp_business_account_id;
	if (account !== dataset.businessAccountId) {
		throw rejected(
			'Invalid WhatsApp Business Account ID',
			account === undefined
				? 'The user_data needs the whatsapp_business_account_id.'
				: 'The whatsapp_business_account_id is not the account that the dataset belongs to.',
		);
	}
	checkClick(world, data.ctwa_clid, time);
	for (const key of ['em', 'ph'] as const) {
		if (data[key] === undefined) continue;
		const values = Array.isArray(data[key]) ? data[key] : [data[key]];
		if (values.length > 0 && values.every((value) => SHA256.test(String(value)))) continue;
		throw rejected(
			'Unhashed Customer Information',
			`The ${key} must be hashed with SHA-256, in lowercase hexadecimal digits.`,
		);
	}
	return data;
}

function checkClick(world: World, id: unknown, time: number): void {
	if (typeof id !== 'string' || id.trim() === '') {
		throw rejected('Missing Click ID', 'The user_data needs the ctwa_clid of the click on the ad.');
	}
	if (SHA256.test(id)) throw rejected('Invalid Click ID', 'The ctwa_clid must not be hashed.');
	const click = world.use(conversions).clicks.get(id);
	if (click === undefined || time <= Math.floor(click / 1000) + WEEK) return;
	throw rejected(
		'Click Too Old',
		'The event occurred more than 7 days after the click on the ad and cannot be attributed.',
	);
}

/** Checks `custom_data`. A purchase needs a currency and a value. */
export function checkCustomData(name: string, data: unknown): Record<string, unknown> | undefined {
	if (data !== undefined && !isObject(data)) {
		throw rejected('Invalid Custom Data', 'The custom_data must be an object.');
	}
	const { currency, value, content_ids: contents } = data ?? {};
	if (name === 'Purchase' && (currency === undefined || value === undefined)) {
		throw rejected('Missing Purchase Value', 'A Purchase event needs a currency and a value.');
	}
	if (currency !== undefined && !CURRENCIES.has(String(currency).toUpperCase())) {
		throw rejected('Invalid Currency', 'The currency must be an ISO 4217 code of three letters.');
	}
	if (value !== undefined && (typeof value !== 'number' || !(value >= 0))) {
		throw rejected('Invalid Value', 'The value must be a number of at least 0.');
	}
	if (contents !== undefined && !(Array.isArray(contents) && contents.every(isText))) {
		throw rejected('Invalid Content IDs', 'The content_ids must be an array of strings.');
	}
	return data;
}

/** Warns if `ph` is the hash of a known customer's number in a format that Meta does not match. */
export function hashWarning(world: World, { ph }: Record<string, unknown>): string | undefined {
	const hashes = new Set([ph].flat().map(String));
	const plus = [...world.directory.customers.keys()].find((waId) => hashes.has(sha256(`+${waId}`)));
	return plus === undefined
		? undefined
		: 'The hash in "ph" is that of a phone number with "+". Meta matches digits only.';
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}
