import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive } from './interactive';
import { requiredText } from './schema';

/** The only country for which Meta offers the address form (meta-api.md §2.3). */
export const ADDRESS_COUNTRY = 'IN';

export interface AddressRequestInput {
	body: string;
	footer?: string;
	/** Fills the form in advance, e.g. `{ name, phone_number, in_pin_code, address, city, state }`. */
	values?: Record<string, unknown>;
	/** Addresses to choose from. */
	savedAddresses?: Array<{ id: string; value: Record<string, unknown> }>;
	/** What to correct, by field, when an earlier answer could not be used. */
	validationErrors?: Record<string, string>;
}

const schema = z.object({
	...bodyAndFooter(),
	values: z.record(z.unknown()).optional(),
	savedAddresses: z
		.array(z.object({ id: requiredText('ID of saved address #'), value: z.record(z.unknown()) }))
		.optional(),
	validationErrors: z.record(z.string()).optional(),
});

/** Asks for a delivery address with WhatsApp's own form. India only, for business and customer. */
export function addressRequestMessage(input: AddressRequestInput): MessageContent {
	const { values, savedAddresses, validationErrors, ...parts } = check(schema, input);
	return interactive('address_message', parts, {
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
