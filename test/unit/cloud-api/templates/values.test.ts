import * as fc from 'fast-check';
import {
	cleanComponents,
	cleanText,
	cleanValues,
} from '../../../../cloud-api/templates/parameters/clean';
import { checkValues } from '../../../../cloud-api/templates/parameters/check';
import { messageComponents } from '../../../../cloud-api/templates/parameters/components';
import { parameterFields } from '../../../../cloud-api/templates/parameters/fields';
import { withFlowTokens } from '../../../../cloud-api/templates/parameters/flowTokens';
import { readMetaValues } from '../../../../cloud-api/templates/parameters/metaComponents';
import { readValues } from '../../../../cloud-api/templates/parameters/values';
import { renderTemplate } from '../../../../cloud-api/templates/rendering';
import { readSnapshot, snapshotOf } from '../../../../cloud-api/templates/snapshot';
import type { Template, TemplateComponent } from '../../../../cloud-api/templates/template';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const template = (components: unknown[], more: Partial<Template> = {}): Template => ({
	id: '1',
	name: 't',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	components: components as TemplateComponent[],
	...more,
});
const BODY = { type: 'BODY', text: 'Dear {{1}}, your order {{2}} is here.' };
const messages = (one: Template, values: Record<string, unknown>) =>
	checkValues(readValues(values), {
		fields: parameterFields(one),
		template: readSnapshot(JSON.stringify(snapshotOf(one))),
		now: NOW,
	}).list.map(({ message }) => message);
/** Luxon's DateTime, as far as it is looked at. */
const dateTime = (iso: string) => ({
	isLuxonDateTime: true,
	ts: Date.parse(iso),
	_zone: { name: 'UTC' },
	toMillis: () => Date.parse(iso),
});

describe('a variable may have the name of a parameter', () => {
	const names = ['order', 'url', 'coupon', 'code', 'image', 'latitude', 'data', 'text', 'minutes'];

	it.each(names)('{{%s}}', (name) => {
		const one = template([{ type: 'BODY', text: `Dear {{${name}}}, hello` }]);
		const values = { [`body.${name}`]: 'No 42, Main Street' };
		expect(messages(one, values)).toEqual([]);
		expect(messageComponents(readValues(values))).toEqual([
			{
				type: 'body',
				parameters: [{ type: 'text', parameter_name: name, text: 'No 42, Main Street' }],
			},
		]);
		expect(messages(one, { [`body.${name}`]: { a: 1 } })).toEqual([
			expect.stringContaining('An object was given where text is expected'),
		]);
	});
});

