import { messageComponents } from '../../../../cloud-api/templates/parameters/components';
import { checkValues } from '../../../../cloud-api/templates/parameters/check';
import { parameterFields } from '../../../../cloud-api/templates/parameters/fields';
import { readValues } from '../../../../cloud-api/templates/parameters/values';
import type { Template, TemplateComponent } from '../../../../cloud-api/templates/template';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const template = (components: unknown[], category = 'MARKETING'): Template => ({
	id: '1',
	name: 't',
	language: 'en_US',
	status: 'APPROVED',
	category,
	components: components as TemplateComponent[],
});
const button = (more: Record<string, unknown>) =>
	template([
		{ type: 'BODY', text: 'Hello there' },
		{ type: 'BUTTONS', buttons: [more] },
	]);
const productCards = template([
	{ type: 'BODY', text: 'Look at these' },
	{
		type: 'CAROUSEL',
		cards: [1, 2].map(() => ({
			components: [
				{ type: 'HEADER', format: 'PRODUCT' },
				{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
			],
		})),
	},
]);

interface Case {
	template: Template;
	fields: Array<[id: string, label: string, required?: boolean]>;
	values: Record<string, unknown>;
	components: unknown[];
}

/** For each kind of template: what is asked for, and what leaves for Meta. */
const CASES: Record<string, Case> = {
	'text header and numbered body': {
		template: template([
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Our {{1}} is on!',
				example: { header_text: ['Sale'] },
			},
			{
				type: 'BODY',
				text: 'Use {{2}} until {{1}} please',
				example: { body_text: [['Friday', '25OFF']] },
			},
		]),
		fields: [
			['header.text.1', 'Header {{1}} – Sale'],
			['body.2', 'Body {{2}} – 25OFF'],
			['body.1', 'Body {{1}} – Friday'],
		],
		values: { 'header.text.1': 'Summer Sale', 'body.2': '10OFF', 'body.1': 'Monday' },
		components: [
			{ type: 'header', parameters: [{ type: 'text', text: 'Summer Sale' }] },
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: 'Monday' },
					{ type: 'text', text: '10OFF' },
				],
			},
		],
	},
	'named variables': {
		template: template([
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Hi {{name}}',
				example: { header_text_named_params: [{ param_name: 'name', example: 'Ana' }] },
			},
			{ type: 'BODY', text: 'Order {{no}} comes {{day}} for sure' },
		]),
		fields: [
			['header.text.name', 'Header {{name}} – Ana'],
			['body.no', 'Body {{no}}'],
			['body.day', 'Body {{day}}'],
		],
		values: { 'header.text.name': 'Bo', 'body.no': 42, 'body.day': 'today' },
		components: [
			{ type: 'header', parameters: [{ type: 'text', parameter_name: 'name', text: 'Bo' }] },
			{
				type: 'body',
				parameters: [
					{ type: 'text', parameter_name: 'no', text: '42' },
					{ type: 'text', parameter_name: 'day', text: 'today' },
				],
			},
		],
	},
	...Object.fromEntries(
		['image', 'video', 'gif'].map((media): [string, Case] => [
			`${media} header`,
			{
				template: template([
					{ type: 'HEADER', format: media.toUpperCase() },
					{ type: 'BODY', text: 'Hello' },
				]),
				fields: [[`header.${media}`, `Header ${media === 'gif' ? 'GIF' : media}`]],
				values: { [`header.${media}`]: 'https://x.com/a' },
				components: [
					{ type: 'header', parameters: [{ type: media, [media]: { link: 'https://x.com/a' } }] },
				],
			},
		]),
	),
	'document header by media ID, with a file name': {
		template: template([
			{ type: 'HEADER', format: 'DOCUMENT' },
			{ type: 'BODY', text: 'Hello' },
		]),
		fields: [
			['header.document', 'Header document'],
			['header.document.filename', 'Header file name – Invoice 42.pdf', false],
		],
		values: { 'header.document': '1234567890', 'header.document.filename': 'Invoice.pdf' },
		components: [
			{
				type: 'header',
				parameters: [{ type: 'document', document: { id: '1234567890', filename: 'Invoice.pdf' } }],
			},
		],
	},
	'location header': {
		template: template([
			{ type: 'HEADER', format: 'LOCATION' },
			{ type: 'BODY', text: 'Hello' },
		]),
		fields: [
			['header.location.latitude', 'Header latitude – 37.44'],
			['header.location.longitude', 'Header longitude – -122.16'],
			['header.location.name', 'Location name – Main Office'],
			['header.location.address', 'Location address'],
		],
		values: {
			'header.location.latitude': 37.44,
			'header.location.longitude': -122.16,
			'header.location.name': 'Philz Coffee',
			'header.location.address': '101 Forest Ave',
		},
		components: [
			{
				type: 'header',
				parameters: [
					{
						type: 'location',
						location: {
							latitude: 37.44,
							longitude: -122.16,
							name: 'Philz Coffee',
							address: '101 Forest Ave',
						},
					},
				],
			},
		],
	},
	'single product': {
		template: template([
			{ type: 'HEADER', format: 'PRODUCT' },
			{ type: 'BODY', text: 'Hello' },
			{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
		]),
		fields: [
			['header.product.id', 'Product ID'],
			['header.product.catalog', 'Catalog ID'],
		],
		values: { 'header.product.id': 'sku1', 'header.product.catalog': '194836987003835' },
		components: [
			{
				type: 'header',
				parameters: [
					{
						type: 'product',
						product: { product_retailer_id: 'sku1', catalog_id: '194836987003835' },
					},
				],
			},
		],
	},
	'website button with a variable': {
		template: button({
			type: 'URL',
			text: 'Track',
			url: 'https://x.com/{{1}}',
			example: ['https://x.com/abc'],
		}),
		fields: [['button.0.url', 'URL end "Track" – abc']],
		values: { 'button.0.url': 'zzz' },
		components: [
			{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'zzz' }] },
		],
	},
	'quick reply': {
		template: button({ type: 'QUICK_REPLY', text: 'Stop' }),
		fields: [['button.0.payload', 'Payload "Stop"', false]],
		values: { 'button.0.payload': 'STOP' },
		components: [
			{
				type: 'button',
				sub_type: 'quick_reply',
				index: '0',
				parameters: [{ type: 'payload', payload: 'STOP' }],
			},
		],
	},
	'copy code button': {
		template: button({ type: 'COPY_CODE', text: 'Copy offer code', example: ['25OFF'] }),
		fields: [['button.0.coupon', 'Coupon code – 25OFF']],
		values: { 'button.0.coupon': '10OFF' },
		components: [
			{
				type: 'button',
				sub_type: 'copy_code',
				index: '0',
				parameters: [{ type: 'coupon_code', coupon_code: '10OFF' }],
			},
		],
	},
	'flow button': {
		template: button({ type: 'FLOW', text: 'Open', flow_id: '1' }),
		fields: [
			['button.0.flow.token', 'Flow token "Open"', false],
			['button.0.flow.data', 'Flow data "Open"', false],
		],
		values: { 'button.0.flow.token': 'T', 'button.0.flow.data': { step: 1 } },
		components: [
			{
				type: 'button',
				sub_type: 'flow',
				index: '0',
				parameters: [
					{ type: 'action', action: { flow_token: 'T', flow_action_data: { step: 1 } } },
				],
			},
		],
	},
	'catalog button': {
		template: button({ type: 'CATALOG', text: 'View catalog' }),
		fields: [['button.0.catalog', 'Thumbnail product ID', false]],
		values: { 'button.0.catalog': 'sku1' },
		components: [
			{
				type: 'button',
				sub_type: 'catalog',
				index: '0',
				parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'sku1' } }],
			},
		],
	},
	'multi-product button': {
		template: button({ type: 'MPM', text: 'View items' }),
		fields: [
			['button.0.mpm.thumbnail', 'Thumbnail product ID'],
			['button.0.mpm.sections', 'Product sections'],
		],
		values: {
			'button.0.mpm.thumbnail': 'sku1',
			'button.0.mpm.sections': [{ title: 'Fruit', products: ['sku1', 'sku2'] }],
		},
		components: [
			{
				type: 'button',
				sub_type: 'mpm',
				index: '0',
				parameters: [
					{
						type: 'action',
						action: {
							thumbnail_product_retailer_id: 'sku1',
							sections: [
								{
									title: 'Fruit',
									product_items: [{ product_retailer_id: 'sku1' }, { product_retailer_id: 'sku2' }],
								},
							],
						},
					},
				],
			},
		],
	},
	'voice call button': {
		template: button({ type: 'VOICE_CALL', text: 'Call' }),
		fields: [
			['button.0.call.minutes', 'Call expires (minutes)', false],
			['button.0.call.payload', 'Call payload', false],
		],
		values: { 'button.0.call.minutes': 100, 'button.0.call.payload': 'P' },
		components: [
			{
				type: 'button',
				sub_type: 'voice_call',
				parameters: [
					{ type: 'ttl_minutes', ttl_minutes: 100 },
					{ type: 'payload', payload: 'P' },
				],
			},
		],
	},
	'order details button': {
		template: button({ type: 'ORDER_DETAILS', text: 'Review and Pay' }),
		fields: [['button.0.order', 'Order details']],
		values: { 'button.0.order': { reference_id: 'r1' } },
		components: [
			{
				type: 'button',
				sub_type: 'order_details',
				index: '0',
				parameters: [{ type: 'action', action: { order_details: { reference_id: 'r1' } } }],
			},
		],
	},
	'one-time password, in both places': {
		template: template(
			[
				{ type: 'BODY', text: '*{{1}}* is your verification code.' },
				{
					type: 'BUTTONS',
					buttons: [
						{
							type: 'URL',
							text: 'Copy code',
							url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}',
						},
					],
				},
			],
			'AUTHENTICATION',
		),
		fields: [['code', 'One-time password – 123456']],
		values: { code: '123456' },
		components: [
			{ type: 'body', parameters: [{ type: 'text', text: '123456' }] },
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: [{ type: 'text', text: '123456' }],
			},
		],
	},
	'limited-time offer': {
		template: template([
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Hurry', has_expiration: true } },
			{ type: 'BODY', text: 'Good news for you' },
			{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy', example: ['A'] }] },
		]),
		fields: [
			['button.0.coupon', 'Coupon code – A'],
			['offer.expiration', 'Offer expiration'],
		],
		values: { 'offer.expiration': '2026-12-01T00:00:00.000Z', 'button.0.coupon': 'CARIBE25' },
		components: [
			{
				type: 'limited_time_offer',
				parameters: [
					{
						type: 'limited_time_offer',
						limited_time_offer: { expiration_time_ms: 1796083200000 },
					},
				],
			},
			{
				type: 'button',
				sub_type: 'copy_code',
				index: '0',
				parameters: [{ type: 'coupon_code', coupon_code: 'CARIBE25' }],
			},
		],
	},
	'media carousel': {
		template: template([
			{ type: 'BODY', text: 'Look at {{1}} today' },
			{
				type: 'CAROUSEL',
				cards: [1, 2].map(() => ({
					components: [
						{ type: 'HEADER', format: 'IMAGE' },
						{ type: 'BODY', text: 'Plant {{1}} of ours' },
						{
							type: 'BUTTONS',
							buttons: [
								{ type: 'QUICK_REPLY', text: 'More' },
								{ type: 'URL', text: 'Shop', url: 'https://x.com/{{1}}' },
							],
						},
					],
				})),
			},
		]),
		fields: [
			['body.1', 'Body {{1}}'],
			...[0, 1].flatMap((index): Case['fields'] => [
				[`card.${index}.header.image`, `Card ${index + 1} image`],
				[`card.${index}.body.1`, `Card ${index + 1} {{1}}`],
				[`card.${index}.button.0.payload`, `Card ${index + 1} payload "More"`, false],
				[`card.${index}.button.1.url`, `Card ${index + 1} URL end "Shop"`],
			]),
		],
		values: {
			'body.1': 'these',
			'card.1.header.image': '2',
			'card.1.body.1': 'B',
			'card.1.button.1.url': 'b',
			'card.0.header.image': '1',
			'card.0.body.1': 'A',
			'card.0.button.1.url': 'a',
		},
		components: [
			{ type: 'body', parameters: [{ type: 'text', text: 'these' }] },
			{
				type: 'carousel',
				cards: ['A', 'B'].map((text, index) => ({
					card_index: index,
					components: [
						{
							type: 'header',
							parameters: [{ type: 'image', image: { id: String(index + 1) } }],
						},
						{ type: 'body', parameters: [{ type: 'text', text }] },
						{
							type: 'button',
							sub_type: 'url',
							index: '1',
							parameters: [{ type: 'text', text: text.toLowerCase() }],
						},
					],
				})),
			},
		],
	},
};

