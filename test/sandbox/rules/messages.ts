const link = 'https://example.com/file';
export const reply = (id: string, title = id) => ({ type: 'reply', reply: { id, title } });
const rows = (count: number, from = 0) =>
	Array.from({ length: count }, (_, i) => ({ id: `row${from + i}`, title: `Row ${from + i}` }));
export const interactive = (content: object) => ({ type: 'interactive', interactive: content });
export const body = { text: 'Body' };
const buttons = (...list: object[]) =>
	interactive({ type: 'button', body, action: { buttons: list } });
const list = (...sections: object[]) =>
	interactive({ type: 'list', body, action: { button: 'Choose', sections } });
const ctaAction = {
	name: 'cta_url',
	parameters: { display_text: 'Open', url: 'https://example.com' },
};
const card = (index: number, extra: object = {}) => ({
	card_index: index,
	type: 'cta_url',
	header: { type: 'image', image: { link } },
	body: { text: `Card ${index}` },
	action: ctaAction,
	...extra,
});
const carousel = (...cards: object[]) => interactive({ type: 'carousel', body, action: { cards } });
const products = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ product_retailer_id: `sku${i}` }));
const productList = (extra: object, ...sections: object[]) =>
	interactive({
		type: 'product_list',
		header: { type: 'text', text: 'Bread' },
		body,
		action: { catalog_id: '1', sections },
		...extra,
	});
const flow = (parameters: object) =>
	interactive({
		type: 'flow',
		body,
		action: {
			name: 'flow',
			parameters: {
				flow_message_version: '3',
				flow_id: '700000000000001',
				flow_cta: 'Book',
				...parameters,
			},
		},
	});
const amount = (value: number) => ({ value, offset: 100 });
export const order = (id: string, extra: object = {}) =>
	interactive({
		type: 'order_details',
		body,
		action: {
			name: 'review_and_pay',
			parameters: {
				reference_id: id,
				type: 'digital-goods',
				payment_settings: [{ type: 'payment_gateway' }],
				currency: 'INR',
				total_amount: amount(2100),
				order: {
					status: 'pending',
					items: [{ name: 'Bread', amount: amount(1000), quantity: 2 }],
					subtotal: amount(2000),
					tax: amount(100),
				},
				...extra,
			},
		},
	});
const contact = { name: { formatted_name: 'Ana Lima', first_name: 'Ana' } };

