import { z } from 'zod/v3';
import { ORDER_LIMITS } from './orderLimits';
import { optionalText, reject, requiredText } from './schema';
import { filled, isFields, rename } from './shapes';

export interface Expiration {
	/** When the order expires, in milliseconds since 1970; at least five minutes from now. */
	at: number;
	/** Shown when the order has expired. Up to 120 characters. */
	description?: string;
}

/** The time until which the customer can pay, as Meta's `expiration` in seconds. */
export const expiration = z
	.object({
		at: z.number().superRefine((at, context) => {
			if (at >= Date.now() + ORDER_LIMITS.minExpiration * 1000) return;
			reject(
				context,
				`The order expires at ${new Date(at).toISOString()}, but WhatsApp requires a time at least five minutes from now`,
				'Choose a later time, or remove Expires At.',
			);
		}),
		description: optionalText('Expiration Description', ORDER_LIMITS.expirationDescription),
	})
	.transform(({ at, description }) => ({
		timestamp: String(Math.floor(at / 1000)),
		...(description !== undefined && { description }),
	}));

export interface Beneficiary {
	name: string;
	addressLine1: string;
	addressLine2?: string;
	city: string;
	state: string;
	/** Meta takes India only. */
	country: string;
	/** Six digits. */
	postalCode: string;
}

const NAMES = {
	addressLine1: 'address_line1',
	addressLine2: 'address_line2',
	postalCode: 'postal_code',
} as const;

/** Who physical goods are shipped to; fields that Meta adds later pass through. */
export const beneficiary = z.preprocess(
	(value) => (isFields(value) ? filled(rename(value, NAMES)) : value),
	z
		.object({
			name: requiredText('Name of beneficiary #', ORDER_LIMITS.beneficiaryName),
			address_line1: requiredText('Address line 1 of beneficiary #', ORDER_LIMITS.addressLine),
			address_line2: optionalText('Address line 2 of beneficiary #', ORDER_LIMITS.addressLine),
			city: requiredText('City of beneficiary #'),
			state: requiredText('State of beneficiary #'),
			country: requiredText('Country of beneficiary #'),
			postal_code: requiredText('Postal code of beneficiary #'),
		})
		.passthrough()
		.transform(filled),
);