describe('the fields of a template and the resulting message', () => {
	test.each(Object.entries(CASES))('%s', (_, { template: one, fields, values, components }) => {
		expect(parameterFields(one).map(({ id, label, required }) => [id, label, required])).toEqual(
			fields.map(([id, label, required = true]) => [id, label, required]),
		);
		expect(
			checkValues(values, { fields: parameterFields(one), template: one, now: NOW }).list,
		).toEqual([]);
		expect(messageComponents(values)).toEqual(components);
	});

	it('has no fields for a template without variables', () => {
		const fixed = template([
			{ type: 'HEADER', format: 'TEXT', text: 'Hello World' },
			{ type: 'BODY', text: 'Welcome' },
			{ type: 'BUTTONS', buttons: [{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+1' }] },
		]);
		expect(parameterFields(fixed)).toEqual([]);
		expect(messageComponents({})).toEqual([]);
	});

	it('offers ten cards for a carousel of products that was approved with two', () => {
		const fields = parameterFields(productCards);
		expect(fields).toHaveLength(20);
		expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual([
			'card.0.header.product.id',
			'card.0.header.product.catalog',
			'card.1.header.product.id',
			'card.1.header.product.catalog',
		]);
	});

	it('puts a tap target next to the other components', () => {
		expect(
			messageComponents({ 'tap_target.url': 'https://x.com', 'tap_target.title': 'Offer' }),
		).toEqual([
			{
				type: 'tap_target_configuration',
				parameters: [
					{
						type: 'tap_target_configuration',
						tap_target_configuration: [{ url: 'https://x.com', title: 'Offer' }],
					},
				],
			},
		]);
	});

	it('rejects an ID that is not a parameter of a template', () => {
		expect(() => messageComponents({ 'body.1': 'a', footer: 'b' })).toThrow(
			'"footer" is not a parameter of a template message',
		);
	});
});

describe('values may be nested, as people and agents write them', () => {
	it.each([
		[{ body: ['Ana', 42] }, { 'body.1': 'Ana', 'body.2': 42 }],
		[{ body: { first_name: 'Ana' } }, { 'body.first_name': 'Ana' }],
		[{ header: { text: ['Sale'] } }, { 'header.text.1': 'Sale' }],
		[{ header: { image: { link: 'https://x.com' } } }, { 'header.image': 'https://x.com' }],
		[
			{ header: { document: { id: '7', filename: 'a.pdf' } } },
			{ 'header.document': '7', 'header.document.filename': 'a.pdf' },
		],
		[
			{ buttons: [{ url: 'a' }, { payload: 'b' }] },
			{ 'button.0.url': 'a', 'button.1.payload': 'b' },
		],
		[{ button: { 1: { flow: { data: { a: 1 } } } } }, { 'button.1.flow.data': { a: 1 } }],
		[
			{ cards: [{ body: ['A'], buttons: [{ url: 'a' }] }] },
			{ 'card.0.body.1': 'A', 'card.0.button.0.url': 'a' },
		],
		[{ 'body.1': 'Ana', code: null }, { 'body.1': 'Ana' }],
	])('%j', (input, values) => {
		expect(readValues(input)).toEqual(values);
	});
});

describe('values that Meta rejects are reported before anything is sent', () => {
	const wanted = template([
		{ type: 'HEADER', format: 'IMAGE' },
		{ type: 'BODY', text: 'Dear {{1}}, your order {{2}} is here' },
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://x.com/{{1}}' }] },
	]);
	const good = {
		'header.image': '1',
		'body.1': 'Ana',
		'body.2': '42',
		'button.0.url': 'abc',
	};
	const check = (values: Record<string, unknown>, one = wanted) =>
		checkValues(values, { fields: parameterFields(one), template: one, now: NOW }).list.map(
			({ message }) => message,
		);

	it.each([
		['a missing value', { 'body.2': undefined }, 'Body {{2}} is empty'],
		['an empty value', { 'body.2': ' ' }, 'Body {{2}} is empty'],
		['a value too many', { 'body.3': 'x' }, 'The template has no parameter body.3'],
		['a line break', { 'body.1': 'Ana\nGray' }, 'Body {{1}} has a line break or a tab'],
		['a tab', { 'body.1': 'Ana\tGray' }, 'Body {{1}} has a line break or a tab'],
		['five spaces', { 'body.1': 'Ana     Gray' }, 'Body {{1}} has more than four spaces in a row'],
		[
			'a body that grows too long',
			{ 'body.1': 'x'.repeat(1010) },
			'The body has 1038 characters with its values; the limit is 1024',
		],
		[
			'a value longer than a message',
			{ 'body.1': 'x'.repeat(1100) },
			'Body {{1}} has 1100 characters; the limit of a whole message is 1024',
		],
		[
			'a picture that is neither link nor ID',
			{ 'header.image': 'picture.png' },
			'Header image "picture.png" is not a link, a media ID, or a binary field of this item',
		],
		[
			'blanks in a URL',
			{ 'button.0.url': 'a b' },
			'URL end "Track" has spaces, which a URL cannot have',
		],
		[
			'a whole URL where its end belongs',
			{ 'button.0.url': 'https://x.com/abc' },
			'Button 1 has a whole URL as its value, but only the end of the URL is variable',
		],
	])('%s', (_, change, message) => {
		expect(check(good)).toEqual([]);
		expect(check({ ...good, ...change })).toContain(message);
	});

	it.each([
		['code', 'A'.repeat(16), 'is longer than 15 characters or holds a link or emoji'],
		['button.0.coupon', 'A'.repeat(21), 'has 21 characters; the limit is 20'],
		['header.location.latitude', '95', '"95" is not a coordinate'],
		['header.location.longitude', 'east', '"east" is not a coordinate'],
		['offer.expiration', '2026-11-22T11:00:00Z', 'is in the past'],
		['offer.expiration', 'tomorrow', '"tomorrow" is not a date'],
		['button.0.mpm.sections', [], 'is not a list of one to ten sections'],
	])('%s = %j', (id, value, words) => {
		const [problem] = checkValues({ [id]: value }, { now: NOW }).list;
		expect(problem.message).toContain(words);
		expect(problem.fix).toMatch(/\.$/);
	});

	it('a product without its catalog, and a gap between cards', () => {
		const card = (index: number, catalog = '1') => ({
			[`card.${index}.header.product.id`]: `sku${index}`,
			[`card.${index}.header.product.catalog`]: catalog,
		});
		expect(check({ ...card(0), ...card(1), ...card(2) }, productCards)).toEqual([]);
		expect(check({ ...card(0), ...card(1), ...card(2, '') }, productCards)).toEqual([
			'The catalog of the product "sku2" is missing',
		]);
		expect(check({ ...card(0), ...card(1), ...card(3) }, productCards)).toEqual([
			'Card 4 has values, but card 3 before it has none',
		]);
	});

	it('does not quote a one-time password in an error', () => {
		const [problem] = checkValues({ code: '1234567890123456' }, { now: NOW }).list;
		expect(`${problem.message} ${problem.fix}`).not.toContain('1234567890123456');
	});
});
