import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive } from './interactive';
import type { Recipient } from './recipient';
import { requiredText } from './schema';

/** The only country in which the address form is available (Meta: interactive messages). */
export const ADDRESS_COUNTRY = 'IN';

const TYPE = 'address_message';

export interface AddressRequestInput {
	body: string;
	footer?: string;
	/** Prefills the form, e.g. `{ name, phone_number, in_pin_code, address, city, state }`. */
	values?: Record<string, unknown>;
	/** Addresses to choose from. */
	savedAddresses?: unknown[];
	/** Errors to show by field, after an invalid answer. */
	validationErrors?: Record<string, unknown>;
}

const schema = z.object({
	...bodyAndFooter(),
	values: z.record(z.unknown()).optional(),
	savedAddresses: z
		.array(z.object({ id: requiredText('ID of saved address #'), value: z.record(z.unknown()) }))
		.optional(),
	validationErrors: z.record(z.string()).optional(),
});

/** Whether a message shows the address form. */
export function isAddressRequest({ interactive: shown }: MessageContent): boolean {
	return typeof shown === 'object' && shown !== null && 'type' in shown && shown.type === TYPE;
}

/**
 * Whether the address form can reach this recipient: a number or user ID of India.
 *
 * Groups are checked elsewhere.
 */
export function inAddressCountry({ kind, value }: Recipient): boolean {
	return kind === 'group' || value.startsWith(kind === 'phone' ? '+91' : `${ADDRESS_COUNTRY}.`);
}

/** Asks for a delivery address with WhatsApp's address form. India only, for business and customer. */
export function addressRequestMessage(input: AddressRequestInput): MessageContent {
	const { values, savedAddresses, validationErrors, ...parts } = check(schema, input);
	return interactive(TYPE, parts, {
		name: 'address_message',
		parameters: {
			country: ADDRESS_COUNTRY,
			...(values && Object.keys(values).length > 0 && { values }),
			...(savedAddresses && savedAddresses.length > 0 && { saved_addresses: savedAddresses }),
			...(validationErrors &&
				Object.keys(validationErrors).length > 0 && { validation_errors: validationErrors }),
		},
	});
}
