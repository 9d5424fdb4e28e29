import { GOODS_TYPES, orderDetailsMessage } from '../../../../cloud-api/messages/orderDetails';
import { ITEM_FIELDS, itemInput, type OrderItem } from '../../../../cloud-api/messages/orderItems';
import { ORDER_LIMITS } from '../../../../cloud-api/messages/orderLimits';
import { body, footer } from '../../fields/bodyAndFooter';
import { formOrJson } from '../../fields/formOrJson';
import { givenRows } from '../../fields/givenRows';
import { headerFields } from '../../fields/header';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import type { Values } from '../../../shared/values';
import { withHeader } from './header';
import { orderItemFields } from './orderItemFields';
import { orderOptions, orderOptionsOf } from './orderOptions';
import { sendAndTell } from './send';

export const sendOrderDetails: Operation = {
	name: 'Send Order Details',
	value: 'sendOrderDetails',
	action: 'Send order details',
	description:
		'Send an order with a button to review and pay. Available to businesses in India, Brazil, and Singapore.',
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
			description: `Your ID of the order, up to ${ORDER_LIMITS.referenceId} letters, digits, underscores, dashes, and dots. Send Order Status requires it.`,
		},
		{
			displayName: 'Goods Type',
			name: 'goods',
			type: 'options',
			options: [
				{ name: 'Digital', value: 'digital-goods' },
				{ name: 'Physical', value: 'physical-goods' },
			],
			default: 'physical-goods',
			description: 'Whether the goods are digital or shipped',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'INR',
			placeholder: 'e.g. INR',
			description: 'INR for India, BRL for Brazil, or SGD for Singapore',
		},
		...formOrJson(
			{
				displayName: 'Items',
				name: 'items',
				type: 'fixedCollection',
				placeholder: 'Add item',
				typeOptions: {
					multipleValues: true,
					sortable: true,
					minRequiredFields: 1,
					fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
				},
				default: {
					item: [{ name: '', price: 0, quantity: 1, retailerId: '', additionalFields: {} }],
				},
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
					'Items: [{ "name": "Bread", "price": 12.5, "quantity": 2, "retailerId": "SKU-4711" }], also with salePrice, countryOfOrigin, importerName, and importerAddress, or Meta\'s JSON. Other fields are sent as they are.',
			},
		),
		{
			displayName: 'Payment Settings',
			name: 'paymentSettings',
			type: 'json',
			default: '[]',
			description:
				'How the customer pays, in Meta\'s JSON. India: [{ "type": "payment_gateway", "payment_gateway": { "type": "razorpay", "configuration_name": "my-shop" } }]. Brazil: [{ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "…", "merchant_name": "…", "key": "…", "key_type": "EMAIL" } }].',
		},
		simplify,
		sendOptions({ extra: orderOptions }),
	],
	async run(call) {
		const { param } = call;
		const paymentSettings = param.list('paymentSettings');
		const order = {
			body: param.text('body'),
			footer: param.text('footer'),
			referenceId: param.text('referenceId').trim(),
			goods: param.choice('goods', GOODS_TYPES) ?? 'physical-goods',
			currency: param.text('currency').trim().toUpperCase(),
			items: givenRows(param, 'items', { group: 'item', shape: itemInput }).map(itemOf),
			...(paymentSettings && paymentSettings.length > 0 && { paymentSettings }),
			...orderOptionsOf(param.group('options')),
		};
		const content = await withHeader(call, (header) => orderDetailsMessage({ ...order, header }));
		return await sendAndTell(call, content);
	},
};

/** Fields of Meta's item that the form does not have are sent as they are. */
function itemOf(row: Values): OrderItem {
	const others = row.names().filter((name) => !(ITEM_FIELDS as readonly string[]).includes(name));
	return {
		...Object.fromEntries(others.map((name) => [name, row.raw(name)])),
		retailerId: row.optionalText('retailerId'),
		name: row.text('name'),
		price: row.number('price') ?? '',
		salePrice: row.number('salePrice'),
		quantity: row.number('quantity') ?? NaN,
		countryOfOrigin: row.optionalText('countryOfOrigin'),
		importerName: row.optionalText('importerName'),
		importerAddress: row.object('importerAddress'),
	};
}