describe('numbers', () => {
	const call = template([
		BODY,
		{ type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL', text: 'Call us' }] },
	]);
	const place = template([{ type: 'HEADER', format: 'LOCATION' }, BODY]);
	const where = { name: 'Office', address: 'Main Street' };

	it.each([30, '30', 1, 43_200])('%p minutes are valid', (minutes) => {
		const values = { body: ['a', 'b'], button: [{ call: { minutes } }] };
		expect(messages(call, values)).toEqual([]);
		expect(messageComponents(readValues(values))).toContainEqual({
			type: 'button',
			sub_type: 'voice_call',
			parameters: [{ type: 'ttl_minutes', ttl_minutes: Number(minutes) }],
		});
	});

	it.each([0, 43_201, 1.5, 'soon', true, '0x10', '1,000'])('%p minutes are not', (minutes) => {
		expect(messages(call, { body: ['a', 'b'], button: [{ call: { minutes } }] })).toEqual([
			expect.stringContaining('is not a number of minutes'),
		]);
	});

	it.each(['37,44', '0x10', true, '91', 'north'])('latitude %p is invalid', (latitude) => {
		const location = { ...where, latitude, longitude: '0' };
		expect(messages(place, { body: ['a', 'b'], header: { location } })).toEqual([
			expect.stringContaining('is not a coordinate'),
		]);
	});
});

describe('a required component never depends on an optional value', () => {
	// chatwoot#14714, clairvoyance#1128: Meta rejects the bare template with 131009.
	const flow = template([
		BODY,
		{ type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Open', flow_id: '1' }] },
	]);

	it.each([
		['nothing', {}],
		['empty fields', { 'button.0.flow.token': '', 'button.0.flow.data': '' }],
		['data only', { button: [{ flow: { data: { a: 1 } } }] }],
	])('a flow button with %s', (_, input) => {
		const { values, flowTokens } = withFlowTokens(
			readValues(input),
			parameterFields(flow),
			(id) => `token of ${id}`,
		);
		expect(flowTokens).toEqual(['token of button.0.flow.token']);
		const [button] = messageComponents(values);
		expect(button).toMatchObject({
			type: 'button',
			sub_type: 'flow',
			index: '0',
			parameters: [{ type: 'action', action: { flow_token: 'token of button.0.flow.token' } }],
		});
	});

	// Meta: "parameters" may be left out, then the first product of the catalog gives the image; without the
	// component 131008 (Azure-Samples/communication-services-dotnet-quickstarts#169).
	it.each([
		['nothing', {}, undefined],
		['an empty field', { 'button.0.catalog': ' ' }, undefined],
		['a product', { 'button.0.catalog': 'sku1' }, 'sku1'],
	])('a catalog button with %s', (_, given, product) => {
		const buttons = [{ type: 'CATALOG', text: 'View catalog' }];
		const catalog = template([BODY, { type: 'BUTTONS', buttons }]);
		const action = { thumbnail_product_retailer_id: product };
		expect(messageComponents(readValues(given), parameterFields(catalog))).toEqual([
			{
				type: 'button',
				sub_type: 'catalog',
				index: '0',
				...(product && { parameters: [{ type: 'action', action }] }),
			},
		]);
	});

	it('keeps a token that is given', () => {
		const input = { 'button.0.flow.token': 'mine' };
		expect(withFlowTokens(input, parameterFields(flow), () => 'other')).toEqual({
			values: input,
			flowTokens: [],
		});
	});

	it('every other required parameter must have a value', () => {
		const all = template([
			{ type: 'HEADER', format: 'IMAGE' },
			BODY,
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } },
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'COPY_CODE' },
					{ type: 'URL', text: 'Shop', url: 'https://x.com/{{1}}' },
					{ type: 'MPM', text: 'View' },
					{ type: 'ORDER_DETAILS', text: 'Pay' },
				],
			},
		]);
		expect(
			parameterFields(all)
				.filter(({ required }) => required)
				.map(({ id }) => id),
		).toEqual([
			'header.image',
			'body.1',
			'body.2',
			'button.0.coupon',
			'button.1.url',
			'button.2.mpm.thumbnail',
			'button.2.mpm.sections',
			'button.3.order',
			'offer.expiration',
		]);
		expect(messages(all, {})).toHaveLength(9);
	});

	it('an order status template needs reference and status', () => {
		const one = template([{ type: 'BODY', text: 'News' }], { sub_category: 'ORDER_STATUS' });
		expect(messages(one, {})).toEqual(['Order reference ID is empty', 'Order status is empty']);
		expect(messages(one, { order_status: { reference_id: 'o1', status: 'sent' } })).toEqual([
			'Order status "sent" is not an order status',
		]);
		expect(
			messageComponents({ 'order_status.reference_id': 'o1', 'order_status.status': 'shipped' }),
		).toEqual([
			{
				type: 'order_status',
				parameters: [
					{
						type: 'order_status',
						order_status: { reference_id: 'o1', order: { status: 'shipped' } },
					},
				],
			},
		]);
	});
});

describe('checks that require the template use the snapshot in the fields', () => {
	const url = 'https://example.com/t/{{1}}';
	const one = template([
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
		BODY,
		{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url }] },
	]);
	const good = { header: { text: ['42'] }, body: ['Ana', '42'], button: [{ url: '42' }] };

	it.each([
		['https://example.com/t/42', /has a whole URL as its value/],
		['http://EXAMPLE.com/t/42', /has a whole URL as its value/],
		['example.com/t/42', /has a whole URL as its value/],
		['https://www.example.com/other/42', /has a whole URL as its value/],
		['https://staging.example.org/t/42', /has a whole URL as its value, which would follow/],
		['x'.repeat(2000), /opens a URL of more than 2000 characters/],
	])('the end of a URL cannot be %j', (value, words) => {
		expect(messages(one, good)).toEqual([]);
		expect(messages(one, { ...good, button: [{ url: value }] }).join()).toMatch(words);
	});

	it('a URL of another host can be the end of a URL', () => {
		const redirect = template([
			{
				type: 'BUTTONS',
				buttons: [{ type: 'URL', text: 'Go', url: 'https://r.example.com/?to={{1}}' }],
			},
		]);
		expect(messages(redirect, { button: [{ url: 'https://shop.com/a' }] })).toEqual([]);
	});

	it('header, body, and cards are measured with their values', () => {
		expect(messages(one, { ...good, header: { text: ['x'.repeat(60)] } })).toEqual([
			'The header has 66 characters with its value; the limit is 60',
		]);
		const card = {
			components: [
				{ type: 'HEADER', format: 'IMAGE' },
				{ type: 'BODY', text: 'Buy {{1}} now' },
			],
		};
		const cards = template([BODY, { type: 'CAROUSEL', cards: [card, card] }]);
		const input = { header: { image: '1' }, body: ['a'] };
		const values = { body: ['Ana', '1'], cards: [input, { ...input, body: ['x'.repeat(160)] }] };
		expect(messages(cards, values)).toEqual([
			'The body of card 2 has 168 characters with its values; the limit is 160',
		]);
	});

	it('the snapshot has neither samples nor links', () => {
		const media = template([
			{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://scontent.com/?t'] } },
		]);
		expect(JSON.stringify(snapshotOf(media))).not.toContain('scontent');
		expect(readSnapshot('{')).toBeUndefined();
		expect(readSnapshot(undefined)).toBeUndefined();
	});
});

