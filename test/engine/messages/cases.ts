import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { GIF, itemWithFile, opus, PDF, PNG, webp } from './files';

/** One use of an operation of the resource Message. */
export interface Case {
	operation: string;
	/** What a reader of the test's name learns. */
	name: string;
	parameters: INodeParameters;
	items?: INodeExecutionData[];
}

/** A message that is sent; `wire` is what Meta must find in the request. */
export interface Sent extends Case {
	wire: object;
}

/** An input that is rejected; `says` is what the user must read. */
export interface Rejected extends Case {
	says: RegExp;
}

/** Ana Lima of the sandbox. */
export const ANA = '+1 (555) 010-0201';
export const ANA_ID = 'US.1000000000000000201';
/** Chitra Rao, in India. */
export const CHITRA = '+91 99999 00203';
const WAMID = 'wamid.HBgLMTU1NTAxMDAyMDEVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDAwMAA=';
const IMAGE_LINK = 'https://example.com/bread.png';
const body = 'How can we help?';
/** An expression that returns nothing: a required field that is simply left empty is rejected by n8n itself. */
const EMPTY = '={{ $json.missing ?? "" }}';

const interactive = (type: string, rest: object = {}) => ({
	type: 'interactive',
	interactive: { type, ...rest },
});

const cards = (count: number, more: (index: number) => object = () => ({})) => ({
	card: Array.from({ length: count }, (_, index) => ({
		mediaSource: 'link',
		mediaLink: IMAGE_LINK,
		body: `Card ${index}`,
		displayText: 'Order',
		url: 'https://example.com',
		...more(index),
	})),
});
const rows = (count: number, from = 0) => ({
	row: Array.from({ length: count }, (_, index) => ({ title: `Row ${from + index}` })),
});
const oneItem = { item: [{ name: 'Bread', retailerId: 'SKU-1', price: 12.5, quantity: 2 }] };
const order = { body, referenceId: 'order-4711', currency: 'INR', items: oneItem };

