import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, headerSchema, interactive, type InteractiveInput } from './interactive';
import {
	amount as text,
	list,
	numberBetween,
	optionalMetaId,
	optionalText,
	refuse,
	requiredText,
} from './schema';

export const ORDER_LIMITS = {
	referenceId: 35,
	statusDescription: 120,
	quantity: 1_000_000,
} as const;

export interface OrderItem {
	/** The product's own ID in the catalog (SKU). */
	retailerId: string;
	name: string;
	/** Price of one piece in the currency's main unit, e.g. `12.5`. */
	price: number;
	/** Reduced price of one piece. */
	salePrice?: number;
	quantity: number;
}

export interface OrderDetailsInput extends InteractiveInput {
	/** Your own number for this order, also used by its status messages. */
	referenceId: string;
	goods: 'digital-goods' | 'physical-goods';
	/** ISO 4217, e.g. `INR`. */
	currency: string;
	items: OrderItem[];
	/** In the currency's main unit. */
	tax?: number;
	shipping?: number;
	discount?: number;
	catalogId?: string;
	/** Meta's `payment_settings`, as the payment provider's page shows them. */
	paymentSettings?: unknown[];
	/** Older form of the payment settings: `payment_type` and the name of the configuration. */
	paymentType?: string;
	paymentConfiguration?: string;
}

/** Meta counts money in hundredths of the main unit. */
const OFFSET = 100;
const LARGEST = 1_000_000_000;

const money = (label: string) => numberBetween(label, 0, LARGEST);
const optionalMoney = (label: string) => z.undefined().or(money(label));

const schema = z
	.object({
		header: headerSchema.optional(),
		...bodyAndFooter(),
		referenceId: requiredText('Reference ID', ORDER_LIMITS.referenceId),
		goods: z.enum(['digital-goods', 'physical-goods']),
		currency: requiredText('Currency', 3).superRefine((currency, context) => {
			if (/^[A-Z]{3}$/.test(currency)) return;
			refuse(
				context,
				`Currency "${currency}" is not a currency code`,
				'Enter three capital letters, e.g. INR, BRL or SGD.',
			);
		}),
		items: list(
			z.object({
				retailerId: requiredText('Product ID of item #'),
				name: requiredText('Name of item #'),
				price: money('Price of item #'),
				salePrice: optionalMoney('Reduced price of item #'),
				quantity: numberBetween('Quantity of item #', 1, ORDER_LIMITS.quantity, { whole: true }),
			}),
			'Items',
			['item', 'items'],
			{ min: 1, max: Infinity },
		),
		tax: optionalMoney('Tax'),
		shipping: optionalMoney('Shipping'),
		discount: optionalMoney('Discount'),
		catalogId: optionalMetaId('Catalog ID'),
		paymentSettings: z.array(z.unknown()).optional(),
		paymentType: optionalText('Payment type'),
		paymentConfiguration: optionalText('Payment configuration'),
	})
	.superRefine((order, context) => {
		if (total(order) >= 0) return;
		refuse(
			context,
			`The discount of ${text(order.discount ?? 0)} is larger than the rest of the order`,
			'Lower the discount.',
			['discount'],
		);
	});

type Order = z.output<typeof schema>;

/** An order with its items and total, and a button to pay. India, Brazil and Singapore. */
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
				...(paymentSettings && { payment_settings: paymentSettings }),
				...(paymentType !== undefined && { payment_type: paymentType }),
				...(paymentConfiguration !== undefined && { payment_configuration: paymentConfiguration }),
				currency: order.currency,
				total_amount: inMeta(total(order)),
				order: {
					status: 'pending',
					...(order.catalogId && { catalog_id: order.catalogId }),
					items: order.items.map(({ retailerId, name, price, salePrice, quantity }) => ({
						retailer_id: retailerId,
						name,
						amount: inMeta(hundredths(price)),
						...(salePrice !== undefined && { sale_amount: inMeta(hundredths(salePrice)) }),
						quantity,
					})),
					subtotal: inMeta(subtotal(order)),
					tax: inMeta(hundredths(order.tax ?? 0)),
					...(order.shipping !== undefined && { shipping: inMeta(hundredths(order.shipping)) }),
					...(order.discount !== undefined && { discount: inMeta(hundredths(order.discount)) }),
				},
			},
		},
	);
}

function hundredths(value: number): number {
	return Math.round(value * OFFSET);
}

function inMeta(value: number): { value: number; offset: number } {
	return { value, offset: OFFSET };
}

function subtotal({ items }: Pick<Order, 'items'>): number {
	return items.reduce(
		(sum, { price, salePrice, quantity }) => sum + hundredths(salePrice ?? price) * quantity,
		0,
	);
}

function total(order: Order): number {
	const { tax = 0, shipping = 0, discount = 0 } = order;
	return subtotal(order) + hundredths(tax) + hundredths(shipping) - hundredths(discount);
}
