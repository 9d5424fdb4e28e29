import { isRecord } from '../../values/reading';
import type { Problems } from '../definition/problems';
import type { Part } from './part';

/**
 * A value that WhatsApp shows in the format of the customer's device, or the invite link of a group, as Meta
 * writes it (Meta: template messages).
 */
export type LocalizedValue =
	| { currency: { fallback_value: string; code: string; amount_1000: number } }
	| { date_time: { fallback_value: string } }
	| { group_id: string };

/** Whether a value is a {@link LocalizedValue}. */
export function isLocalized(value: unknown): value is LocalizedValue {
	return (
		isRecord(value) && ['currency', 'date_time', 'group_id'].some((key) => value[key] !== undefined)
	);
}

/**
 * Returns the value of a parameter in Meta's format, e.g. `{"type": "text", "text": "Pablo"}`, and its
 * `parameter_name`. Undefined for other objects.
 */
export function metaParameter(value: Part): { value: unknown; name?: string } | undefined {
	const name = typeof value.parameter_name === 'string' ? value.parameter_name : undefined;
	if (isLocalized(value)) return { value: withoutName(value), ...(name && { name }) };
	const key = ['text', 'payload', 'coupon_code'].find((each) => value[each] !== undefined);
	const others = Object.keys(value).filter(
		(each) => each !== key && each !== 'type' && each !== 'parameter_name',
	);
	if (key === undefined || others.length > 0) return undefined;
	return { value: value[key], ...(name && { name }) };
}

function withoutName(value: LocalizedValue): unknown {
	return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'parameter_name'));
}

/** Returns the parameter of a localized value. */
export function localizedParameter(value: LocalizedValue): Part {
	if ('currency' in value) return { type: 'currency', currency: value.currency };
	if ('date_time' in value) return { type: 'date_time', date_time: value.date_time };
	return { type: 'group_id', group_id: value.group_id };
}

/** Returns the text that stands for a localized value in a preview. */
export function fallbackOf(value: LocalizedValue): string {
	if ('currency' in value) return String(value.currency.fallback_value ?? '');
	if ('date_time' in value) return String(value.date_time.fallback_value ?? '');
	return 'https://chat.whatsapp.com/…';
}

/** Checks a localized value. */
export function checkLocalized(
	id: string,
	value: LocalizedValue,
	label: string,
	problems: Problems,
): void {
	if ('group_id' in value) {
		problems.when(
			typeof value.group_id !== 'string' || value.group_id.trim() === '',
			id,
			`${label} has no group ID`,
			'Enter the ID of the group.',
		);
		return;
	}
	const { fallback_value: fallback } = 'currency' in value ? value.currency : value.date_time;
	problems.when(
		typeof fallback !== 'string' || fallback.trim() === '',
		id,
		`${label} has no fallback text`,
		'Enter the text to show if WhatsApp cannot format the value, for example $100.99.',
	);
	if (!('currency' in value)) return;
	const { code, amount_1000: amount } = value.currency;
	problems.when(
		!/^[A-Z]{3}$/.test(String(code)),
		id,
		`${label} has the invalid currency code "${String(code).slice(0, 20)}"`,
		'Enter the three-letter ISO 4217 code, for example USD.',
	);
	problems.when(
		!Number.isInteger(amount),
		id,
		`${label} has no valid amount`,
		"Enter the amount as a number, for example 100.99. In Meta's format it is amount_1000: 100990.",
	);
}
