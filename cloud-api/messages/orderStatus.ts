import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive } from './interactive';
import { ORDER_LIMITS } from './orderDetails';
import { optionalText, reject, requiredText } from './schema';

/** The statuses of an order after it was sent (Meta: Order status messages). */
export const ORDER_STATUSES = [
	'processing',
	'partially_shipped',
	'shipped',
	'completed',
	'canceled',
] as const;

export interface OrderStatusInput {
	body: string;
	footer?: string;
	/** The reference ID of the order details message. */
	referenceId: string;
	/** One of {@link ORDER_STATUSES}; "Partially shipped" and "cancelled" (British) are understood too. */
	status: string;
	/** Up to 120 characters. */
	description?: string;
}

const status = requiredText('Status').transform((text, context): string => {
	const known = text
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, '_')
		.replace('cancelled', 'canceled');
	if ((ORDER_STATUSES as readonly string[]).includes(known)) return known;
	reject(
		context,
		`Status "${text}" is not a status of an order`,
		`Use one of: ${ORDER_STATUSES.join(', ')}.`,
	);
	return z.NEVER;
});

const schema = z.object({
	...bodyAndFooter(),
	referenceId: requiredText('Reference ID', ORDER_LIMITS.referenceId),
	status,
	description: optionalText('Description', ORDER_LIMITS.statusDescription),
});

/**
 * Reports the status of an order that was sent as an order details message (Meta: Order status messages).
 *
 * @throws InvalidInputError for an unknown status or a text that is too long
 */
export function orderStatusMessage(input: OrderStatusInput): MessageContent {
	const { referenceId, status: current, description, ...parts } = check(schema, input);
	return interactive('order_status', parts, {
		name: 'review_order',
		parameters: {
			reference_id: referenceId,
			order: { status: current, ...(description !== undefined && { description }) },
		},
	});
}
