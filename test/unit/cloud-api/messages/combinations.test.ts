import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { addressRequestMessage } from '../../../../cloud-api/messages/addressRequest';
import { buttonsMessage } from '../../../../cloud-api/messages/buttons';
import { carouselMessage } from '../../../../cloud-api/messages/carousel';
import { contactsMessage } from '../../../../cloud-api/messages/contacts';
import { customMessage } from '../../../../cloud-api/messages/custom';
import { messageBody } from '../../../../cloud-api/messages/envelope';
import { flowMessage } from '../../../../cloud-api/messages/flow';
import { listMessage } from '../../../../cloud-api/messages/list';
import { mediaMessage } from '../../../../cloud-api/messages/media';
import { orderDetailsMessage } from '../../../../cloud-api/messages/orderDetails';
import { pinMessage } from '../../../../cloud-api/messages/pin';
import { productListMessage, productMessage } from '../../../../cloud-api/messages/product';
import { reactionMessage } from '../../../../cloud-api/messages/reaction';
import { textMessage } from '../../../../cloud-api/messages/text';
import { urlButtonMessage } from '../../../../cloud-api/messages/urlButton';

const body = 'Hello';
const phone = { kind: 'phone', value: '+491701234567' } as const;
const user = { kind: 'user', value: 'US.1349' } as const;
const group = { kind: 'group', value: 'Y2FwaV9ncm91cDox' } as const;
const text = textMessage({ text: body });
const rows = [{ id: 'a', title: 'A' }];
const media = { id: '1' };
const url = { displayText: 'Open', url: 'https://example.com' };

