import { orderDetailsMessage, type OrderItem } from '../../../../cloud-api/messages/orderDetails';
import { body, footer } from '../../fields/bodyAndFooter';
import { entriesOf, formOrJson } from '../../fields/formOrJson';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { withHeader } from './header';
import { orderItemFields } from './orderItemFields';
import type { Values } from '../../../shared/values';
import { sendAndTell } from './send';

export const sendOrderDetails: Operation = {
	name: 'Send Order Details',
	value: 'sendOrderDetails',
	action: 'Send order details',
	description:
		'Send an order with its items and total, and a button to review and pay. For businesses in India, Brazil and Singapore that take payments on WhatsApp.',
	sends: true,
	fields: [
		sender,
		recipient,
		...headerFields,
		body,
		footer,
		{
			displayName: 'Reference ID',
			name: 'referenceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. order-4711',
			description:
				'Your own number of the order, up to 35 characters; Send Order Status needs it again',
		},
		{
			displayName: 'Goods',
			name: 'goods',
			type: 'options',
			options: [
				{ name: 'Digital', value: 'digital-goods' },
				{ name: 'Physical', value: 'physical-goods' },
			],
			default: 'physical-goods',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'INR',
			placeholder: 'e.g. INR',
			description: 'Three capital letters: INR, BRL or SGD',
		},
		...formOrJson(
			{
				displayName: 'Items',
				name: 'items',
				type: 'fixedCollection',
				placeholder: 'Add item',
				typeOptions: { multipleValues: true, sortable: true },
				default: {},
				options: [
					{
						displayName: 'Item',
						name: 'item',
						values: orderItemFields,
					},
				],
			},
			{
				example: [{ retailerId: 'SKU-4711', name: 'Bread', price: 12.5, quantity: 2 }],
				description:
					'Items: [{ "retailerId": "SKU-4711", "name": "Bread", "price": 12.5, "quantity": 2 }]',
			},
		),
		{
			displayName: 'Payment Settings',
			name: 'paymentSettings',
			type: 'json',
			default: '[]',
			description:
				'How the customer pays, as in Meta\'s pages, e.g. [{ "type": "payment_gateway", "payment_gateway": { "type": "razorpay", "configuration_name": "my-shop" } }]',
		},
		simplify,
		sendOptions({
			own: [
				{
					displayName: 'Catalog ID',
					name: 'catalogId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 194836987003835',
					description: 'The catalog that the product IDs of the items belong to',
				},
				{
					displayName: 'Discount',
					name: 'discount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'Amount taken off the total',
				},
				{
					displayName: 'Payment Configuration',
					name: 'paymentConfiguration',
					type: 'string',
					default: '',
					placeholder: 'e.g. my-shop',
					description:
						'Name of the payment configuration, for the older form without Payment Settings',
				},
				{
					displayName: 'Payment Type',
					name: 'paymentType',
					type: 'string',
					default: '',
					placeholder: 'e.g. upi',
					description: 'For the older form without Payment Settings',
				},
				{
					displayName: 'Shipping',
					name: 'shipping',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'Amount added to the total',
				},
				{
					displayName: 'Tax',
					name: 'tax',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'Amount added to the total',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const paymentSettings = param.list('paymentSettings');
		const options = param.group('options');
		const content = await withHeader(call, (header) =>
			orderDetailsMessage({
				header,
				body: param.text('body'),
				footer: param.text('footer'),
				referenceId: param.text('referenceId'),
				goods: param.text('goods') === 'digital-goods' ? 'digital-goods' : 'physical-goods',
				currency: param.text('currency').trim(),
				items: entriesOf(param, 'items', 'item').map(itemOf),
				tax: options.number('tax'),
				shipping: options.number('shipping'),
				discount: options.number('discount'),
				catalogId: options.text('catalogId'),
				...(paymentSettings && paymentSettings.length > 0 && { paymentSettings }),
				paymentType: options.text('paymentType'),
				paymentConfiguration: options.text('paymentConfiguration'),
			}),
		);
		return await sendAndTell(call, content);
	},
};

function itemOf(row: Values): OrderItem {
	row.only(['retailerId', 'name', 'price', 'salePrice', 'quantity']);
	return {
		retailerId: row.text('retailerId') || row.text('name'),
		name: row.text('name'),
		price: row.number('price') ?? NaN,
		salePrice: row.number('salePrice'),
		quantity: row.number('quantity') ?? NaN,
	};
}
