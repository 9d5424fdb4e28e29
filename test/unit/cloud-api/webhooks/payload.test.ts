import { parseJson } from '../../../../cloud-api/webhooks/json';
import { readPayload } from '../../../../cloud-api/webhooks/payload';

const wrap = (changes: unknown, object = 'whatsapp_business_account') =>
	JSON.stringify({ object, entry: [{ id: '1', changes }] });

describe('the body of a delivery', () => {
	it.each([
		['nothing', ''],
		['text', 'hello'],
		['half of it', wrap([]).slice(0, -3)],
		['a list', '[]'],
		['a number', '7'],
		['null', 'null'],
		['an object of something else', '{"a":1}'],
		['a delivery of another object', wrap([], 'page')],
		['nesting without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
		[
			'nesting without end inside',
			wrap([]).replace('[]', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
		],
	])('is rejected when it is %s', (_, body) => {
		expect(readPayload(body)).toHaveProperty('rejected');
	});

	it.each([
		['no entry', '{"object":"whatsapp_business_account"}'],
		['entry of a wrong type', '{"object":"whatsapp_business_account","entry":"x"}'],
		['an entry that is none', '{"object":"whatsapp_business_account","entry":[null,1,"x",[]]}'],
		['changes of a wrong type', wrap({ field: 'messages' })],
		['changes that are none', wrap([null, 1, 'x', []])],
	])('contains nothing if it has %s', (_, body) => {
		expect(readPayload(body)).toEqual({ changes: [] });
	});

	it('contains every change of every entry', () => {
		const body = JSON.stringify({
			object: 'whatsapp_business_account',
			entry: [
				{
					id: '1',
					changes: [
						{ field: 'a', value: 1 },
						{ field: 'b', value: {} },
					],
				},
				{ id: 2, changes: [{ value: 'x' }] },
			],
		});
		expect(readPayload(body)).toEqual({
			changes: [
				{ businessAccountId: '1', field: 'a', value: 1 },
				{ businessAccountId: '1', field: 'b', value: {} },
				{ businessAccountId: '2', field: 'unknown', value: 'x' },
			],
		});
	});

	it('keeps IDs that are too long for a JavaScript number', () => {
		expect(
			parseJson(
				'{"message_template_id":12345678901234567,"text":"\\"message_template_id\\":12345678901234567"}',
			),
		).toEqual({
			message_template_id: '12345678901234567',
			text: '"message_template_id":12345678901234567',
		});
	});

	it.each([
		'{"__proto__":{"evil":1},"a":{"__proto__":{"evil":1}}}',
		'{"\\u005f_proto__":{"evil":1},"a":{"_\\u005Fproto__":{"evil":1}}}',
	])('does not change prototypes: %s', (body) => {
		const parsed = parseJson(body);
		expect(parsed).toEqual({ a: {} });
		const copied = Object.assign({}, parsed) as { evil?: number; a: { evil?: number } };
		expect(copied.evil).toBeUndefined();
		expect(copied.a.evil).toBeUndefined();
	});

	it('does not count brackets in texts as nesting', () => {
		const body = JSON.stringify({ text: `${'['.repeat(5000)}"\\"${'{'.repeat(5000)}\\` });
		expect(parseJson(body)).toEqual(JSON.parse(body));
	});
});
