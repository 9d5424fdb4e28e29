import { z } from 'zod/v3';
import { numberBetween, reject } from './schema';

/** An amount in the currency's main unit, e.g. `12.5` or `"12.50"`. */
export type Money = number | string;

/** Meta counts money in hundredths of the main unit. */
const OFFSET = 100;
const MAX_AMOUNT = 1_000_000_000;
/** What is left of two decimals after the errors of floating point, e.g. 0.1 + 0.2. */
const TOLERANCE = 1e-6;

/** An amount from 0 with up to two decimals; more decimals are reported, never rounded. */
export function money(label: string) {
	return numberBetween(label, 0, MAX_AMOUNT).superRefine((value, context) => {
		const hundredths = value * OFFSET;
		if (Math.abs(hundredths - Math.round(hundredths)) <= TOLERANCE * Math.max(1, value)) return;
		reject(
			context,
			`${label} is ${value}, but WhatsApp allows two decimals`,
			'Round the amount, e.g. {{ $json.price.toFixed(2) }}.',
		);
	});
}

/** Like {@link money}, but may be left out; empty text counts as left out. */
export function optionalMoney(label: string) {
	return z.preprocess(
		(value) => (value === '' || value === null ? undefined : value),
		z.undefined().or(money(label)),
	);
}

/** `12.5` → `1250` */
export function smallestUnits(value: number): number {
	return Math.round(value * OFFSET);
}

/** Meta's amount object of a number of hundredths. */
export function inMeta(value: number): { value: number; offset: number } {
	return { value, offset: OFFSET };
}

/** The main unit of Meta's `{ value, offset }`; anything else is returned as it is. */
export function fromMeta(amount: unknown): unknown {
	if (typeof amount !== 'object' || amount === null || Array.isArray(amount)) return amount;
	const { value, offset = OFFSET } = amount as { value?: unknown; offset?: unknown };
	const divided = Number(value) / Number(offset);
	return typeof value === 'number' && Number.isFinite(divided) ? divided : amount;
}
