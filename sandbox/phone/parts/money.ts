import type { Json } from '../../control/types';
import { numberAt } from './json';

/** An amount in a currency, such as €12.50; only the number if the currency is unknown. */
export function money(amount: number, currency: string): string {
	try {
		return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount);
	} catch {
		return `${amount.toFixed(2)} ${currency}`.trim();
	}
}

/** Formats Meta's `{ value, offset }` (value 1250, offset 100); `''` without a value. */
export function amount(value: Json | undefined, currency: string): string {
	const minor = numberAt(value, 'value');
	return minor === undefined ? '' : money(minor / (numberAt(value, 'offset') || 100), currency);
}