/** Messages that the sandbox accepts: what they are, and their content. */
export const accepted: Array<[string, object]> = [
	[
		'text of 4096 characters',
		{ type: 'text', text: { body: 'x'.repeat(4096), preview_url: true } },
	],
	['text of 4096 emoji', { type: 'text', text: { body: '😀'.repeat(4096) } }],
	['text without a type', { text: { body: 'Hi' } }],
	['image by link', { type: 'image', image: { link, caption: 'x'.repeat(1024) } }],
	['document with a file name', { type: 'document', document: { link, filename: 'a.pdf' } }],
	['voice note', { type: 'audio', audio: { link, voice: true } }],
	['sticker', { type: 'sticker', sticker: { link } }],
	['location in numbers', { type: 'location', location: { latitude: 37.4, longitude: -122.1 } }],
	[
		'location in strings',
		{ type: 'location', location: { latitude: '37.4', longitude: '-122.1', name: 'Shop' } },
	],
	['257 contacts', { type: 'contacts', contacts: Array.from({ length: 257 }, () => contact) }],
	['three buttons', buttons(reply('a'), reply('b'), reply('c', 'x'.repeat(20)))],
	[
		'buttons with an image header',
		interactive({
			type: 'button',
			header: { type: 'image', image: { link } },
			body: { text: 'x'.repeat(1024) },
			footer: { text: 'x'.repeat(60) },
			action: { buttons: [reply('a')] },
		}),
	],
	['list of 10 rows in one section', list({ rows: rows(10) })],
	[
		'list of 10 rows in two sections',
		list({ title: 'A', rows: rows(5) }, { title: 'B', rows: rows(5, 5) }),
	],
	[
		'list body of 4096 characters',
		interactive({
			type: 'list',
			body: { text: 'x'.repeat(4096) },
			action: { button: 'x'.repeat(20), sections: [{ rows: rows(1) }] },
		}),
	],
	['URL button', interactive({ type: 'cta_url', body, action: ctaAction })],
	[
		'URL button with a document header',
		interactive({
			type: 'cta_url',
			header: { type: 'document', document: { link, filename: 'a.pdf' } },
			body,
			action: ctaAction,
		}),
	],
	[
		'location request',
		interactive({ type: 'location_request_message', body, action: { name: 'send_location' } }),
	],
	['carousel of 10 cards', carousel(...Array.from({ length: 10 }, (_, i) => card(i)))],
	[
		'carousel with reply buttons',
		carousel(
			...[0, 1].map((index) =>
				card(index, {
					action: {
						buttons: [{ type: 'quick_reply', quick_reply: { id: `c${index}`, title: 'Yes' } }],
					},
				}),
			),
		),
	],
	[
		'product carousel',
		carousel(
			...[0, 1].map((index) => ({
				card_index: index,
				type: 'product',
				action: { product_retailer_id: `sku${index}`, catalog_id: '1' },
			})),
		),
	],
	[
		'product without body',
		interactive({ type: 'product', action: { catalog_id: '1', product_retailer_id: 'sku' } }),
	],
	['30 products', productList({}, { title: 'All', product_items: products(30) })],
	['catalog', interactive({ type: 'catalog_message', body, action: { name: 'catalog_message' } })],
	[
		'flow',
		flow({ flow_token: 't', flow_action: 'navigate', flow_action_payload: { screen: 'FEEDBACK' } }),
	],
	['flow by name', flow({ flow_id: undefined, flow_name: 'appointment_draft', mode: 'draft' })],
	[
		'call permission request',
		interactive({
			type: 'call_permission_request',
			body,
			action: { name: 'call_permission_request' },
		}),
	],
	[
		'contact info request',
		interactive({ type: 'request_contact_info', body, action: { name: 'request_contact_info' } }),
	],
	[
		'voice call button',
		interactive({
			type: 'voice_call',
			body,
			action: { name: 'voice_call', parameters: { display_text: 'Call', ttl_minutes: 43_200 } },
		}),
	],
	['order details', order('order-1')],
	[
		'reply to a message',
		{ type: 'text', text: { body: 'Hi' }, context: { message_id: 'wamid.unknown' } },
	],
	[
		'callback data of 512 characters',
		{ text: { body: 'Hi' }, biz_opaque_callback_data: 'x'.repeat(512) },
	],
];