const REJECTED: Array<[string, string, RegExp, () => unknown]> = [
	[
		'four buttons',
		'buttons',
		/4 buttons.*at most 3/,
		() => buttonsMessage({ body, buttons: [...'abcd'].map((id) => ({ id, title: id })) }),
	],
	[
		'two equal titles',
		'buttons[1].title',
		/1 and 2 have the same title "Yes"/,
		() =>
			buttonsMessage({
				body,
				buttons: [
					{ id: 'a', title: 'Yes' },
					{ id: 'b', title: 'Yes' },
				],
			}),
	],
	[
		'two equal IDs',
		'buttons[1].id',
		/same ID "a"/,
		() =>
			buttonsMessage({
				body,
				buttons: [
					{ id: 'a', title: 'A' },
					{ id: 'a', title: 'B' },
				],
			}),
	],
	[
		'an ID with a leading space',
		'buttons[0].id',
		/starts or ends with a space/,
		() => buttonsMessage({ body, buttons: [{ id: ' a', title: 'A' }] }),
	],
	[
		'a title with a trailing space',
		'buttons[0].title',
		/Title of button 1 "A " starts or ends/,
		() => buttonsMessage({ body, buttons: [{ id: 'a', title: 'A ' }] }),
	],
	[
		'a body that is empty',
		'body',
		/Body is empty/,
		() => buttonsMessage({ body: '', buttons: [{ id: 'a', title: 'A' }] }),
	],
	[
		'two sections of which one has no title',
		'sections[1].title',
		/Section 2 has no title/,
		() =>
			listMessage({
				body,
				button: 'Open',
				sections: [{ title: 'One', rows }, { rows: [{ id: 'b', title: 'B' }] }],
			}),
	],
	[
		'a row ID in two sections',
		'sections[1].rows[0].id',
		/Rows 1 and 2 of the list have the same ID "a"/,
		() =>
			listMessage({
				body,
				button: 'Open',
				sections: [
					{ title: 'One', rows },
					{ title: 'Two', rows },
				],
			}),
	],
	[
		'a section without rows',
		'sections[0].rows',
		/Section 1: there is no row/,
		() => listMessage({ body, button: 'Open', sections: [{ rows: [] }] }),
	],
	[
		'a product with a header',
		'header',
		/has no header/,
		() =>
			productMessage({
				header: { type: 'text', text: 'Hi' } as never,
				catalogId: '1',
				productRetailerId: 'a',
			}),
	],
	[
		'a product list without header',
		'header.text',
		/has no header/,
		() =>
			productListMessage({
				header: undefined,
				body,
				catalogId: '1',
				sections: [{ productRetailerIds: ['a'] }],
			}),
	],
	[
		'a caption on audio',
		'caption',
		/Audio cannot have a caption/,
		() => mediaMessage({ type: 'audio', media, caption: 'Hi' }),
	],
	[
		'a caption on a sticker',
		'caption',
		/A sticker cannot have a caption/,
		() => mediaMessage({ type: 'sticker', media, caption: 'Hi' }),
	],
	[
		'a voice note that is a video',
		'voice',
		/Only audio/,
		() => mediaMessage({ type: 'video', media, voice: true }),
	],
	[
		'two sources for a media',
		'media',
		/both a media ID and a link/,
		() => mediaMessage({ type: 'image', media: { id: '1', link: 'https://example.com/a.png' } }),
	],
	[
		'no source for a media',
		'media',
		/has no file/,
		() => mediaMessage({ type: 'image', media: {} }),
	],
	[
		'a link that is no address',
		'media.link',
		/"picture.jpg" is not a web address/,
		() => mediaMessage({ type: 'image', media: { link: 'picture.jpg' } }),
	],
	[
		'a button with ftp',
		'url',
		/not a web address/,
		() => urlButtonMessage({ body, displayText: 'Open', url: 'ftp://example.com' }),
	],
	[
		'one card',
		'cards',
		/at least 2/,
		() => carouselMessage({ body, mediaType: 'image', cards: [{ media, urlButton: url }] }),
	],
	[
		'a card with three line breaks',
		'cards[0].body',
		/card 1 has 3 line breaks/,
		() =>
			carouselMessage({
				body,
				mediaType: 'image',
				cards: [
					{ media, urlButton: url, body: 'a\nb\nc\nd' },
					{ media, urlButton: url },
				],
			}),
	],
	[
		'cards with different buttons',
		'cards[1].buttons',
		/buttons of card 2 differ/,
		() =>
			carouselMessage({
				body,
				mediaType: 'image',
				cards: [
					{ media, urlButton: url },
					{ media, buttons: [{ id: 'a', title: 'A' }] },
				],
			}),
	],
	[
		'a card without a button',
		'cards[0].buttons',
		/Card 1 has no button/,
		() => carouselMessage({ body, mediaType: 'image', cards: [{ media }, { media }] }),
	],
	[
		'a Flow named twice',
		'flowName',
		/both an ID and a name/,
		() => flowMessage({ body, flowId: '1', flowName: 'survey', cta: 'Start' }),
	],
	[
		'a Flow not named',
		'flowId',
		/There is no flow ID or flow name/,
		() => flowMessage({ body, cta: 'Start' }),
	],
	[
		'a Flow button with an emoji',
		'cta',
		/has an emoji/,
		() => flowMessage({ body, flowId: '1', cta: 'Start 🚀' }),
	],
	[
		'a Flow with a screen and data_exchange',
		'screen',
		/endpoint of the flow chooses/,
		() => flowMessage({ body, flowId: '1', cta: 'Start', action: 'data_exchange', screen: 'ONE' }),
	],
	[
		'a Flow with empty data',
		'data',
		/empty object/,
		() => flowMessage({ body, flowId: '1', cta: 'Start', data: {} }),
	],
	[
		'a contact without a name',
		'contacts[0].firstName',
		/Contact 1 has no name/,
		() => contactsMessage({ contacts: [{ phones: [{ phone: '+49' }] }] }),
	],
	[
		'a birthday that is no date',
		'contacts[1].birthday',
		/Birthday of contact 2 is "1990-02-31"/,
		() =>
			contactsMessage({
				contacts: [{ firstName: 'A' }, { firstName: 'B', birthday: '1990-02-31' }],
			}),
	],
	[
		'a discount above the total',
		'discount',
		/larger than the rest/,
		() =>
			orderDetailsMessage({
				body,
				referenceId: 'r',
				goods: 'digital-goods',
				currency: 'INR',
				items: [{ retailerId: 'a', name: 'A', price: 1, quantity: 1 }],
				discount: 2,
			}),
	],
	[
		'a currency that is none',
		'currency',
		/"rup" is not a currency/,
		() =>
			orderDetailsMessage({
				body,
				referenceId: 'r',
				goods: 'digital-goods',
				currency: 'rup',
				items: [{ retailerId: 'a', name: 'A', price: 1, quantity: 1 }],
			}),
	],
	[
		'a reaction of two emoji',
		'emoji',
		/not one emoji/,
		() => reactionMessage({ messageId: 'wamid.1', emoji: '👍👍' }),
	],
	[
		'a reaction with a word',
		'emoji',
		/"ok" is not one emoji/,
		() => reactionMessage({ messageId: 'wamid.1', emoji: 'ok' }),
	],
	[
		'a reaction to nothing',
		'messageId',
		/Message ID is empty/,
		() => reactionMessage({ messageId: '  ', emoji: '👍' }),
	],
	[
		'a reaction as a reply',
		'replyTo',
		/cannot be a reply/,
		() =>
			messageBody(phone, reactionMessage({ messageId: 'wamid.1', emoji: '👍' }), {
				replyTo: 'wamid.2',
			}),
	],
	[
		'buttons in a group',
		'recipient',
		/in groups/,
		() => messageBody(group, buttonsMessage({ body, buttons: rows })),
	],
	[
		'a pin outside a group',
		'recipient',
		/in groups can be pinned/,
		() => messageBody(phone, pinMessage({ action: 'pin', messageId: 'wamid.1' })),
	],
	[
		'a template name in capitals',
		'directSendTemplateName',
		/characters that WhatsApp does not allow/,
		() => messageBody(phone, text, { category: 'utility', directSendTemplateName: 'Order' }),
	],
	[
		'an address request outside India',
		'recipient',
		/in India only/,
		() => messageBody(phone, addressRequestMessage({ body })),
	],
	['a custom message that is a list', 'message', /not a JSON object/, () => customMessage([])],
	[
		'a custom message without type',
		'message',
		/no "type"/,
		() => customMessage({ text: { body } }),
	],
	[
		'a custom message without content',
		'message',
		/no "image" with its content/,
		() => customMessage({ type: 'image' }),
	],
];