export const SENT: Sent[] = [
	{
		operation: 'sendText',
		name: 'a text',
		parameters: { text: 'Hello *you*' },
		wire: { type: 'text', text: { body: 'Hello *you*' }, to: '+15550100201' },
	},
	{
		operation: 'sendText',
		name: 'with a preview, Markdown, callback data and as a reply',
		parameters: {
			text: '**Hello** https://example.com',
			options: { previewUrl: true, convertMarkdown: true, callbackData: 'order-1', replyTo: WAMID },
		},
		wire: {
			text: { body: '*Hello* https://example.com', preview_url: true },
			biz_opaque_callback_data: 'order-1',
			context: { message_id: WAMID },
		},
	},
	{
		operation: 'sendText',
		name: 'to a business-scoped user ID',
		parameters: { recipient: ANA_ID, text: 'Hello' },
		wire: { recipient: ANA_ID },
	},
	{
		operation: 'sendText',
		name: 'to a national number of the default country',
		parameters: { recipient: '(555) 010-0201', text: 'Hello', options: { defaultCountry: 'us' } },
		wire: { to: '+15550100201' },
	},
	{
		operation: 'sendMedia',
		name: 'an image from a link with a caption',
		parameters: {
			mediaType: 'image',
			mediaSource: 'link',
			mediaLink: IMAGE_LINK,
			caption: 'Bread',
		},
		wire: { type: 'image', image: { link: IMAGE_LINK, caption: 'Bread' } },
	},
	{
		operation: 'sendMedia',
		name: 'an image from a binary file',
		parameters: { mediaType: 'image' },
		items: [itemWithFile(PNG, 'image/png', 'bread.png')],
		wire: { type: 'image', image: { id: expect.stringMatching(/^\d+$/) } },
	},
	{
		operation: 'sendMedia',
		name: 'a document under its own name',
		parameters: { mediaType: 'document', caption: 'Yours' },
		items: [itemWithFile(PDF, 'application/pdf', 'Invoice 42.pdf')],
		wire: { document: { id: expect.any(String), filename: 'Invoice 42.pdf', caption: 'Yours' } },
	},
	{
		operation: 'sendMedia',
		name: 'a document under another name',
		parameters: { mediaType: 'document', fileName: 'Rechnung.pdf' },
		items: [itemWithFile(PDF, 'application/pdf', 'tmp123.pdf')],
		wire: { document: { filename: 'Rechnung.pdf' } },
	},
	{
		operation: 'sendMedia',
		name: 'a voice note',
		parameters: { mediaType: 'audio', voice: true },
		items: [itemWithFile(opus(1), 'audio/ogg; codecs=opus', 'note.ogg')],
		wire: { type: 'audio', audio: { voice: true } },
	},
	{
		operation: 'sendMedia',
		name: 'an animated sticker of more than 100 KB',
		parameters: { mediaType: 'sticker' },
		items: [itemWithFile(webp(true, 200 * 1024), 'image/webp', 'wave.webp')],
		wire: { type: 'sticker' },
	},
	{
		operation: 'sendMedia',
		name: 'a video from a link',
		parameters: { mediaType: 'video', mediaSource: 'link', mediaLink: 'https://example.com/a.mp4' },
		wire: { type: 'video', video: { link: 'https://example.com/a.mp4' } },
	},
	{
		operation: 'sendMedia',
		name: 'a PDF as document, because it is no image',
		parameters: { mediaType: 'image', options: { ifRejected: 'document' } },
		items: [itemWithFile(PDF, 'image/png', 'scan.pdf')],
		wire: { type: 'document', document: { filename: 'scan.pdf' } },
	},
	{
		operation: 'sendButtons',
		name: 'two buttons, one without an ID of its own',
		parameters: {
			body,
			footer: 'Sandbox Bakery',
			header: 'text',
			headerText: 'Order',
			buttons: { button: [{ title: 'Yes', id: 'yes' }, { title: 'No' }] },
		},
		wire: interactive('button', {
			header: { type: 'text', text: 'Order' },
			body: { text: body },
			footer: { text: 'Sandbox Bakery' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'yes', title: 'Yes' } },
					{ type: 'reply', reply: { id: 'No', title: 'No' } },
				],
			},
		}),
	},
	{
		operation: 'sendButtons',
		name: 'buttons given as JSON under an uploaded picture',
		parameters: {
			body,
			header: 'image',
			buttonsInput: 'json',
			buttonsJson: '[{ "id": "a", "title": "A" }]',
		},
		items: [itemWithFile(PNG, 'image/png', 'bread.png')],
		wire: interactive('button', {
			header: { type: 'image', image: { id: expect.any(String) } },
			action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A' } }] },
		}),
	},
	{
		operation: 'sendButtons',
		name: 'Direct Send with a URL button',
		parameters: {
			body,
			buttons: { button: [{ title: 'Stop' }] },
			options: {
				category: 'utility',
				ttlSeconds: 600,
				urlButtons: { button: [{ displayText: 'Track', url: 'https://example.com/t' }] },
			},
		},
		wire: {
			category: 'utility',
			ttl_seconds: 600,
			interactive: {
				action: {
					buttons: [
						{ type: 'cta_url', cta_url: { display_text: 'Track', url: 'https://example.com/t' } },
						{ type: 'reply', reply: { id: 'Stop', title: 'Stop' } },
					],
				},
			},
		},
	},
	{
		operation: 'sendList',
		name: 'a list of two sections',
		parameters: {
			body,
			headerText: 'Slots',
			button: 'Choose',
			sections: {
				section: [
					{
						title: 'Morning',
						rows: { row: [{ title: '9:30', description: 'Dr. Weber', id: 's1' }] },
					},
					{ title: 'Evening', rows: { row: [{ title: '18:00' }] } },
				],
			},
		},
		wire: interactive('list', {
			header: { type: 'text', text: 'Slots' },
			action: {
				button: 'Choose',
				sections: [
					{ title: 'Morning', rows: [{ id: 's1', title: '9:30', description: 'Dr. Weber' }] },
					{ title: 'Evening', rows: [{ id: '18:00', title: '18:00' }] },
				],
			},
		}),
	},
	{
		operation: 'sendList',
		name: 'a list given as JSON',
		parameters: {
			body,
			button: 'Choose',
			sectionsInput: 'json',
			sectionsJson: '[{ "rows": [{ "id": "1", "title": "One" }] }]',
		},
		wire: interactive('list', {
			action: { button: 'Choose', sections: [{ rows: [{ id: '1', title: 'One' }] }] },
		}),
	},
	{
		operation: 'sendChoices',
		name: 'four choices as a list, whose long title moves into the description',
		parameters: {
			body,
			button: 'Choose',
			choicesLines: 'Bread | fresh | b\nTea\nCoffee\nChocolate cake with cherries',
		},
		wire: interactive('list', {
			action: {
				button: 'Choose',
				sections: [
					{
						rows: [
							{ id: 'b', title: 'Bread', description: 'fresh' },
							{ id: 'Tea', title: 'Tea' },
							{ id: 'Coffee', title: 'Coffee' },
							{
								id: 'Chocolate cake with cherries',
								title: 'Chocolate cake with…',
								description: 'Chocolate cake with cherries',
							},
						],
					},
				],
			},
		}),
	},
	{
		operation: 'sendUrlButton',
		name: 'a URL button under a picture',
		parameters: {
			body,
			header: 'image',
			headerMediaSource: 'link',
			headerMediaLink: IMAGE_LINK,
			displayText: 'Track',
			url: 'https://example.com/t',
		},
		wire: interactive('cta_url', {
			header: { type: 'image', image: { link: IMAGE_LINK } },
			action: {
				name: 'cta_url',
				parameters: { display_text: 'Track', url: 'https://example.com/t' },
			},
		}),
	},
	{
		operation: 'sendLocation',
		name: 'a place',
		parameters: {
			latitude: '52.5163',
			longitude: '13.3777',
			name: 'Brandenburg Gate',
			address: 'Pariser Platz, Berlin',
		},
		wire: {
			type: 'location',
			location: {
				latitude: 52.5163,
				longitude: 13.3777,
				name: 'Brandenburg Gate',
				address: 'Pariser Platz, Berlin',
			},
		},
	},
	{
		operation: 'sendLocationRequest',
		name: 'a location request',
		parameters: { body: 'Where to?' },
		wire: interactive('location_request_message', {
			body: { text: 'Where to?' },
			action: { name: 'send_location' },
		}),
	},
	{
		operation: 'sendContacts',
		name: 'two contacts',
		parameters: {
			contacts: {
				contact: [
					{
						firstName: 'Ada',
						lastName: 'Lovelace',
						phones: { phone: [{ phone: '+49 170 1234567', type: 'CELL' }] },
						additionalFields: {
							company: 'Example Ltd',
							birthday: '1990-12-31',
							emails: { email: [{ email: 'ada@example.com', type: 'WORK' }] },
							urls: { url: [{ url: 'https://example.com', type: 'WORK' }] },
							addresses: { address: [{ city: 'London', countryCode: 'GB', type: 'HOME' }] },
						},
					},
					{ additionalFields: { formattedName: 'ACME' } },
				],
			},
		},
		wire: {
			type: 'contacts',
			contacts: [
				{
					name: { formatted_name: 'Ada Lovelace', first_name: 'Ada', last_name: 'Lovelace' },
					org: { company: 'Example Ltd' },
					birthday: '1990-12-31',
					phones: [{ phone: '+49 170 1234567', type: 'CELL', wa_id: '491701234567' }],
					emails: [{ email: 'ada@example.com', type: 'WORK' }],
					urls: [{ url: 'https://example.com', type: 'WORK' }],
					addresses: [{ city: 'London', country_code: 'GB', type: 'HOME' }],
				},
				{ name: { formatted_name: 'ACME', first_name: 'ACME' } },
			],
		},
	},
	{
		operation: 'sendFlow',
		name: 'a Flow with a first screen and data',
		parameters: {
			body,
			flow: { mode: 'id', value: '700000000000002' },
			cta: 'Book',
			flowReference: 'order-1',
			options: { mode: 'draft', action: 'navigate', screen: 'DETAILS', data: '{ "name": "Ada" }' },
		},
		wire: interactive('flow', {
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_id: '700000000000002',
					flow_cta: 'Book',
					flow_token: 'order-1',
					mode: 'draft',
					flow_action: 'navigate',
					flow_action_payload: { screen: 'DETAILS', data: { name: 'Ada' } },
				},
			},
		}),
	},
	{
		operation: 'sendProducts',
		name: 'one product',
		parameters: {
			messageType: 'product',
			catalogId: '194836987003835',
			productRetailerId: 'SKU-1',
			body,
		},
		wire: interactive('product', {
			body: { text: body },
			action: { catalog_id: '194836987003835', product_retailer_id: 'SKU-1' },
		}),
	},
	{
		operation: 'sendProducts',
		name: 'a product list',
		parameters: {
			messageType: 'list',
			catalogId: '194836987003835',
			headerText: 'Ours',
			body,
			sections: { section: [{ title: 'Bread', productRetailerIds: 'SKU-1, SKU-2' }] },
		},
		wire: interactive('product_list', {
			header: { type: 'text', text: 'Ours' },
			action: {
				catalog_id: '194836987003835',
				sections: [
					{
						title: 'Bread',
						product_items: [{ product_retailer_id: 'SKU-1' }, { product_retailer_id: 'SKU-2' }],
					},
				],
			},
		}),
	},
	{
		operation: 'sendProducts',
		name: 'the catalog',
		parameters: { messageType: 'catalog', body, thumbnailProductRetailerId: 'SKU-1' },
		wire: interactive('catalog_message', {
			action: {
				name: 'catalog_message',
				parameters: { thumbnail_product_retailer_id: 'SKU-1' },
			},
		}),
	},
	{
		operation: 'sendCarousel',
		name: 'picture cards with URL buttons',
		parameters: { body, cardType: 'image', cards: cards(2) },
		wire: interactive('carousel', {
			action: {
				cards: [
					expect.objectContaining({
						card_index: 0,
						type: 'cta_url',
						header: { type: 'image', image: { link: IMAGE_LINK } },
						body: { text: 'Card 0' },
						action: {
							name: 'cta_url',
							parameters: { display_text: 'Order', url: 'https://example.com' },
						},
					}),
					expect.objectContaining({ card_index: 1 }),
				],
			},
		}),
	},
	{
		operation: 'sendCarousel',
		name: 'cards with reply buttons and one uploaded picture',
		parameters: {
			body,
			cardType: 'image',
			buttonType: 'reply',
			cards: {
				card: [1, 2].map((index) => ({
					mediaSource: 'binary',
					mediaBinary: 'data',
					body: `Card ${index}`,
					buttons: { button: [{ title: `Order ${index}` }] },
				})),
			},
		},
		items: [itemWithFile(PNG, 'image/png', 'bread.png')],
		wire: {
			interactive: {
				action: {
					cards: [
						expect.objectContaining({
							action: {
								buttons: [
									{ type: 'quick_reply', quick_reply: { id: 'Order 1', title: 'Order 1' } },
								],
							},
						}),
						expect.objectContaining({ card_index: 1 }),
					],
				},
			},
		},
	},
	{
		operation: 'sendCarousel',
		name: 'product cards',
		parameters: { body, cardType: 'product', catalogId: '1', productRetailerIds: 'SKU-1, SKU-2' },
		wire: interactive('carousel', {
			action: {
				cards: [
					{
						card_index: 0,
						type: 'product',
						action: { product_retailer_id: 'SKU-1', catalog_id: '1' },
					},
					{
						card_index: 1,
						type: 'product',
						action: { product_retailer_id: 'SKU-2', catalog_id: '1' },
					},
				],
			},
		}),
	},
	{
		operation: 'sendCallPermissionRequest',
		name: 'a call permission request',
		parameters: { body: 'May we call?' },
		wire: interactive('call_permission_request', { action: { name: 'call_permission_request' } }),
	},
	{
		operation: 'sendContactInfoRequest',
		name: 'a contact info request',
		parameters: { body: 'Your number, please' },
		wire: interactive('request_contact_info', { action: { name: 'request_contact_info' } }),
	},
	{
		operation: 'sendVoiceCallButton',
		name: 'a voice call button',
		parameters: { body, displayText: 'Call us', options: { ttlMinutes: 60, payload: 'p' } },
		wire: interactive('voice_call', {
			action: {
				name: 'voice_call',
				parameters: { display_text: 'Call us', ttl_minutes: 60, payload: 'p' },
			},
		}),
	},
	{
		operation: 'sendOrderDetails',
		name: 'an order with its total',
		parameters: {
			...order,
			paymentSettings:
				'[{ "type": "payment_gateway", "payment_gateway": { "type": "razorpay", "configuration_name": "shop" } }]',
			options: { tax: 2.5, shipping: 1, discount: 0.5 },
		},
		wire: interactive('order_details', {
			action: {
				name: 'review_and_pay',
				parameters: {
					reference_id: 'order-4711',
					type: 'physical-goods',
					currency: 'INR',
					payment_settings: [
						{
							type: 'payment_gateway',
							payment_gateway: { type: 'razorpay', configuration_name: 'shop' },
						},
					],
					total_amount: { value: 2800, offset: 100 },
					order: {
						status: 'pending',
						items: [
							{
								retailer_id: 'SKU-1',
								name: 'Bread',
								amount: { value: 1250, offset: 100 },
								quantity: 2,
							},
						],
						subtotal: { value: 2500, offset: 100 },
						tax: { value: 250, offset: 100 },
						shipping: { value: 100, offset: 100 },
						discount: { value: 50, offset: 100 },
					},
				},
			},
		}),
	},
	{
		operation: 'sendCustom',
		name: "a message in Meta's own words, whose address is ignored",
		parameters: { message: '{ "to": "+1", "type": "text", "text": { "body": "Hello" } }' },
		wire: { to: '+15550100201', type: 'text', text: { body: 'Hello' } },
	},
];

