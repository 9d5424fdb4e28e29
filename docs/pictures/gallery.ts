import type { JsonObject } from '../../sandbox/control/types';

/** Media IDs for the gallery. */
export interface GalleryMedia {
	picture: string;
	cake: string;
	croissant: string;
	voice: string;
	film: string;
	invoice: string;
	sticker: string;
}

const interactive = (type: string, text: string, rest: JsonObject): JsonObject => ({
	type: 'interactive',
	interactive: { type, ...(text ? { body: { text } } : {}), ...rest },
});

const card = (index: number, image: string, text: string): JsonObject => ({
	card_index: index,
	type: 'cta_url',
	header: { type: 'image', image: { id: image } },
	body: { text },
	action: {
		name: 'cta_url',
		parameters: { display_text: 'Order', url: 'https://shop.example.com' },
	},
});

const order: JsonObject = {
	reference_id: 'A-1009',
	type: 'physical-goods',
	currency: 'INR',
	total_amount: { value: 129900, offset: 100 },
	payment_settings: [
		{ type: 'payment_gateway', payment_gateway: { type: 'razorpay', configuration_name: 'shop' } },
	],
	order: {
		status: 'pending',
		items: [
			{
				retailer_id: 'sourdough',
				name: 'Sourdough loaf',
				amount: { value: 47450, offset: 100 },
				quantity: 2,
			},
			{
				retailer_id: 'rye-loaf',
				name: 'Rye loaf',
				amount: { value: 30000, offset: 100 },
				quantity: 1,
			},
		],
		subtotal: { value: 124900, offset: 100 },
		tax: { value: 0, offset: 100 },
		shipping: { value: 5000, offset: 100 },
	},
};

