import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, interactive } from './interactive';
import { ORDER_LIMITS } from './orderDetails';
import { optionalText, requiredText } from './schema';

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
	status: (typeof ORDER_STATUSES)[number];
	/** At most 120 characters. */
	description?: string;
}

const schema = z.object({
	...bodyAndFooter(),
	referenceId: requiredText('Reference ID', ORDER_LIMITS.referenceId),
	status: z.enum(ORDER_STATUSES),
	description: optionalText('Description', ORDER_LIMITS.statusDescription),
});

/** Tells how far an order is that was sent as an order details message. */
export function orderStatusMessage(input: OrderStatusInput): MessageContent {
	const { referenceId, status, description, ...parts } = check(schema, input);
	return interactive('order_status', parts, {
		name: 'review_order',
		parameters: {
			reference_id: referenceId,
			order: { status, ...(description !== undefined && { description }) },
		},
	});
}
