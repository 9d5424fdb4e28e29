import { orderStatusMessage } from '../../../../cloud-api/messages/orderStatus';
import { ORDER_LIMITS } from '../../../../cloud-api/messages/orderLimits';
import { body, footer } from '../../fields/bodyAndFooter';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendOrderStatus: Operation = {
	name: 'Send Order Status',
	value: 'sendOrderStatus',
	action: 'Send an order status',
	description: 'Update the status of an order that was sent with Send Order Details',
	sends: true,
	fields: [
		sender,
		recipient,
		{ ...body, placeholder: 'e.g. Your order is on its way' },
		footer,
		{
			displayName: 'Reference ID',
			name: 'referenceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. order-4711',
			description: 'The reference ID of the order, as in Send Order Details',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Canceled', value: 'canceled', description: 'Cannot be changed afterwards' },
				{ name: 'Completed', value: 'completed', description: 'Cannot be changed afterwards' },
				{ name: 'Partially Shipped', value: 'partially_shipped' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Shipped', value: 'shipped' },
			],
			default: 'processing',
			description:
				'The new status of the order. WhatsApp does not change an order that is completed or canceled.',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			placeholder: 'e.g. Arrives tomorrow',
			description: `Details of the status, up to ${ORDER_LIMITS.statusDescription} characters`,
		},
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(
			call,
			orderStatusMessage({
				body: param.text('body'),
				footer: param.text('footer'),
				referenceId: param.text('referenceId'),
				status: param.text('status'),
				description: param.text('description'),
			}),
		);
	},
};
