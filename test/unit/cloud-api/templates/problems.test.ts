import { checkDefinition } from '../../../../cloud-api/templates/definition/check';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';

type Part = Record<string, unknown>;

const body = (text: string, ...samples: string[]): Part => ({
	type: 'BODY',
	text,
	...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const header = (text: string, sample?: string): Part => ({
	type: 'HEADER',
	format: 'TEXT',
	text,
	...(sample && { example: { header_text: [sample] } }),
});
const plain = body('Your order is on its way to you.');
const buttons = (...list: Part[]): Part => ({ type: 'BUTTONS', buttons: list });
const reply = (text: string): Part => ({ type: 'QUICK_REPLY', text });
const url = (address: string, sample?: string): Part => ({
	type: 'URL',
	text: 'Open',
	url: address,
	...(sample && { example: [sample] }),
});
const definition = (components: Part[], more: Part = {}): Part => ({
	name: 'order_update',
	language: 'en_US',
	category: 'UTILITY',
	components,
	...more,
});
const marketing = { category: 'MARKETING' };
const otp = (more: Part): Part =>
	definition([{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE', ...more })], {
		category: 'AUTHENTICATION',
	});
const card = (more: Part[] = []): Part => ({
	components: [
		{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } },
		...(more.length > 0 ? more : [buttons(reply('More'))]),
	],
});
const carousel = (...cards: Part[]): Part =>
	definition([plain, { type: 'CAROUSEL', cards }], marketing);
const offer = (parts: Part[], text = 'Hurry up!', more: Part = marketing): Part =>
	definition(
		[{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: true } }, ...parts],
		more,
	);

/** Every problem with the words a user reads. */
const PROBLEMS: Array<[what: string, input: Part, message: string]> = [
	[
		'a name with capitals and spaces',
		definition([plain], { name: 'Order Update' }),
		'The name "Order Update" has invalid characters',
	],
	['no name', definition([plain], { name: '' }), 'The name is missing'],
	[
		'a name that is too long',
		definition([plain], { name: 'a'.repeat(513) }),
		'The name has 513 characters; the limit is 512',
	],
	[
		'a language with a dash',
		definition([plain], { language: 'en-US' }),
		'The language "en-US" is not a language code of Meta',
	],
	['no language', definition([plain], { language: '' }), 'The language is missing'],
	[
		'an unknown category',
		definition([plain], { category: 'transactional' }),
		'The category TRANSACTIONAL does not exist',
	],
	['no category', definition([plain], { category: '' }), 'The category is missing'],
	[
		'a time to live that is too long',
		definition([plain], { message_send_ttl_seconds: 50_000 }),
		'The time to live is 50000 seconds',
	],
	['two bodies', definition([plain, plain]), 'The template has more than one body'],
	['no body', definition([header('Hello')]), 'Body has no text'],
	[
		'a body that is too long',
		definition([body('word '.repeat(300))]),
		'Body has 1500 characters; the limit is 1024',
	],
	[
		'a body that starts with a variable',
		definition([body('{{1}}, your order is on its way', 'Ana')]),
		'Body starts with a variable',
	],
	[
		'a body that ends with a variable',
		definition([body('Your order is on its way, {{1}}', 'Ana')]),
		'Body ends with a variable',
	],
	[
		'variables side by side',
		definition([body('Dear {{1}} {{2}}, your order is on its way', 'Ana', 'Gray')]),
		'Body has two variables side by side',
	],
	[
		'a missing number',
		definition([body('Your order {{2}} is on its way now', '42')]),
		'Body uses {{2}} but not {{1}}',
	],
	[
		'numbered and named variables mixed',
		definition([body('Dear {{1}}, your order {{order}} is on its way', 'Ana')]),
		'Body mixes numbered and named variables: {{1}}, {{order}}',
	],
	[
		'numbers in one part and names in another',
		definition([header('Hi {{name}}'), body('Your order {{1}} is on its way', '42')]),
		'One component numbers its variables, another names them',
	],
	[
		'a variable name with capitals',
		definition([body('Dear {{First Name}}, your order is on its way')]),
		'Body has the variable {{First Name}}, which is not a valid variable name',
	],
	[
		'a variable with one brace too few',
		definition([body('Dear {{1}, your order is on its way')]),
		'Body has braces that are not a variable',
	],
	[
		'too many variables for the words',
		definition([body('Hi {{1}}, {{2}} and {{3}} today', 'a', 'b', 'c')]),
		'Body has 3 variables in 3 words, which is too few words',
	],
	[
		'a missing sample',
		definition([body('Dear {{1}}, your order {{2}} is on its way', 'Ana')]),
		'Body has no sample value for {{2}}',
	],
	[
		'a sample too many',
		definition([body('Dear {{1}}, your order is on its way', 'Ana', '42')]),
		'Body has a sample value for {{2}}, which is not in the text',
	],
	[
		'the wrong parameter format',
		definition([body('Dear {{1}}, your order is on its way', 'Ana')], {
			parameter_format: 'NAMED',
		}),
		'The parameter format is NAMED, but the variables are numbers',
	],
	[
		'a header that is too long',
		definition([header('x'.repeat(61)), plain]),
		'Header has 61 characters; the limit is 60',
	],
	[
		'a header with two variables',
		definition([{ ...header('Hi {{1}} and {{2}}'), example: { header_text: ['a', 'b'] } }, plain]),
		'Header has 2 variables; the limit is 1',
	],
	[
		'a header with a line break',
		definition([header('Hello\nyou'), plain]),
		'Header has a line break',
	],
	[
		'a header with emoji',
		definition([header('Sale 🎉'), plain]),
		'Header has formatting characters or emoji',
	],
	[
		'a header without a sample',
		definition([header('Hi {{1}}'), plain]),
		'Header has no sample value for {{1}}',
	],
	['a header without a format', definition([{ type: 'HEADER' }, plain]), 'Header has no format'],
	[
		'an image header without a sample',
		definition([{ type: 'HEADER', format: 'IMAGE' }, plain]),
		'Header has no sample image',
	],
	[
		'a media ID as the sample',
		definition([
			{ type: 'HEADER', format: 'VIDEO', example: { header_handle: ['1234567890'] } },
			plain,
		]),
		'Header has a media ID as its sample',
	],
	[
		'a link as the sample',
		definition([
			{ type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['https://x.com/a.pdf'] } },
			plain,
		]),
		'Header has a link as its sample',
	],
	[
		'a footer that is too long',
		definition([plain, { type: 'FOOTER', text: 'x'.repeat(61) }]),
		'Footer has 61 characters; the limit is 60',
	],
	[
		'a footer with a variable',
		definition([plain, { type: 'FOOTER', text: 'Until {{1}}' }]),
		'Footer has a variable or braces',
	],
	['an empty footer', definition([plain, { type: 'FOOTER', text: ' ' }]), 'Footer has no text'],
	[
		'eleven buttons',
		definition([plain, buttons(...Array.from({ length: 11 }, (_, i) => reply(`Reply ${i}`)))]),
		'There are 11 buttons; the limit is 10',
	],
	[
		'three website buttons',
		definition([
			plain,
			buttons(...['a', 'b', 'c'].map((text) => ({ ...url('https://x.com'), text }))),
		]),
		'There are 3 URL buttons; the limit is 2',
	],
	[
		'two phone number buttons',
		definition([
			plain,
			buttons(
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550051310' },
				{ type: 'PHONE_NUMBER', text: 'Ring', phone_number: '+15550051311' },
			),
		]),
		'There are 2 phone number buttons; the limit is 1',
	],
	[
		'mixed quick replies',
		definition([plain, buttons(reply('A'), url('https://x.com'), reply('B'))]),
		'Quick reply buttons and other buttons are mixed',
	],
	[
		'a catalog button beside another',
		definition([plain, buttons({ type: 'CATALOG', text: 'View catalog' }, url('https://x.com'))]),
		'A catalog button is combined with other buttons',
	],
	[
		'two equal labels',
		definition([plain, buttons(reply('Yes'), reply('Yes'))]),
		'Two buttons have the label "Yes"',
	],
	['no label', definition([plain, buttons(reply(''))]), 'Button 1 has no label'],
	[
		'a label that is too long',
		definition([plain, buttons(reply('x'.repeat(26)))]),
		'Button 1 has a label of 26 characters; the limit is 25',
	],
	[
		'a label with a variable',
		definition([plain, buttons(reply('Order {{1}}'))]),
		'Button 1 has a variable or a line break in its label',
	],
	[
		'a contact request with its own label',
		definition([plain, buttons({ type: 'REQUEST_CONTACT_INFO', text: 'Give me' })]),
		'Button 1 has a label that Meta does not allow for a contact request',
	],
	['no URL', definition([plain, buttons(url(''))]), 'Button 1 has no URL'],
	[
		'a URL without a protocol',
		definition([plain, buttons(url('example.com'))]),
		'Button 1 has the invalid URL "example.com"',
	],
	[
		'a URL that n8n has read as an expression',
		definition([plain, buttons(url('https://x.com/orders/1 }}', '860198'))]),
		'Button 1 has a URL with spaces or braces: "https://x.com/orders/1 }}"',
	],
	[
		'a sample value without a variable, as n8n leaves it of a typed {{1}}',
		definition([plain, buttons(url('https://x.com/orders/1', '860198'))]),
		'Button 1 has a sample value, but its URL has no variable',
	],
	[
		'a header that n8n has read as an expression',
		definition([{ ...header('Order 1'), samples: ['42'] }, plain]),
		'Header has a sample value for {{1}}, which is not in the text',
	],
	[
		'a body that n8n has read as an expression',
		definition([{ type: 'BODY', text: 'Your order 1 is on its way', samples: ['42'] }]),
		'Body has a sample value for {{1}}, which is not in the text',
	],
	[
		'a label with a part of an expression',
		definition([plain, buttons(reply('Order 1 }}'))]),
		'Button 1 has a variable or a line break in its label',
	],
	[
		'an order details button beside a URL',
		definition([plain, buttons({ type: 'ORDER_DETAILS', text: 'Pay' }, url('https://x.com'))]),
		'An order details button is combined with other buttons',
	],
	[
		'a word as the sample of a header',
		definition([{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['photo'] } }, plain]),
		'Header has "photo" as its sample',
	],
	[
		'a URL that is too long',
		definition([plain, buttons(url(`https://x.com/${'a'.repeat(2000)}`))]),
		'Button 1 has a URL of 2014 characters; the limit is 2000',
	],
	[
		'a URL with two variables',
		definition([plain, buttons(url('https://x.com/{{1}}/{{2}}', 'a'))]),
		'Button 1 has 2 variables in its URL; the limit is one',
	],
	[
		'a URL with its variable inside',
		definition([plain, buttons(url('https://x.com/{{1}}/track', 'a'))]),
		'Button 1 has its variable in the middle of the URL',
	],
	[
		'a URL variable without a sample',
		definition([plain, buttons(url('https://x.com/{{1}}'))]),
		'Button 1 has no sample value for the variable in its URL',
	],
	[
		'a phone number with letters',
		definition([plain, buttons({ type: 'PHONE_NUMBER', text: 'Call', phone_number: 'call me' })]),
		'Button 1 has the invalid phone number "call me"',
	],
	[
		'no phone number',
		definition([plain, buttons({ type: 'PHONE_NUMBER', text: 'Call' })]),
		'Button 1 has no phone number',
	],
	[
		'no sample code',
		definition([plain, buttons({ type: 'COPY_CODE' })], marketing),
		'Button 1 has no sample code',
	],
	[
		'a sample code that is too long',
		definition([plain, buttons({ type: 'COPY_CODE', example: 'x'.repeat(21) })], marketing),
		'Button 1 has a sample code of 21 characters; the limit is 20',
	],
	['no flow', definition([plain, buttons({ type: 'FLOW', text: 'Open' })]), 'Button 1 has no flow'],
	[
		'a voice call for too long',
		definition([plain, buttons({ type: 'VOICE_CALL', text: 'Call', ttl_minutes: 50_000 })]),
		'Button 1 expires after 50000 minutes',
	],
	[
		'a one-time password elsewhere',
		definition([plain, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })]),
		'A one-time password button needs the authentication category',
	],
	[
		'authentication without a button',
		definition([{ type: 'BODY' }], { category: 'AUTHENTICATION' }),
		'An authentication template has no one-time password button',
	],
	[
		'authentication with a body text',
		definition([plain, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })], {
			category: 'AUTHENTICATION',
		}),
		'An authentication template has a body text',
	],
	[
		'authentication with a footer text',
		definition([{ type: 'FOOTER', text: 'Bye' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })], {
			category: 'AUTHENTICATION',
		}),
		'An authentication template has a footer text',
	],
	[
		'authentication with a header',
		definition([header('Hi'), buttons({ type: 'OTP', otp_type: 'COPY_CODE' })], {
			category: 'AUTHENTICATION',
		}),
		'An authentication template has a header',
	],
	[
		'a code that expires too late',
		definition(
			[
				{ type: 'FOOTER', code_expiration_minutes: 91 },
				buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
			],
			{ category: 'AUTHENTICATION' },
		),
		'The code expires after 91 minutes',
	],
	[
		'a code of no kind',
		otp({ otp_type: undefined }),
		'The one-time password button has no code delivery',
	],
	[
		'a code of an unknown kind',
		otp({ otp_type: 'PIGEON' }),
		'The one-time password button has the unknown type PIGEON',
	],
	[
		'an autofill label that is too long',
		otp({ autofill_text: 'x'.repeat(26) }),
		'The autofill label is longer than 25 characters',
	],
	[
		'one-tap without an app',
		otp({ otp_type: 'ONE_TAP' }),
		'The one-time password button has no app',
	],
	[
		'six apps',
		otp({
			otp_type: 'ONE_TAP',
			supported_apps: Array.from({ length: 6 }, () => ({
				package_name: 'com.x',
				signature_hash: 'K8a/AINcGX7',
			})),
		}),
		'The one-time password button has 6 apps; the limit is 5',
	],
	[
		'a package name with one part',
		otp({
			otp_type: 'ONE_TAP',
			supported_apps: [{ package_name: 'shop', signature_hash: 'K8a/AINcGX7' }],
		}),
		'"shop" is not an Android package name',
	],
	[
		'a signature hash that is too short',
		otp({
			otp_type: 'ONE_TAP',
			supported_apps: [{ package_name: 'com.shop', signature_hash: 'K8a' }],
		}),
		'"K8a" is not a signature hash',
	],
	[
		'zero-tap without accepting the terms',
		otp({
			otp_type: 'ZERO_TAP',
			supported_apps: [{ package_name: 'com.shop', signature_hash: 'K8a/AINcGX7' }],
		}),
		'The terms of zero-tap codes are not accepted',
	],
	[
		'an offer whose text is too long',
		offer([plain], 'This offer will expire'),
		"The offer's text has 22 characters; the limit is 16",
	],
	['an offer without a text', offer([plain], ''), 'The offer has no text'],
	[
		'an offer that is no marketing',
		offer([plain], 'Hurry up!', { category: 'UTILITY' }),
		'A limited-time offer cannot be in the category UTILITY',
	],
	[
		'an offer with a document',
		offer([{ type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['4::a'] } }, plain]),
		'A limited-time offer has a document header',
	],
	[
		'an offer with a footer',
		offer([plain, { type: 'FOOTER', text: 'Bye' }]),
		'A limited-time offer has a footer',
	],
	[
		'an offer whose body is too long',
		offer([body('word '.repeat(121))]),
		'Body has 605 characters; the limit is 600',
	],
	[
		'an offer whose code is too long',
		offer([plain, buttons({ type: 'COPY_CODE', example: 'x'.repeat(16) })]),
		'Button 1 has a sample code of 16 characters; the limit is 15',
	],
	['a carousel of one card', carousel(card()), 'The carousel has 1 card; a carousel has 2 to 10'],
	[
		'a carousel of eleven cards',
		carousel(...Array.from({ length: 11 }, () => card())),
		'The carousel has 11 cards; a carousel has 2 to 10',
	],
	[
		'cards that differ',
		carousel(card(), card([body('A nice plant for your room.'), buttons(reply('More'))])),
		'Card 2 differs from card 1 (image header, body, quick reply button instead of image header, no body, quick reply button)',
	],
	[
		'a card without a header',
		carousel({ components: [buttons(reply('More'))] }, { components: [buttons(reply('More'))] }),
		'Card 1 has no image, video, or product header',
	],
	[
		'a card without buttons',
		carousel(...[1, 2].map(() => card([body('A nice plant for your room.')]))),
		'Card 1 has 0 buttons; a card has one or two',
	],
	[
		'a card whose body is too long',
		carousel(...[1, 2].map(() => card([body('word '.repeat(33)), buttons(reply('More'))]))),
		'Card 1 body has 165 characters; the limit is 160',
	],
	[
		'a carousel with a footer',
		definition(
			[plain, { type: 'FOOTER', text: 'Bye' }, { type: 'CAROUSEL', cards: [card(), card()] }],
			marketing,
		),
		'A template with a carousel cannot have a footer outside the cards',
	],
	[
		'a carousel that is no marketing',
		definition([plain, { type: 'CAROUSEL', cards: [card(), card()] }]),
		'A carousel cannot be in the category UTILITY',
	],
];

