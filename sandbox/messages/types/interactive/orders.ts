import { z } from 'zod/v3';
import { rejection } from '../../../graph/errors';
import type { SendContext } from '../../messageType';
import { addIssue, text } from '../../schema';
import { body, footer, header, headerMedia, interactive, type Header } from './parts';

const referenceId = z.string().superRefine((value, context) => {
	if (!/^[A-Za-z0-9_.-]{1,35}$/.test(value)) {
		addIssue(context, 'must have 1 to 35 letters, digits, underscores, dashes or dots');
	}
});

const amount = z
	.object({
		value: z.number().int().min(0),
		offset: z.literal(100),
		description: text(60).optional(),
	})
	.strict();

const discount = amount.extend({ discount_program_name: text(60).optional() }).strict();

const item = z
	.object({
		retailer_id: z.string().min(1).optional(),
		name: text(60),
		image: z
			.object({ link: z.string().min(1) })
			.strict()
			.optional(),
		amount,
		quantity: z.number().int().min(1),
		sale_amount: amount.optional(),
		country_of_origin: z.string().optional(),
		importer_name: z.string().optional(),
		importer_address: z.record(z.unknown()).optional(),
	})
	.strict();

const order = z
	.object({
		status: z.literal('pending'),
		catalog_id: z.string().optional(),
		type: z.string().optional(),
		items: z.array(item).min(1),
		subtotal: amount,
		tax: amount,
		shipping: amount.optional(),
		discount: discount.optional(),
		expiration: z
			.object({ timestamp: z.string(), description: text(120).optional() })
			.strict()
			.optional(),
	})
	.strict();

const details = z
	.object({
		reference_id: referenceId,
		type: z.enum(['digital-goods', 'physical-goods']),
		/** Depends on the country. An older format for India uses payment_type and payment_configuration. */
		payment_settings: z.array(z.record(z.unknown())).optional(),
		payment_type: z.string().optional(),
		payment_configuration: z.string().optional(),
		beneficiaries: z.array(z.record(z.unknown())).optional(),
		currency: z.string().regex(/^[A-Z]{3}$/),
		total_amount: amount,
		order,
	})
	.strict()
	.superRefine(
		(
			{ total_amount: total, order: { items, subtotal, tax, shipping, discount: off } },
			context,
		) => {
			const sum = items.reduce(
				(all, { quantity, amount: price, sale_amount: sale }) =>
					all + quantity * (sale ?? price).value,
				0,
			);
			if (subtotal.value !== sum) {
				addIssue(context, `must be ${sum}, the sum of the items`, ['order', 'subtotal', 'value']);
			}
			const whole = subtotal.value + tax.value + (shipping?.value ?? 0) - (off?.value ?? 0);
			if (total.value !== whole) {
				addIssue(context, `must be ${whole}: subtotal + tax + shipping - discount`, [
					'total_amount',
					'value',
				]);
			}
		},
	);

interface OrderDetails {
	header?: Header;
	action: { parameters: { reference_id: string } };
}

function sentOrders({ world, number, customer }: SendContext): Map<string, string> {
	const statuses = new Map<string, string>();
	for (const { type, content } of world.messages.list({
		phoneNumberId: number.id,
		customer,
		direction: 'outgoing',
	})) {
		const sent = content as {
			type?: string;
			action?: { parameters?: { reference_id?: string; order?: { status?: string } } };
		} | null;
		const { reference_id: id, order: state } = sent?.action?.parameters ?? {};
		if (type === 'interactive' && id && state?.status) statuses.set(id, state.status);
	}
	return statuses;
}

export const orderDetails = interactive<OrderDetails>({
	type: 'order_details',
	schema: z
		.object({
			type: z.literal('order_details'),
			header: header(['image', 'video', 'document', 'text']).optional(),
			body: body(1024),
			footer: footer.optional(),
			action: z.object({ name: z.literal('review_and_pay'), parameters: details }).strict(),
		})
		.strict(),
	media: ({ header: value }) => headerMedia(value),
	check(content, context) {
		const { reference_id: id } = content.action.parameters;
		if (sentOrders(context).has(id)) {
			throw rejection(
				131009,
				`The reference_id ${id} was used for another order of this customer.`,
			);
		}
	},
});

/**
 * What an order in India without a catalog misses: the origin and the importer of every item, and
 * who gets shipped goods (Meta's page "Payments API India"). The order is accepted with a warning.
 */
export function orderWarning(content: unknown): string | undefined {
	const parameters = (content as { action?: { parameters?: z.infer<typeof details> } } | null)
		?.action?.parameters;
	if (parameters?.currency !== 'INR' || parameters.order?.catalog_id !== undefined)
		return undefined;
	const bare = parameters.order?.items?.some(
		(entry) => !entry.country_of_origin || !entry.importer_name || !entry.importer_address,
	);
	if (bare) {
		return 'Meta requires country_of_origin, importer_name, and importer_address for every item of an order without a catalog.';
	}
	return parameters.order?.shipping &&
		parameters.type === 'physical-goods' &&
		!parameters.beneficiaries
		? 'Meta requires beneficiaries for shipped physical goods of an order without a catalog.'
		: undefined;
}

/** Statuses of an order. */
export const ORDER_STATUSES = [
	'pending',
	'processing',
	'partially_shipped',
	'shipped',
	'completed',
	'canceled',
] as const;

const FINAL = new Set(['completed', 'canceled']);

export const orderStatus = interactive<{
	action: { parameters: { reference_id: string; order: { status: string } } };
}>({
	type: 'order_status',
	schema: z
		.object({
			type: z.literal('order_status'),
			body: body(1024),
			footer: footer.optional(),
			action: z
				.object({
					name: z.literal('review_order'),
					parameters: z
						.object({
							reference_id: referenceId,
							order: z
								.object({
									status: z.enum(ORDER_STATUSES),
									description: text(120).optional(),
								})
								.strict(),
						})
						.strict(),
				})
				.strict(),
		})
		.strict(),
	check(content, context) {
		const { reference_id: id } = content.action.parameters;
		const current = sentOrders(context).get(id);
		if (current === undefined) {
			throw rejection(
				131000,
				`There is no order with the reference_id ${id} in this conversation.`,
			);
		}
		if (FINAL.has(current)) {
			throw rejection(131000, `The order ${id} is ${current}. Its status cannot change.`);
		}
	},
});