export const REJECTED: Rejected[] = [
	{
		operation: 'sendText',
		name: 'an empty recipient',
		parameters: { recipient: EMPTY, text: 'Hello' },
		says: /The recipient is empty \(parameter "Recipient"\) \[item 0\]/,
	},
	{
		operation: 'sendText',
		name: 'a recipient that is a name',
		parameters: { recipient: 'Ana', text: 'Hello' },
		says: /"Ana" is not a phone number.*\(parameter "Recipient"\)/,
	},
	{
		operation: 'sendText',
		name: 'a national number without a default country',
		parameters: { recipient: '0170 1234567', text: 'Hello' },
		says: /"0170 1234567" is a national number/,
	},
	{
		operation: 'sendText',
		name: 'a default country that does not exist',
		parameters: { text: 'Hello', options: { defaultCountry: 'Germany' } },
		says: /"Germany" is not a country code \(parameter "Default Country"\)/,
	},
	{
		operation: 'sendText',
		name: 'a text of 4,097 characters',
		parameters: { text: 'a'.repeat(4097) },
		says: /Text has 4,097 characters, but WhatsApp allows at most 4,096 \(parameter "Text"\) \[item 0\]/,
	},
	{
		operation: 'sendText',
		name: 'a text of spaces',
		parameters: { text: '  \n ' },
		says: /Text contains only spaces \(parameter "Text"\)/,
	},
	{
		operation: 'sendMedia',
		name: 'a file that the item does not carry',
		parameters: { mediaType: 'image', mediaBinary: 'photo' },
		items: [itemWithFile(PNG, 'image/png', 'a.png')],
		says: /no binary field "photo" \(parameter "Media Data Field Name"\) \[item 0\]/,
	},
	{
		operation: 'sendMedia',
		name: 'a GIF as an image',
		parameters: { mediaType: 'image' },
		items: [itemWithFile(GIF, 'image/png', 'a.png')],
		says: /does not allow image\/gif as an image/,
	},
	{
		operation: 'sendMedia',
		name: 'a static sticker of more than 100 KB',
		parameters: { mediaType: 'sticker' },
		items: [itemWithFile(webp(false, 101 * 1024), 'image/webp', 'a.webp')],
		says: /limit for a sticker is 100 KB/,
	},
	{
		operation: 'sendMedia',
		name: 'a voice note in stereo',
		parameters: { mediaType: 'audio', voice: true },
		items: [itemWithFile(opus(2), 'audio/ogg', 'a.ogg')],
		says: /not mono/,
	},
	{
		operation: 'sendMedia',
		name: 'a caption of 1,025 characters, before the file is uploaded',
		parameters: { mediaType: 'image', caption: 'ü'.repeat(1025) },
		items: [itemWithFile(PNG, 'image/png', 'a.png')],
		says: /Caption has 1,025 characters, but WhatsApp allows at most 1,024 \(parameter "Caption"\)/,
	},
	{
		operation: 'sendMedia',
		name: 'a link that is no address',
		parameters: { mediaType: 'image', mediaSource: 'link', mediaLink: 'bread.png' },
		says: /"bread.png" is not a web address/,
	},
	{
		operation: 'sendButtons',
		name: 'four buttons',
		parameters: { body, buttons: { button: [...'abcd'].map((title) => ({ title })) } },
		says: /There are 4 buttons, but WhatsApp allows at most 3 \(parameter "Buttons"\)/,
	},
	{
		operation: 'sendButtons',
		name: 'a title of 21 characters',
		parameters: { body, buttons: { button: [{ title: 'Yes' }, { title: 'a'.repeat(21) }] } },
		says: /Title of button 2 has 21 characters.*20 \(parameter "Buttons → Title \(2\)"\)/,
	},
	{
		operation: 'sendButtons',
		name: 'two equal titles',
		parameters: {
			body,
			buttons: {
				button: [
					{ title: 'Yes', id: 'a' },
					{ title: 'Yes', id: 'b' },
				],
			},
		},
		says: /Buttons 1 and 2 have the same title "Yes"/,
	},
	{
		operation: 'sendButtons',
		name: 'JSON that is no list',
		parameters: { body, buttonsInput: 'json', buttonsJson: '{ "id": "a" }' },
		says: /not a list \(parameter "Buttons \(JSON\)"\)/,
	},
	{
		operation: 'sendList',
		name: 'eleven rows over two sections',
		parameters: {
			body,
			button: 'Choose',
			sections: {
				section: [
					{ title: 'One', rows: rows(6) },
					{ title: 'Two', rows: rows(5, 6) },
				],
			},
		},
		says: /11 rows in total.*at most 10 \(parameter "Sections"\)/,
	},
	{
		operation: 'sendChoices',
		name: 'the same choice twice',
		parameters: { body, choicesLines: 'Tea\nCake\nTea\nBread' },
		says: /Choices 1 and 3 have the same title "Tea" \(parameter "Choices → Title \(3\)"\)/,
	},
	{
		operation: 'sendUrlButton',
		name: 'an address without a scheme',
		parameters: { body, displayText: 'Open', url: 'example.com' },
		says: /URL "example.com" is not a web address \(parameter "URL"\)/,
	},
	{
		operation: 'sendLocation',
		name: 'a latitude beyond the pole',
		parameters: { latitude: '91', longitude: '0' },
		says: /Latitude is "91".*from -90 to 90 \(parameter "Latitude"\)/,
	},
	{
		operation: 'sendLocationRequest',
		name: 'an empty body',
		parameters: { body: EMPTY },
		says: /Body is empty \(parameter "Body"\)/,
	},
	{
		operation: 'sendContacts',
		name: 'a contact without a name',
		parameters: { contacts: { contact: [{ additionalFields: { company: 'ACME' } }] } },
		says: /Contact 1 has no name \(parameter "Contacts → First Name \(1\)"\)/,
	},
	{
		operation: 'sendFlow',
		name: 'no Flow',
		parameters: { body, flow: { mode: 'id', value: EMPTY }, cta: 'Start' },
		says: /There is no flow \(parameter "Flow"\)/,
	},
	{
		operation: 'sendFlow',
		name: 'data that is no JSON',
		parameters: {
			body,
			flow: { mode: 'id', value: '1' },
			cta: 'Start',
			options: { data: '{ name: }' },
		},
		says: /not valid JSON/,
	},
	{
		operation: 'sendProducts',
		name: 'a product list without a header',
		parameters: {
			messageType: 'list',
			catalogId: '1',
			headerText: EMPTY,
			body,
			sections: { section: [{ productRetailerIds: 'a' }] },
		},
		says: /no header, which is required here \(parameter "Header Text"\)/,
	},
	{
		operation: 'sendCarousel',
		name: 'one card',
		parameters: {
			body,
			cardType: 'image',
			cardsInput: 'json',
			cardsJson: JSON.stringify(cards(1).card),
		},
		says: /there is 1 card, but WhatsApp requires at least 2/,
	},
	{
		operation: 'sendCarousel',
		name: 'a card with three line breaks',
		parameters: { body, cardType: 'image', cards: cards(2, () => ({ body: 'a\nb\nc\nd' })) },
		says: /card 1 has 3 line breaks/,
	},
	{
		operation: 'sendAddressRequest',
		name: 'a customer outside India',
		parameters: { body },
		says: /in India only \(parameter "Recipient"\)/,
	},
	{
		operation: 'sendCallPermissionRequest',
		name: 'a body of spaces',
		parameters: { body: '   ' },
		says: /Body contains only spaces/,
	},
	{
		operation: 'sendContactInfoRequest',
		name: 'a body of 1,025 characters',
		parameters: { body: 'a'.repeat(1025) },
		says: /Body has 1,025 characters/,
	},
	{
		operation: 'sendVoiceCallButton',
		name: 'a button text of 21 characters',
		parameters: { body, displayText: 'a'.repeat(21) },
		says: /Button text has 21 characters.*\(parameter "Button Text"\)/,
	},
	{
		operation: 'sendOrderDetails',
		name: 'a discount above the total',
		parameters: { ...order, options: { discount: 100 } },
		says: /discount of 100 is larger than the rest/,
	},
	{
		operation: 'sendOrderStatus',
		name: 'no reference',
		parameters: { body, referenceId: EMPTY, status: 'shipped' },
		says: /Reference ID is empty \(parameter "Reference ID"\)/,
	},
	{
		operation: 'sendReaction',
		name: 'a word instead of an emoji',
		parameters: { messageId: WAMID, emoji: 'ok' },
		says: /"ok" is not one emoji \(parameter "Emoji"\)/,
	},
	{
		operation: 'pinMessage',
		name: 'a chat that is no group',
		parameters: { messageId: WAMID, expirationDays: 7 },
		says: /Only messages in groups can be pinned \(parameter "Group ID"\)/,
	},
	{
		operation: 'markAsRead',
		name: 'no message',
		parameters: { messageId: ' ' },
		says: /Message ID is empty \(parameter "Message ID"\)/,
	},
	{
		operation: 'sendCustom',
		name: 'text that is no JSON',
		parameters: { message: '{ type: text }' },
		says: /not valid JSON.*\(parameter "Message"\)/,
	},
	{
		operation: 'sendCustom',
		name: 'a type without content',
		parameters: { message: '{ "type": "image" }' },
		says: /no "image" with its content/,
	},
];