describe('what Meta rejects is reported before it is sent', () => {
	test.each(PROBLEMS)('%s', (_, input, message) => {
		const messages = checkDefinition(readDefinition(input)).list.map((problem) => problem.message);
		expect(messages).toContain(message);
	});

	test.each(PROBLEMS)('%s: says how to fix it', (_, input) => {
		for (const { message, fix } of checkDefinition(readDefinition(input)).list) {
			expect(fix).toMatch(/^[A-Z].*[.!)]$/s);
			expect(`${message} ${fix}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
			expect(`${message} ${fix}`).not.toMatch(/undefined|\[object/);
		}
	});

	it('reports everything in one list', () => {
		const problems = checkDefinition(
			readDefinition(
				definition([body('{{1}} is your order {{3}}'), buttons(url('https://x.com/{{1}}/{{2}}'))], {
					name: 'My Order',
				}),
			),
		);
		const error = problems.toError('Meta would reject this template');
		expect(error?.field).toBe('template');
		expect(error?.message).toBe(
			'Meta would reject this template for 8 reasons: (1) The name "My Order" has invalid characters; (2) Body has no sample value for {{1}}, {{3}}; (3) Body uses {{1}}, {{3}} but not {{2}}; (4) Body starts with a variable; (5) Body ends with a variable; (6) Body has 2 variables in 3 words, which is too few words; (7) Button 1 has 2 variables in its URL; the limit is one; (8) Button 1 has no sample value for the variable in its URL',
		);
		expect(error?.description.split('\n')).toHaveLength(8);
		expect(error?.description).toContain(
			'(1) Use lowercase letters, digits, and underscores, for example my_order.',
		);
	});

	it.each<[string, string[]]>([
		['Hi {{1}} there you', []],
		['Hi {{1}} you', ['Body has 1 variable in 2 words, which is too few words']],
		['Hi {{1}} take {{2}} home with you', []],
		['Hi {{1}} take {{2}} home now', ['Body has 2 variables in 4 words, which is too few words']],
	])('requires twice the variables plus one word: %s', (text, messages) => {
		const samples = text.includes('{{2}}') ? ['a', 'b'] : ['a'];
		const { list } = checkDefinition(readDefinition(definition([body(text, ...samples)])));
		expect(list.map(({ message }) => message)).toEqual(messages);
	});

	it.each<[string, Part]>([
		// item_back_in_stock of Meta's library
		[
			'an order details button beside quick replies',
			definition([
				plain,
				buttons({ type: 'ORDER_DETAILS', text: 'Buy now' }, reply('Not now'), reply('Stop')),
			]),
		],
		['a time to live as text', definition([plain], { message_send_ttl_seconds: '120' })],
		[
			'minutes as text',
			definition([plain, buttons({ type: 'VOICE_CALL', text: 'Call', ttl_minutes: '1440' })]),
		],
		['a call permission request', definition([plain, { type: 'CALL_PERMISSION_REQUEST' }])],
		['an order status template', definition([plain], { sub_category: 'ORDER_STATUS' })],
	])('accepts %s', (_, input) => {
		expect(checkDefinition(readDefinition(input)).list).toEqual([]);
	});

	it('counts words in scripts that are written without spaces', () => {
		const text = '您好{{1}}，您的订单{{2}}已经发货，请注意查收';
		expect(
			checkDefinition(readDefinition(definition([body(text, '王', '42')], { language: 'zh_CN' })))
				.list,
		).toEqual([]);
	});
});