/** Bodies of every message type that a business can send. `link` returns the URL of uploaded media. */
export function gallery(media: GalleryMedia, link: (id: string) => string): JsonObject[] {
	return [
		{
			type: 'text',
			text: {
				body: 'Order *A-1009* is _on its way_:\n- ~Monday~ *Tuesday*, 9 to 11\n- code `4711`\n> Leave it at the door, please\nTrack it: https://track.example.com/orders/A-1009',
				preview_url: true,
			},
		},
		{ type: 'image', image: { id: media.picture, caption: 'Packed *this morning*' } },
		{ type: 'audio', audio: { id: media.voice, voice: true } },
		{
			type: 'document',
			document: { id: media.invoice, filename: 'Invoice A-1009.pdf', caption: 'Your invoice' },
		},
		{ type: 'video', video: { id: media.film, caption: 'How we bake' } },
		{ type: 'sticker', sticker: { id: media.sticker } },
		{
			type: 'location',
			location: {
				latitude: 37.4847,
				longitude: -122.1473,
				name: 'Sandbox Bakery',
				address: '1 Baker Street, Springfield',
			},
		},
		{
			type: 'contacts',
			contacts: [
				{
					name: { formatted_name: 'Pablo Morales', first_name: 'Pablo', last_name: 'Morales' },
					phones: [{ phone: '+1 555-010-0233', wa_id: '15550100233', type: 'WORK' }],
					org: { company: 'Sandbox Bakery' },
				},
			],
		},
		interactive('button', 'Did everything arrive?', {
			footer: { text: 'One tap is enough' },
			action: {
				buttons: ['Yes', 'No', 'Talk to a person'].map((title) => ({
					type: 'reply',
					reply: { id: title, title },
				})),
			},
		}),
		interactive('list', 'When may we deliver?', {
			header: { type: 'text', text: 'Pick a time' },
			action: {
				button: 'Choose a slot',
				sections: [
					{
						title: 'Today',
						rows: [
							{ id: 't1', title: '14:00 to 16:00' },
							{ id: 't2', title: '16:00 to 18:00', description: 'The courier calls first' },
						],
					},
					{ title: 'Tomorrow', rows: [{ id: 'm1', title: '09:00 to 11:00' }] },
				],
			},
		}),
		interactive('cta_url', 'See what is fresh this week.', {
			header: { type: 'image', image: { link: link(media.cake) } },
			action: {
				name: 'cta_url',
				parameters: { display_text: 'Open the shop', url: 'https://shop.example.com' },
			},
		}),
		interactive('location_request_message', 'Where should the courier meet you?', {
			action: { name: 'send_location' },
		}),
		interactive('flow', 'Two questions, one minute.', {
			header: { type: 'text', text: 'Feedback' },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_id: '700000000000001',
					flow_cta: 'Give feedback',
					flow_token: 'feedback-1009',
					flow_action: 'navigate',
					flow_action_payload: { screen: 'FEEDBACK' },
				},
			},
		}),
		interactive('product', 'Our best seller', {
			action: { catalog_id: '900', product_retailer_id: 'butter-croissant' },
		}),
		interactive('product_list', 'Everything for tomorrow morning', {
			header: { type: 'text', text: 'Breakfast' },
			action: {
				catalog_id: '900',
				sections: [
					{
						title: 'Bread',
						product_items: [
							{ product_retailer_id: 'sourdough' },
							{ product_retailer_id: 'rye-loaf' },
						],
					},
					{ title: 'Sweet', product_items: [{ product_retailer_id: 'cinnamon-roll' }] },
				],
			},
		}),
		interactive('catalog_message', 'Have a look around', {
			action: {
				name: 'catalog_message',
				parameters: { thumbnail_product_retailer_id: 'sourdough' },
			},
		}),
		interactive('carousel', 'New this week:', {
			action: {
				cards: [
					card(0, media.croissant, '*Croissant*, real butter'),
					card(1, media.cake, 'A cake for eight'),
				],
			},
		}),
		interactive('address_message', 'Where shall we deliver?', {
			action: { name: 'address_message', parameters: { country: 'IN' } },
		}),
		interactive('call_permission_request', 'A short call would solve this faster.', {
			action: { name: 'call_permission_request' },
		}),
		interactive('voice_call', 'Talk to us, 9 to 5', {
			action: { name: 'voice_call', parameters: { display_text: 'Call the bakery' } },
		}),
		interactive('request_contact_info', 'May the courier have your number?', {
			action: { name: 'request_contact_info' },
		}),
		interactive('order_details', 'Your order is ready to pay.', {
			action: { name: 'review_and_pay', parameters: order },
		}),
		interactive('order_status', 'Good news!', {
			action: {
				name: 'review_order',
				parameters: {
					reference_id: 'A-1009',
					order: { status: 'shipped', description: 'With the courier since 10:12' },
				},
			},
		}),
	];
}

/** Template definitions, rendered with their sample values. `picture` is the URL of the header's sample file. */
export function templates(picture: string): JsonObject[] {
	return [
		{
			name: 'parcel_update',
			language: 'en_US',
			components: [
				{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [picture] } },
				{
					type: 'BODY',
					text: 'Hi *{{1}}*, your order {{2}} arrives tomorrow between 9 and 11.',
					example: { body_text: [['Ana', 'A-1009']] },
				},
				{ type: 'FOOTER', text: 'Sandbox Bakery' },
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'QUICK_REPLY', text: 'That suits me' },
						{
							type: 'URL',
							text: 'Track it',
							url: 'https://track.example.com/{{1}}',
							example: ['A-1009'],
						},
						{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '15550100100' },
					],
				},
			],
		},
		{
			name: 'weekend_offer',
			language: 'en_US',
			components: [
				{
					type: 'LIMITED_TIME_OFFER',
					limited_time_offer: { text: '25% off cakes', has_expiration: true },
				},
				{ type: 'BODY', text: 'This weekend only, for friends of the bakery.' },
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'COPY_CODE', example: 'CAKE25' },
						{ type: 'URL', text: 'Shop now', url: 'https://shop.example.com' },
					],
				},
			],
		},
		{
			name: 'login_code',
			language: 'en_US',
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 10 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
			],
		},
	];
}