describe('rejected before anything is sent', () => {
	it.each(REJECTED)('%s', (_, field, message, make) => {
		expect(make).toThrow(InvalidInputError);
		expect(make).toThrow(
			expect.objectContaining({ field, message: expect.stringMatching(message) }),
		);
		expect(make).toThrow(expect.objectContaining({ description: expect.stringMatching(/\S/) }));
	});
});

describe('the body that is sent', () => {
	it('addresses a number by `to`, a user ID by `recipient`, a group by its type', () => {
		expect(messageBody(phone, text)).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+491701234567',
			type: 'text',
			text: { body },
		});
		expect(messageBody(user, text)).toMatchObject({ recipient: 'US.1349' });
		expect(messageBody(user, text)).not.toHaveProperty('to');
		expect(messageBody(group, text)).toMatchObject({ recipient_type: 'group', to: group.value });
	});

	it("contains the options under Meta's names", () => {
		expect(
			messageBody(phone, text, {
				replyTo: ' wamid.1 ',
				callbackData: 'order-1',
				identityKeyHash: 'abc=',
				messagingAccountId: '102290129340398',
				category: 'utility',
				ttlSeconds: 600,
				directSendTemplateName: 'order_shipped',
			}),
		).toMatchObject({
			context: { message_id: 'wamid.1' },
			biz_opaque_callback_data: 'order-1',
			recipient_identity_key_hash: 'abc=',
			messaging_account_id: '102290129340398',
			category: 'utility',
			ttl_seconds: 600,
			direct_send_config: { template_name: 'order_shipped' },
		});
	});

	it('ignores the address of a custom message, so that Recipient determines it', () => {
		const content = customMessage({
			messaging_product: 'whatsapp',
			to: '+1',
			type: 'text',
			text: { body },
			biz_opaque_callback_data: 'mine',
		});
		expect(messageBody(phone, content)).toMatchObject({
			to: '+491701234567',
			biz_opaque_callback_data: 'mine',
		});
	});

	it('names a contact by its parts, and by its only part', () => {
		expect(
			contactsMessage({ contacts: [{ prefix: 'Dr.', firstName: 'Ada', lastName: 'Lovelace' }] }),
		).toEqual({
			type: 'contacts',
			contacts: [
				{
					name: {
						formatted_name: 'Dr. Ada Lovelace',
						first_name: 'Ada',
						last_name: 'Lovelace',
						prefix: 'Dr.',
					},
				},
			],
		});
		expect(contactsMessage({ contacts: [{ formattedName: 'ACME' }] })).toMatchObject({
			contacts: [{ name: { formatted_name: 'ACME', first_name: 'ACME' } }],
		});
	});

	it('adds up an order in hundredths, without floating-point errors', () => {
		const message = orderDetailsMessage({
			body,
			referenceId: 'r',
			goods: 'physical-goods',
			currency: 'INR',
			items: [
				{ retailerId: 'a', name: 'A', price: 0.1, quantity: 3 },
				{ retailerId: 'b', name: 'B', price: 19.99, salePrice: 17.99, quantity: 2 },
			],
			tax: 1.1,
			shipping: 2.2,
			discount: 0.3,
		});
		expect(message).toMatchObject({
			interactive: {
				action: {
					parameters: {
						total_amount: { value: 3928, offset: 100 },
						order: { subtotal: { value: 3628, offset: 100 }, tax: { value: 110, offset: 100 } },
					},
				},
			},
		});
	});

	it.each(['👍', '👨‍👩‍👧‍👦', '🇩🇪', '👍🏽', '❤️', '1️⃣', ''])('takes %s as one emoji', (emoji) => {
		expect(reactionMessage({ messageId: 'wamid.1', emoji })).toMatchObject({ reaction: { emoji } });
	});
});
