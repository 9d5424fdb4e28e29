import { z } from 'zod/v3';
import { messageType } from '../messageType';
import { addIssue, text } from '../schema';

const MAX_CONTACTS = 257;

const line = z.string();
/** Label of a phone number, email, or address: HOME, WORK, CELL, MAIN, IPHONE, or any other. */
const label = z.string();

const name = z
	.object({
		formatted_name: text(1000),
		first_name: line.optional(),
		last_name: line.optional(),
		middle_name: line.optional(),
		suffix: line.optional(),
		prefix: line.optional(),
	})
	.strict()
	.superRefine((value, context) => {
		const { formatted_name: formatted, ...parts } = value;
		if (formatted && !Object.values(parts).some((part) => part?.trim())) {
			addIssue(
				context,
				'requires at least one of first_name, last_name, middle_name, suffix, prefix besides formatted_name',
				[],
				131009,
			);
		}
	});

const contact = z
	.object({
		name,
		phones: z
			.array(
				z
					.object({ phone: line.optional(), type: label.optional(), wa_id: line.optional() })
					.strict(),
			)
			.optional(),
		emails: z
			.array(z.object({ email: line.optional(), type: label.optional() }).strict())
			.optional(),
		addresses: z
			.array(
				z
					.object({
						street: line.optional(),
						city: line.optional(),
						state: line.optional(),
						zip: line.optional(),
						country: line.optional(),
						country_code: line.optional(),
						type: label.optional(),
					})
					.strict(),
			)
			.optional(),
		org: z
			.object({
				company: line.optional(),
				department: line.optional(),
				title: line.optional(),
			})
			.strict()
			.optional(),
		urls: z.array(z.object({ url: line.optional(), type: label.optional() }).strict()).optional(),
		birthday: z
			.string()
			.superRefine((value, context) => {
				if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
					addIssue(context, 'must be a date written as YYYY-MM-DD', [], 131009);
				}
			})
			.optional(),
	})
	.strict();

export const contactsMessage = messageType({
	type: 'contacts',
	schema: z.array(contact).min(1).max(MAX_CONTACTS),
});
