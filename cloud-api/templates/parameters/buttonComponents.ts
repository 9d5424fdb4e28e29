import { isLocalized, localizedParameter } from './localized';
import type { Entry, Part } from './part';

/** Returns the components of all buttons with values, in order (Meta: template messages). */
export function buttonComponents(entries: Entry[]): Part[] {
	const indexes = [...new Set(entries.map(([id]) => Number(id.split('.')[0])))].sort(
		(one, other) => one - other,
	);
	return indexes.map((index) =>
		buttonComponent(
			index,
			Object.fromEntries(
				entries
					.filter(([id]) => id.startsWith(`${index}.`))
					.map(([id, value]) => [id.slice(`${index}.`.length), value]),
			),
		),
	);
}

function buttonComponent(index: number, values: Part): Part {
	const button = (subType: string, ...parameters: Part[]): Part => ({
		type: 'button',
		sub_type: subType,
		index: String(index),
		parameters,
	});
	if ('url' in values)
		return button('url', {
			...(isLocalized(values.url)
				? localizedParameter(values.url)
				: { type: 'text', text: String(values.url) }),
			...(isTrue(values.payment_link_preview) && { payment_link_preview: true }),
		});
	if ('payload' in values)
		return button('quick_reply', { type: 'payload', payload: String(values.payload) });
	if ('coupon' in values)
		return button('copy_code', { type: 'coupon_code', coupon_code: String(values.coupon) });
	if ('catalog' in values) {
		const { parameters, ...bare } = button('catalog', {
			type: 'action',
			action: { thumbnail_product_retailer_id: String(values.catalog) },
		});
		return values.catalog === undefined ? bare : { ...bare, parameters };
	}
	if ('order' in values)
		return button('order_details', { type: 'action', action: { order_details: values.order } });
	if ('mpm.thumbnail' in values || 'mpm.sections' in values)
		return button('mpm', {
			type: 'action',
			action: {
				thumbnail_product_retailer_id: String(values['mpm.thumbnail'] ?? ''),
				sections: sections(values['mpm.sections']),
			},
		});
	if ('flow.token' in values || 'flow.data' in values)
		return button('flow', {
			type: 'action',
			action: {
				...('flow.token' in values && { flow_token: String(values['flow.token']) }),
				...('flow.data' in values && { flow_action_data: values['flow.data'] }),
			},
		});
	return {
		type: 'button',
		sub_type: 'voice_call',
		parameters: [
			...('call.minutes' in values
				? [{ type: 'ttl_minutes', ttl_minutes: Number(values['call.minutes']) }]
				: []),
			...('call.payload' in values
				? [{ type: 'payload', payload: String(values['call.payload']) }]
				: []),
		],
	};
}

function isTrue(value: unknown): boolean {
	return value === true || value === 'true';
}

/** Returns sections in Meta's format, also from the short form `[{"title": "Fruit", "products": ["sku1"]}]`. */
function sections(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	return value.map((section: unknown) => {
		if (typeof section !== 'object' || section === null || !('products' in section)) return section;
		const { products, ...rest } = section as { products: unknown };
		return {
			...rest,
			product_items: [products].flat().map((id) => ({ product_retailer_id: String(id) })),
		};
	});
}