/** Messages that the sandbox rejects: why, Meta's code, a part of the message, and the content. */
export const rejected: Array<[string, number, string, object]> = [
	['empty text', 100, "text['body']", { type: 'text', text: { body: '' } }],
	['text of white space', 100, "text['body']", { type: 'text', text: { body: ' \n ' } }],
	['text of 4097 characters', 100, 'at most 4096', { text: { body: 'x'.repeat(4097) } }],
	['text without body', 131008, "text['body'] is required", { type: 'text', text: {} }],
	['text with an unknown key', 100, 'Unexpected key "color"', { text: { body: 'x', color: 1 } }],
	['a number as body', 100, 'must be of type string', { text: { body: 12 } }],
	['no part for the type', 131008, "'image' is mandatory", { type: 'image' }],
	['an unknown type', 131051, '"video_note"', { type: 'video_note', video_note: {} }],
	['no type', 100, 'type is required', {}],
	['two media sources', 131009, 'not both', { type: 'image', image: { id: '1', link } }],
	['no media source', 131008, 'id or link', { type: 'image', image: {} }],
	['an unknown media ID', 131009, 'does not exist', { type: 'image', image: { id: '123' } }],
	['a caption on audio', 100, 'Unexpected key', { type: 'audio', audio: { link, caption: 'x' } }],
	[
		'a caption on a sticker',
		100,
		'Unexpected key',
		{ type: 'sticker', sticker: { link, caption: 'x' } },
	],
	[
		'a long caption',
		100,
		'at most 1024',
		{ type: 'image', image: { link, caption: 'x'.repeat(1025) } },
	],
	['a link that is none', 100, 'valid http', { type: 'image', image: { link: 'file.jpg' } }],
	[
		'latitude 91',
		100,
		"location['latitude']",
		{ type: 'location', location: { latitude: 91, longitude: 0 } },
	],
	[
		'no longitude',
		131008,
		"location['longitude']",
		{ type: 'location', location: { latitude: 1 } },
	],
	['contacts as an object', 100, 'of type array', { type: 'contacts', contacts: contact }],
	['no contact', 100, 'at least 1', { type: 'contacts', contacts: [] }],
	[
		'258 contacts',
		100,
		'at most 257',
		{ type: 'contacts', contacts: Array.from({ length: 258 }, () => contact) },
	],
	[
		'a contact with formatted_name alone',
		131009,
		'at least one of',
		{ type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' } }] },
	],
	[
		'a birthday in words',
		131009,
		'YYYY-MM-DD',
		{ type: 'contacts', contacts: [{ ...contact, birthday: '1 May' }] },
	],
	[
		'four buttons',
		131009,
		'Max allowed buttons: 3',
		buttons(reply('a'), reply('b'), reply('c'), reply('d')),
	],
	['no button', 131009, 'at least 1', buttons()],
	['a title of 21 characters', 131009, 'at most 20', buttons(reply('a', 'x'.repeat(21)))],
	['an id of 257 characters', 131009, 'at most 256', buttons(reply('x'.repeat(257), 'A'))],
	['two equal titles', 131009, 'unique', buttons(reply('a', 'Yes'), reply('b', 'Yes'))],
	['two equal ids', 131009, 'unique', buttons(reply('a', 'Yes'), reply('a', 'No'))],
	['a title with a space around it', 131009, 'space', buttons(reply('a', ' Yes'))],
	[
		'a URL button among replies',
		131009,
		'Direct Send',
		buttons({ type: 'cta_url', cta_url: ctaAction.parameters }, reply('a')),
	],
	[
		'a body of 1025 characters',
		131009,
		'at most 1024',
		interactive({
			type: 'button',
			body: { text: 'x'.repeat(1025) },
			action: { buttons: [reply('a')] },
		}),
	],
	[
		'a footer of 61 characters',
		131009,
		'at most 60',
		interactive({
			type: 'button',
			body,
			footer: { text: 'x'.repeat(61) },
			action: { buttons: [reply('a')] },
		}),
	],
	[
		'no body',
		131008,
		"interactive['body'] is required",
		interactive({ type: 'button', action: { buttons: [reply('a')] } }),
	],
	[
		'a header that is empty',
		131008,
		"['header']['image']",
		interactive({
			type: 'button',
			header: { type: 'image' },
			body,
			action: { buttons: [reply('a')] },
		}),
	],
	['an unknown interactive type', 131009, 'must be one of', interactive({ type: 'poll', body })],
	['11 rows in one section', 131009, 'at most 10', list({ rows: rows(11) })],
	[
		'11 rows over two sections',
		131009,
		'max allowed count: 10',
		list({ title: 'A', rows: rows(6) }, { title: 'B', rows: rows(5, 6) }),
	],
	[
		'sections without titles',
		131008,
		'more than one section',
		list({ rows: rows(1) }, { rows: rows(1, 1) }),
	],
	['equal row ids', 131009, 'row ids must be unique', list({ rows: [...rows(1), ...rows(1)] })],
	[
		'a row title of 25 characters',
		131009,
		'at most 24',
		list({ rows: [{ id: 'a', title: 'x'.repeat(25) }] }),
	],
	[
		'a row description of 73 characters',
		131009,
		'at most 72',
		list({ rows: [{ id: 'a', title: 'A', description: 'x'.repeat(73) }] }),
	],
	[
		'a row id of 201 characters',
		131009,
		'at most 200',
		list({ rows: [{ id: 'x'.repeat(201), title: 'A' }] }),
	],
	[
		'an image header on a list',
		131009,
		'must be one of {TEXT}',
		interactive({
			type: 'list',
			header: { type: 'image', image: { link } },
			body,
			action: { button: 'A', sections: [{ rows: rows(1) }] },
		}),
	],
	[
		'a URL button without URL',
		131008,
		"['url'] is required",
		interactive({
			type: 'cta_url',
			body,
			action: { name: 'cta_url', parameters: { display_text: 'A' } },
		}),
	],
	[
		'a URL button label of 21 characters',
		131009,
		'at most 20',
		interactive({
			type: 'cta_url',
			body,
			action: { name: 'cta_url', parameters: { display_text: 'x'.repeat(21), url: link } },
		}),
	],
	[
		'a URL button header by ID',
		131009,
		'by link',
		interactive({
			type: 'cta_url',
			header: { type: 'image', image: { id: '1' } },
			body,
			action: ctaAction,
		}),
	],
	['one card', 131009, 'at least 2', carousel(card(0))],
	[
		'11 cards',
		131009,
		'at most 10',
		carousel(...Array.from({ length: 11 }, (_, i) => card(Math.min(i, 9)))),
	],
	['cards out of order', 131009, 'numbered in order', carousel(card(1), card(0))],
	[
		'mixed card headers',
		131009,
		'same type',
		carousel(card(0), card(1, { header: { type: 'video', video: { link } } })),
	],
	[
		'a card body of 161 characters',
		131009,
		'at most 160',
		carousel(card(0), card(1, { body: { text: 'x'.repeat(161) } })),
	],
	[
		'three line breaks in a card',
		131009,
		'line breaks',
		carousel(card(0), card(1, { body: { text: 'a\nb\nc\nd' } })),
	],
	[
		'a header outside of the cards',
		100,
		'Unexpected key "header"',
		interactive({
			type: 'carousel',
			header: { type: 'text', text: 'A' },
			body,
			action: { cards: [card(0), card(1)] },
		}),
	],
	[
		'a product with a header',
		100,
		'Unexpected key "header"',
		interactive({
			type: 'product',
			header: { type: 'text', text: 'A' },
			action: { catalog_id: '1', product_retailer_id: 'a' },
		}),
	],
	[
		'a product list without header',
		131008,
		"['header'] is required",
		productList({ header: undefined }, { product_items: products(1) }),
	],
	[
		'31 products',
		131009,
		'at most 30',
		productList({}, { title: 'A', product_items: products(31) }),
	],
	[
		'11 product sections',
		131009,
		'at most 10',
		productList(
			{},
			...Array.from({ length: 11 }, () => ({ title: 'A', product_items: products(1) })),
		),
	],
	['a flow without ID and name', 131008, 'flow_id or flow_name', flow({ flow_id: undefined })],
	['an unknown flow', 131009, 'does not exist', flow({ flow_id: '799' })],
	[
		'a draft flow without mode draft',
		131009,
		'not published',
		flow({ flow_id: '700000000000002' }),
	],
	['a published flow with mode draft', 131009, 'draft mode', flow({ mode: 'draft' })],
	[
		'a flow with an unknown first screen',
		131009,
		'screen A does not exist',
		flow({ flow_action_payload: { screen: 'A' } }),
	],
	[
		'data_exchange for a flow without endpoint',
		131009,
		'endpoint',
		flow({ flow_action: 'data_exchange' }),
	],
	['a flow button with emoji', 131009, 'emoji', flow({ flow_cta: 'Book 📅' })],
	['a flow button of 31 characters', 131009, 'at most 30', flow({ flow_cta: 'x'.repeat(31) })],
	[
		'empty flow data',
		131009,
		'must not be empty',
		flow({ flow_action_payload: { screen: 'A', data: {} } }),
	],
	[
		'a flow payload with data_exchange',
		131009,
		'not allowed',
		flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
	],
	[
		'an address message outside of India',
		131009,
		'India',
		interactive({
			type: 'address_message',
			body,
			action: { name: 'address_message', parameters: { country: 'IN' } },
		}),
	],
	[
		'a voice call of 43201 minutes',
		131009,
		'ttl_minutes',
		interactive({
			type: 'voice_call',
			body,
			action: { name: 'voice_call', parameters: { ttl_minutes: 43_201 } },
		}),
	],
	[
		'an order whose sum is wrong',
		131009,
		'must be 2100',
		order('order-2', { total_amount: amount(2000) }),
	],
	[
		'the status of an order that was never sent',
		131000,
		'There is no order',
		interactive({
			type: 'order_status',
			body,
			action: {
				name: 'review_order',
				parameters: { reference_id: 'none', order: { status: 'shipped' } },
			},
		}),
	],
	[
		'a reaction to an unknown message',
		131009,
		'does not exist',
		{ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } },
	],
	[
		'a reaction that is a word',
		131009,
		'one emoji',
		{ type: 'reaction', reaction: { message_id: 'wamid.x', emoji: 'ok' } },
	],
	[
		'a pin outside of a group',
		131009,
		'groups',
		{ type: 'pin', pin: { type: 'pin', message_id: 'wamid.x', expiration_days: 7 } },
	],
	['a context without message_id', 131008, 'message_id', { text: { body: 'x' }, context: {} }],
	[
		'callback data of 513 characters',
		100,
		'at most 512',
		{ text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) },
	],
	[
		'a template that does not exist',
		132001,
		'does not exist',
		{ type: 'template', template: { name: 'nope', language: { code: 'en_US' } } },
	],
];
