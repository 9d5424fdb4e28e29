import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, headerSchema, interactive, type InteractiveInput } from './interactive';
import { inMeta, optionalMoney, smallestUnits, type Money } from './money';
import { item, itemObject, itemTotal, type OrderItem } from './orderItems';
import { ORDER_LIMITS } from './orderLimits';
import { beneficiary, expiration, type Beneficiary, type Expiration } from './orderTerms';
import {
	amount as digits,
	list,
	optionalMetaId,
	optionalText,
	reject,
	requiredText,
} from './schema';

export const GOODS_TYPES = ['digital-goods', 'physical-goods'] as const;

export { ORDER_LIMITS } from './orderLimits';
export type { OrderItem } from './orderItems';

export interface OrderDetailsInput extends InteractiveInput {
	/** Your ID of the order, up to 35 characters; its status messages repeat it. */
	referenceId: string;
	goods: (typeof GOODS_TYPES)[number];
	/** ISO 4217: `INR`, `BRL`, or `SGD`. */
	currency: string;
	items: OrderItem[];
	/** Amounts in the currency's main unit, with up to two decimals. */
	tax?: Money;
	taxDescription?: string;
	shipping?: Money;
	shippingDescription?: string;
	discount?: Money;
	discountDescription?: string;
	/** Name of a discount program, shown to the customer. */
	discountProgram?: string;
	catalogId?: string;
	expiration?: Expiration;
	/** Who physical goods are shipped to; India requires them for shipped goods. */
	beneficiaries?: Beneficiary[];
	/** Meta's `payment_settings`, as the payment provider's page shows them. */
	paymentSettings?: unknown[];
	/** Older form of the payment settings: `payment_type` and the name of the configuration. */
	paymentType?: string;
	paymentConfiguration?: string;
}

const note = (label: string) => optionalText(label, ORDER_LIMITS.note);

const schema = z
	.object({
		header: headerSchema.optional(),
		...bodyAndFooter(),
		referenceId: requiredText('Reference ID', ORDER_LIMITS.referenceId).superRefine(
			(id, context) => {
				if (/^[A-Za-z0-9_.-]+$/.test(id)) return;
				reject(
					context,
					`Reference ID "${id}" has characters that WhatsApp does not allow`,
					'Use only letters, digits, underscores, dashes, and dots.',
				);
			},
		),
		goods: z.enum(GOODS_TYPES),
		currency: requiredText('Currency', 3).superRefine((currency, context) => {
			if (/^[A-Z]{3}$/.test(currency)) return;
			reject(
				context,
				`Currency "${currency}" is not a currency code`,
				'Enter three capital letters: INR, BRL, or SGD.',
			);
		}),
		items: list(item, 'Items', ['item', 'items'], { min: 1, max: Infinity }),
		tax: optionalMoney('Tax'),
		taxDescription: note('Tax Description'),
		shipping: optionalMoney('Shipping'),
		shippingDescription: note('Shipping Description'),
		discount: optionalMoney('Discount'),
		discountDescription: note('Discount Description'),
		discountProgram: note('Discount Program'),
		catalogId: optionalMetaId('Catalog ID'),
		expiration: expiration.optional(),
		beneficiaries: z.array(beneficiary).default([]),
		paymentSettings: z.array(z.unknown()).optional(),
		paymentType: optionalText('Payment Type'),
		paymentConfiguration: optionalText('Payment Configuration'),
	})
	.superRefine((order, context) => {
		for (const part of ['shipping', 'discount'] as const) {
			const described =
				order[`${part}Description`] ?? (part === 'discount' && order.discountProgram);
			if (!described || order[part] !== undefined) continue;
			const name = part === 'shipping' ? 'Shipping' : 'Discount';
			reject(context, `${name} is described, but has no amount`, `Enter ${name}, e.g. 0.`, [part]);
		}
		if (total(order) >= 0) return;
		reject(
			context,
			`The discount of ${digits(order.discount ?? 0)} is larger than the rest of the order`,
			'Lower the discount.',
			['discount'],
		);
	});

type Order = z.output<typeof schema>;

/**
 * An order with its items and total, and a button to pay (Meta: Payments API, order details messages).
 * India, Brazil, and Singapore. Subtotal and total are computed.
 *
 * @throws InvalidInputError for amounts with more than two decimals, a negative total, or texts too long
 */
export function orderDetailsMessage(input: OrderDetailsInput): MessageContent {
	const order = check(schema, input);
	const { header, body, footer, paymentSettings, paymentType, paymentConfiguration } = order;
	return interactive(
		'order_details',
		{ header, body, footer },
		{
			name: 'review_and_pay',
			parameters: {
				reference_id: order.referenceId,
				type: order.goods,
				...(order.beneficiaries.length > 0 && { beneficiaries: order.beneficiaries }),
				...(paymentSettings && { payment_settings: paymentSettings }),
				...(paymentType !== undefined && { payment_type: paymentType }),
				...(paymentConfiguration !== undefined && { payment_configuration: paymentConfiguration }),
				currency: order.currency,
				total_amount: inMeta(total(order)),
				order: orderObject(order),
			},
		},
	);
}

function orderObject(order: Order): Record<string, unknown> {
	const { catalogId, tax = 0, shipping, discount, discountProgram } = order;
	return {
		status: 'pending',
		...(catalogId && { catalog_id: catalogId }),
		items: order.items.map(itemObject),
		subtotal: inMeta(subtotal(order)),
		tax: described(tax, order.taxDescription),
		...(shipping !== undefined && { shipping: described(shipping, order.shippingDescription) }),
		...(discount !== undefined && {
			discount: {
				...described(discount, order.discountDescription),
				...(discountProgram !== undefined && { discount_program_name: discountProgram }),
			},
		}),
		...(order.expiration && { expiration: order.expiration }),
	};
}

function described(amount: number, description: string | undefined) {
	return { ...inMeta(smallestUnits(amount)), ...(description !== undefined && { description }) };
}

function subtotal({ items }: Pick<Order, 'items'>): number {
	return items.reduce((sum, one) => sum + itemTotal(one), 0);
}

function total(order: Order): number {
	const { tax = 0, shipping = 0, discount = 0 } = order;
	return subtotal(order) + smallestUnits(tax) + smallestUnits(shipping) - smallestUnits(discount);
}
