import { z } from 'zod/v3';
import { rejection } from '../../../graph/errors';
import { body, footer, header, headerMedia, interactive, type Header } from './parts';

const FIELDS = [
	'name',
	'phone_number',
	'in_pin_code',
	'house_number',
	'floor_number',
	'tower_number',
	'building_name',
	'address',
	'landmark_area',
	'city',
	'state',
];

const values = z
	.object(Object.fromEntries(FIELDS.map((name) => [name, z.string().optional()])))
	.strict();

/** Address message. Business and customer must both be in India. */
export const address = interactive<{ header?: Header }>({
	type: 'address_message',
	schema: z
		.object({
			type: z.literal('address_message'),
			header: header(['text', 'image', 'video', 'document']).optional(),
			body: body(1024),
			footer: footer.optional(),
			action: z
				.object({
					name: z.literal('address_message'),
					parameters: z
						.object({
							country: z.literal('IN'),
							values: values.optional(),
							saved_addresses: z
								.array(z.object({ id: z.string().min(1), value: values }).strict())
								.optional(),
							validation_errors: values.optional(),
						})
						.strict(),
				})
				.strict(),
		})
		.strict(),
	media: ({ header: value }) => headerMedia(value),
	check(_content, { number, customer }) {
		if (number.countryCode !== '91' || !customer?.startsWith('91')) {
			throw rejection(
				131009,
				'Address messages are only available to businesses and customers in India.',
			);
		}
	},
});