describe('dates, objects, and lists in place of text are rejected', () => {
	it.each<[string, unknown, string]>([
		[
			'$now',
			dateTime('2026-12-24T18:00:00Z'),
			'Body {{2}}: A date was given where text is expected',
		],
		['a JavaScript date', new Date(0), 'Body {{2}}: A date was given where text is expected'],
		['an object', { id: 1 }, 'Body {{2}}: An object was given where text is expected'],
		['a list', ['a'], 'Body {{2}}: A list was given where text is expected'],
		[
			'a text with an object in it',
			'Order [object Object]',
			'Body {{2}}: The text contains "[object Object]"',
		],
		['a calculation', Number.NaN, 'Body {{2}}: A calculation without a result was given'],
	])('%s', (_, value, message) => {
		const one = template([BODY]);
		for (const values of [{ body: ['Ana', value] }, { 'body.1': 'Ana', 'body.2': value }]) {
			const [first, ...others] = messages(one, values);
			expect(first).toContain(message);
			expect(others).toEqual([]);
		}
	});

	it('a date is accepted in a date field', () => {
		const offer = template([
			BODY,
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } },
		]);
		for (const expiration of [dateTime('2026-12-24T18:00:00Z'), new Date('2026-12-24'), 1798135200])
			expect(messages(offer, { body: ['a', 'b'], offer: { expiration } })).toEqual([]);
		expect(
			messageComponents(readValues({ offer: { expiration: dateTime('2026-12-24T18:00:00Z') } })),
		).toMatchObject([
			{ parameters: [{ limited_time_offer: { expiration_time_ms: 1798135200000 } }] },
		]);
	});

	it('no value of any shape is sent as [object …], undefined, or NaN', () => {
		fc.assert(
			fc.property(
				fc.anything(),
				fc.constantFrom('body', 'header.text', 'button.0'),
				(value, place) => {
					const id = place === 'button.0' ? 'button.0.url' : `${place}.1`;
					const values = readValues({ [id]: value });
					if (checkValues(values, { now: NOW }).list.length > 0) return;
					const sent = JSON.stringify(messageComponents(values));
					expect(sent).not.toMatch(/\[object |"undefined"|"NaN"|"null"/);
				},
			),
		);
	});
});

describe("Meta's own JSON as values", () => {
	const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }];

	it.each<[string, unknown, unknown]>([
		['components', components, { components }],
		[
			'a template object',
			{ name: 'greeting', language: { code: 'en' }, components },
			{ components, name: 'greeting' },
		],
		[
			'a whole message',
			{
				messaging_product: 'whatsapp',
				type: 'template',
				template: { name: 'greeting', components },
			},
			{ components, name: 'greeting' },
		],
		[
			'a template without components',
			{ template: { name: 'hello_world' } },
			{ components: [], name: 'hello_world' },
		],
		['a list of texts', ['Ana', 42], { body: ['Ana', 42] }],
		[
			'a list of parameters',
			[{ type: 'text', text: 'Ana' }],
			{ body: [{ type: 'text', text: 'Ana' }] },
		],
		['values by ID', { body: ['Ana'] }, undefined],
	])('%s', (_, json, read) => {
		expect(readMetaValues(json, 'templateValues')).toEqual(read);
	});

	it.each([
		[['Ana', components[0]], 'Entry 1 of the list is "Ana"'],
		[[components[0], null], 'Entry 2 of the list is nothing'],
		[[{ parameters: [] }], 'Entry 1 of the list is not a component'],
	])('%j is rejected', (json, message) => {
		expect(() => readMetaValues(json, 'templateValues')).toThrow(message);
	});

	it('reads parameters, also named ones', () => {
		expect(
			readValues({
				body: [
					{ type: 'text', text: 'Ana' },
					{ type: 'text', parameter_name: 'order', text: '42' },
				],
				buttons: [{ payload: { type: 'payload', payload: 'YES' } }],
			}),
		).toEqual({ 'body.1': 'Ana', 'body.order': '42', 'button.0.payload': 'YES' });
		expect(readValues({ body: 'Ana', header: { text: 'Sale' } })).toEqual({
			'body.1': 'Ana',
			'header.text.1': 'Sale',
		});
	});
});

