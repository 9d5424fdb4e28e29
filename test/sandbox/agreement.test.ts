import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import { planMedia } from '../../cloud-api/media/plan';
import { orderDetailsMessage } from '../../cloud-api/messages/orderDetails';
import { checkValues } from '../../cloud-api/templates/parameters/check';
import { messageComponents } from '../../cloud-api/templates/parameters/components';
import { parameterFields } from '../../cloud-api/templates/parameters/fields';
import type { Template } from '../../cloud-api/templates/template';
import type { JsonObject } from '../../sandbox/control/types';
import { order } from '../support/limitCases';
import { codeOf, RULES, TEMPLATE_RULES, UPLOAD_RULES, type Rule } from './rules/agreement';
import { bench, closeAll, rejectionOf, upload, type Bench } from './support';

afterEach(closeAll);

const INDIA = '+91 99999 00100';
const PUBLISHED_FLOW = '700000000000001';

/** Sends a message of a rule where it would be valid, so that nothing but the rule decides. */
async function send(on: Bench, message: object, sent: string) {
	const text = JSON.stringify(message)
		.replace(/\{"id":"1"(?=[,}])/g, '{"link":"https://example.com/a.png"')
		.replace('"flow_id":"1"', `"flow_id":"${PUBLISHED_FLOW}"`)
		.replace('"message_id":"wamid.1"', `"message_id":"${sent}"`);
	const body = JSON.parse(text) as Record<string, unknown>;
	const { interactive, type } = body as { interactive?: { type: string }; type: string };
	if (type === 'pin') {
		const group = await on.sandbox.control.addGroup({
			participants: [on.sandbox.seed.customers[0].waId],
		});
		const inGroup = { recipient_type: 'group', to: group.id };
		const pinned = await on.send({ ...inGroup, type: 'text', text: { body: 'Hello' } });
		const { messages } = pinned.data as { messages?: Array<{ id: string }> };
		const pin = { ...(body.pin as object), message_id: messages?.[0].id };
		return await on.send({ ...body, ...inGroup, pin });
	}
	if (interactive?.type === 'order_status')
		await on.send({ ...orderDetailsMessage({ ...order, referenceId: 'r1' }) });
	const indian = interactive?.type === 'address_message' && { to: '+919999900203' };
	return await on.send({ ...body, ...indian });
}

async function prepared(message: object): Promise<{ on: Bench; sent: string }> {
	const indian = JSON.stringify(message).includes('address_message');
	const on = await bench(indian ? { seed: { displayPhoneNumber: INDIA } } : {});
	if (!JSON.stringify(message).includes('"reaction"')) return { on, sent: '' };
	const { data } = await on.send({ type: 'text', text: { body: 'Hello' } });
	return { on, sent: (data as { messages: Array<{ id: string }> }).messages[0].id };
}

/** The sandbox's answer to a message: the code of its rejection, or `accepted`. */
async function verdictOn(message: object): Promise<number | string> {
	const { on, sent } = await prepared(message);
	const answer = await send(on, message, sent);
	return answer.status === 200 ? 'accepted' : rejectionOf(answer).code;
}

// Each rule of the node is left out once, and the sandbox must reject what then leaves.
describe('what the node rejects, the sandbox rejects', () => {
	it.each<[string, Rule]>(RULES.map((rule) => [rule.name, rule]))(
		'%s',
		async (name, { refuse, valid, unchecked }) => {
			expect(refuse).toThrow(InvalidInputError);
			expect(await verdictOn(valid())).toBe('accepted');
			expect([name, await verdictOn(unchecked())]).toEqual([name, codeOf(name)]);
		},
	);
});

describe('of a template', () => {
	const components: JsonObject[] = [
		{ type: 'HEADER', format: 'TEXT', text: 'No. {{1}}' },
		{ type: 'BODY', text: 'Dear {{1}}, see {{2}} today' },
		{
			type: 'BUTTONS',
			buttons: [{ type: 'URL', text: 'Track', url: 'https://example.com/t/{{1}}' }],
		},
	];
	const template = { category: 'UTILITY', components } as unknown as Template;
	const valid = { 'header.text.1': '42', 'body.1': 'Ana', 'body.2': 'it', 'button.0.url': '42' };
	const verdict = async (values: Record<string, unknown>) => {
		const on = await bench();
		await on.sandbox.control.addTemplate({ name: 'agreed', components });
		const answer = await on.send({
			type: 'template',
			template: {
				name: 'agreed',
				language: { code: 'en_US' },
				components: messageComponents(values),
			},
		});
		return answer.status === 200 ? 'accepted' : rejectionOf(answer).code;
	};

	it.each(TEMPLATE_RULES)('%s', async (_, change, code) => {
		const values = { ...valid, ...change };
		const fields = parameterFields(template);
		expect(checkValues(values, { fields, template, now: 0 }).list).not.toEqual([]);
		expect(await verdict(valid)).toBe('accepted');
		expect(await verdict(values)).toBe(code);
	});
});

describe('of a file', () => {
	it.each(UPLOAD_RULES)('%s', async (_, kind, bytes, declaredType, fileName) => {
		const facts = { source: 'upload' as const, declaredType, fileName, size: bytes.length };
		expect(() => planMedia(kind, { ...facts, head: bytes.subarray(0, 4096) })).toThrow(
			InvalidInputError,
		);
		expect(rejectionOf(await upload(await bench(), bytes, declaredType, fileName)).code).toBe(100);
	});
});
