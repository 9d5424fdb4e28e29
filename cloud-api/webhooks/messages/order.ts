import { compact, number, record, records, text, type Json } from '../read';

/** `order`: the customer's cart; as text their note and "2 × SKU at 9.99 USD" for each product. */
export function orderMessage(message: Json): Json {
	const order = record(message.order);
	const orderItems = records(order.product_items).map((item) =>
		compact({
			productRetailerId: text(item.product_retailer_id),
			quantity: number(item.quantity),
			itemPrice: number(item.item_price),
			currency: text(item.currency),
		}),
	);
	const lines = orderItems.map(
		({ productRetailerId, quantity = 1, itemPrice, currency = '' }) =>
			`${quantity} × ${productRetailerId ?? '?'}` +
			(itemPrice === undefined ? '' : ` at ${`${itemPrice} ${currency}`.trim()}`),
	);
	const note = text(order.text);
	return {
		text: [...(note ? [note] : []), ...lines].join('\n'),
		catalogId: text(order.catalog_id),
		orderNote: note,
		orderItems,
	};
}