describe('currencies, dates, and group links', () => {
	const currency = { fallback_value: '$100.99', code: 'USD', amount_1000: 100990 };

	it('leave in the format that Meta documents', () => {
		const values = readValues({
			body: [{ type: 'currency', currency }, { date_time: { fallback_value: 'May 5' } }],
			button: [{ url: { group_id: 'g1' } }, { url: 'abc', payment_link_preview: true }],
		});
		expect(messageComponents(values)).toEqual([
			{
				type: 'body',
				parameters: [
					{ type: 'currency', currency },
					{ type: 'date_time', date_time: { fallback_value: 'May 5' } },
				],
			},
			{
				type: 'button',
				sub_type: 'url',
				index: '0',
				parameters: [{ type: 'group_id', group_id: 'g1' }],
			},
			{
				type: 'button',
				sub_type: 'url',
				index: '1',
				parameters: [{ type: 'text', text: 'abc', payment_link_preview: true }],
			},
		]);
		expect(renderTemplate(template([BODY]), values).body).toBe(
			'Dear $100.99, your order May 5 is here.',
		);
	});

	it.each([
		[{ currency: { ...currency, code: 'Dollar' } }, 'has the invalid currency code "Dollar"'],
		[{ currency: { ...currency, amount_1000: 1.5 } }, 'has no valid amount'],
		[{ currency: { ...currency, fallback_value: '' } }, 'has no fallback text'],
		[{ date_time: { fallback_value: ' ' } }, 'has no fallback text'],
		[{ group_id: '' }, 'has no group ID'],
	])('%j is rejected', (value, words) => {
		expect(messages(template([BODY]), { body: ['Ana', value] }).join()).toContain(words);
	});
});

describe('clean values', () => {
	it.each([
		['Ana\nGray', 'Ana Gray'],
		['a\r\n\r\nb\tc', 'a b c'],
		['a     b', 'a b'],
		['a    b', 'a    b'],
		['\n Ana \n', 'Ana'],
		['one\u2028two', 'one two'],
		['plain', 'plain'],
		[' kept ', ' kept '],
	])('%j becomes %j', (from, to) => {
		expect(cleanText(from)).toBe(to);
	});

	it('changes only texts, and reports the changes', () => {
		expect(cleanValues({ 'body.1': 'a\nb', 'button.0.payload': 'a\nb', 'body.2': 5 })).toEqual({
			values: { 'body.1': 'a b', 'button.0.payload': 'a\nb', 'body.2': 5 },
			cleaned: [{ parameter: 'body.1', from: 'a\nb', to: 'a b' }],
		});
	});

	it("applies to the texts of Meta's components, and nothing else", () => {
		const body = (text: string) => ({ type: 'BODY', parameters: [{ type: 'text', text }] });
		const button = {
			type: 'button',
			sub_type: 'quick_reply',
			parameters: [{ type: 'payload', payload: 'a\nb' }],
		};
		const carousel = (text: string) => ({
			type: 'carousel',
			cards: [{ card_index: 0, components: [body(text)] }],
		});
		expect(cleanComponents([body('a\nb'), button, carousel('c\td')])).toEqual({
			components: [body('a b'), button, carousel('c d')],
			cleaned: [
				{ parameter: 'components[0].parameters[0]', from: 'a\nb', to: 'a b' },
				{
					parameter: 'components[2].cards[0].components[0].parameters[0]',
					from: 'c\td',
					to: 'c d',
				},
			],
		});
	});

	it('is what Meta accepts, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '\r', '\u2029') }),
				(text) => {
					expect(cleanText(text)).not.toMatch(/[\n\t\r\u2028\u2029]| {5,}/);
					expect(cleanText(cleanText(text))).toBe(cleanText(text));
				},
			),
		);
	});
});
