import type { JsonObject } from '../../../sandbox/control/types';

export const BODY = { type: 'BODY', text: 'Your order {{1}} is ready' };
export const body = (...values: unknown[]) => ({
	type: 'body',
	parameters: values.map((text) => ({ type: 'text', text })),
});

export const FLOW = [
	BODY,
	{
		type: 'BUTTONS',
		buttons: [{ type: 'FLOW', text: 'Open', flow_id: '700000000000001', flow_action: 'navigate' }],
	},
];
export const LINK = [
	BODY,
	{
		type: 'BUTTONS',
		buttons: [{ type: 'URL', text: 'Track', url: 'https://example.com/t/{{1}}' }],
	},
];
export const PRODUCTS = [BODY, { type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] }];
export const CATALOG = [BODY, { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View' }] }];
export const link = (text: unknown) => ({
	type: 'button',
	sub_type: 'url',
	index: '0',
	parameters: [{ type: 'text', text }],
});
export const products = (sections: unknown) => ({
	type: 'button',
	sub_type: 'mpm',
	index: 0,
	parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'bread', sections } }],
});

export const plain = { type: 'BODY', text: 'The bakery opens at seven' };
const withButton = (button: object) => ({
	components: [plain, { type: 'BUTTONS', buttons: [button] }],
});
const url = (address: string, example?: unknown) =>
	withButton({ type: 'URL', text: 'Open', url: address, ...(example ? { example } : {}) });

/** Template messages that the sandbox rejects: why, the definition, the components, and Meta's code. */
export const rejectedSends: Array<[string, JsonObject[], unknown, number]> = [
	['a flow button that is not named', FLOW, [body('7')], 131009],
	['a catalog button that is not named', CATALOG, [body('7')], 131008],
	[
		'a parameter without the name',
		[{ type: 'BODY', text: 'Hi {{name}}, welcome back' }],
		[body('Ana')],
		100,
	],
	['a line break in a value', [BODY], [body('one\ntwo')], 132018],
	['a tab in a value', [BODY], [body('one\ttwo')], 132018],
	['five spaces in a value', [BODY], [body('one     two')], 132018],
	['a blank value', [BODY], [body('  ')], 131008],
	['an object as a value', [BODY], [body({ id: 7 })], 100],
	['a number as a value', [BODY], [body(7)], 100],
	['components as text', [BODY], 'body', 100],
	['a component as text', [BODY], ['body'], 100],
	['parameters as an object', [BODY], [{ type: 'body', parameters: { 0: 'x' } }], 100],
	['a parameter as text', [BODY], [{ type: 'body', parameters: ['7'] }], 100],
	['an unknown component', [BODY], [body('7'), { type: 'bdoy', parameters: [] }], 131009],
	['an unknown key of a component', [BODY], [{ ...body('7'), values: [] }], 100],
	['a URL parameter with a space', LINK, [body('7'), link('a b')], 132018],
	['a URL parameter with braces', LINK, [body('7'), link('{{1}}')], 132018],
	['an object as a URL parameter', LINK, [body('7'), link({ id: 1 })], 100],
	['sections as text', PRODUCTS, [body('7'), products('all')], 100],
	['a section as text', PRODUCTS, [body('7'), products(['all'])], 100],
	[
		'a section without products',
		PRODUCTS,
		[body('7'), products([{ title: 'Bread', product_items: [] }])],
		100,
	],
	['a button where there is none', [BODY], [body('7'), link('42')], 132000],
	[
		'a currency without a fallback value',
		[BODY],
		[
			{
				type: 'body',
				parameters: [{ type: 'currency', currency: { code: 'USD', amount_1000: 1000 } }],
			},
		],
		132012,
	],
	[
		'a date without a fallback value',
		[BODY],
		[{ type: 'body', parameters: [{ type: 'date_time', date_time: {} }] }],
		132012,
	],
	[
		'an order status where the template has none',
		[BODY],
		[body('7'), { type: 'order_status', parameters: [] }],
		132000,
	],
	[
		'an amount as text',
		[BODY],
		[
			{
				type: 'body',
				parameters: [
					{
						type: 'currency',
						currency: { fallback_value: '$1', code: 'USD', amount_1000: '1000' },
					},
				],
			},
		],
		132012,
	],
];

/** Definitions with a wrong structure, rejected with 100. */
export const rejectedStructures: Array<[string, object]> = [
	['a URL with a space', url('https://example.com/orders/1 }}')],
	['a URL with braces', url('https://example.com/orders/{1}')],
	['a URL with half a variable', url('https://example.com/orders/{{1')],
	['a URL sample without a variable', url('https://example.com/orders', ['42'])],
	[
		'a body sample without a variable',
		{ components: [{ ...plain, example: { body_text: [['x']] } }] },
	],
	[
		'a header sample without a variable',
		{
			components: [
				{ type: 'HEADER', format: 'TEXT', text: 'Hello', example: { header_text: ['x'] } },
				plain,
			],
		},
	],
	[
		'half a variable in the body',
		{ components: [{ type: 'BODY', text: 'Order {{1 is ready now' }] },
	],
	[
		'a header of two lines',
		{ components: [{ type: 'HEADER', format: 'TEXT', text: 'One\nTwo' }, plain] },
	],
	['a component as text', { components: ['BODY'] }],
	['a text as an object', { components: [{ type: 'BODY', text: { value: 'Hi' } }] }],
	['buttons as an object', { components: [plain, { type: 'BUTTONS', buttons: { 0: {} } }] }],
	['a button as text', { components: [plain, { type: 'BUTTONS', buttons: ['Yes'] }] }],
	[
		'one-tap with the old fields of the button',
		{
			category: 'AUTHENTICATION',
			components: [
				{ type: 'BODY' },
				{
					type: 'BUTTONS',
					buttons: [
						{
							type: 'OTP',
							otp_type: 'ONE_TAP',
							package_name: 'com.example.bakery',
							signature_hash: 'K8a/AINcGX7',
						},
					],
				},
			],
		},
	],
];
