import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox';
import { BODY, rejectedDefinitions } from './rules/definitions';

let sandbox: Sandbox;
let graph: AxiosInstance;
let account: string;
let number: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	account = sandbox.seed.businessAccountId;
	number = sandbox.seed.phoneNumberId;
	graph = axios.create({
		baseURL: `${sandbox.url}/v25.0`,
		headers: { Authorization: `Bearer ${sandbox.seed.accessToken}` },
		validateStatus: () => true,
	});
});
afterAll(async () => await sandbox.close());
beforeEach(async () => await sandbox.control.reset());

async function submit(definition: Record<string, unknown>) {
	return await graph.post(`${account}/message_templates`, {
		name: 'order_sent',
		language: 'en_US',
		category: 'UTILITY',
		components: [BODY],
		...definition,
	});
}

async function send(name: string, components?: unknown) {
	return await graph.post(`${number}/messages`, {
		messaging_product: 'whatsapp',
		to: `+${sandbox.seed.customers[0].waId}`,
		type: 'template',
		template: { name, language: { code: 'en_US' }, components },
	});
}

const text = (...values: string[]) => values.map((value) => ({ type: 'text', text: value }));

it('takes a definition, reviews it on its clock, and lists it as approved', async () => {
	const { status, data } = await submit({});
	expect(status).toBe(200);
	expect(data).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
	await sandbox.control.advance(60_000);
	const list = await graph.get(`${account}/message_templates`, {
		params: { name: 'order_sent', fields: 'name,status,category,parameter_format' },
	});
	expect(list.data.data).toEqual([
		{
			id: data.id,
			name: 'order_sent',
			status: 'APPROVED',
			category: 'UTILITY',
			parameter_format: 'POSITIONAL',
		},
	]);
});

it('rejects with a reason, and changes the category of an advertisement', async () => {
	const scam = await submit({
		name: 'prize',
		components: [
			{ type: 'BODY', text: 'Dear customer, you have won the big lottery of our shop.' },
		],
	});
	await sandbox.control.advance(60_000);
	const rejected = await graph.get(scam.data.id, { params: { fields: 'status,rejected_reason' } });
	expect(rejected.data).toMatchObject({ status: 'REJECTED', rejected_reason: 'SCAM' });

	const sale = { type: 'BODY', text: 'Our summer sale begins on Friday, come and see us.' };
	const moved = await submit({ name: 'summer', components: [sale] });
	expect(moved.data.category).toBe('MARKETING');
	const kept = await submit({ name: 'summer2', components: [sale], allow_category_change: false });
	expect(kept.data.category).toBe('UTILITY');
	await sandbox.control.advance(60_000);
	const incorrect = await graph.get(kept.data.id, { params: { fields: 'rejected_reason' } });
	expect(incorrect.data.rejected_reason).toBe('INCORRECT_CATEGORY');
});

it.each<[string, Record<string, unknown>, number | undefined, RegExp]>(rejectedDefinitions)(
	'rejects %s',
	async (_what, definition, subcode, words) => {
		const { status, data } = await submit(definition);
		expect(status).toBe(400);
		expect(data.error.code).toBe(100);
		expect(data.error.error_subcode).toBe(subcode);
		expect(data.error.error_user_msg).toMatch(words);
	},
);

it('rejects a second template of one name and language, and keeps a deleted name blocked', async () => {
	const first = await submit({});
	const again = await submit({});
	expect(again.data.error.error_subcode).toBe(2388024);
	const gone = await graph.delete(`${account}/message_templates`, {
		params: { name: 'order_sent', hsm_id: first.data.id },
	});
	expect(gone.data).toEqual({ success: true });
	expect((await submit({})).data.error.error_subcode).toBe(2388024);
});

it('deletes every language by name, one by ID, and all or none of several', async () => {
	const ids: string[] = [];
	for (const language of ['en_US', 'de', 'pt_BR']) ids.push((await submit({ language })).data.id);
	const count = async () =>
		(await sandbox.control.templates()).filter(({ name }) => name === 'order_sent').length;
	await graph.delete(`${account}/message_templates`, {
		params: { hsm_ids: JSON.stringify([ids[0], '1']) },
	});
	expect(await count()).toBe(3);
	await graph.delete(`${account}/message_templates`, {
		params: { name: 'order_sent', hsm_id: ids[0] },
	});
	expect(await count()).toBe(2);
	await graph.delete(`${account}/message_templates`, { params: { name: 'order_sent' } });
	expect(await count()).toBe(0);
});

it('pages through 300 templates and counts them', async () => {
	for (let index = 0; index < 300; index++) {
		await sandbox.control.addTemplate({ name: `t${index}`, components: [] });
	}
	const names = new Set<string>();
	let after: string | undefined;
	let calls = 0;
	do {
		const { data } = await graph.get(`${account}/message_templates`, {
			params: { fields: 'name', limit: 100, after },
		});
		for (const { name } of data.data) names.add(name);
		after = data.paging.next ? data.paging.cursors.after : undefined;
		calls++;
	} while (after);
	expect(names.size).toBe(301);
	expect(calls).toBe(4);
});

describe('sending', () => {
	beforeEach(async () => {
		await sandbox.control.addTemplate({ name: 'two', components: [BODY] });
	});

	it('fills the text in', async () => {
		const { status, data } = await send('two', [{ type: 'body', parameters: text('Ana', '17') }]);
		expect(status).toBe(200);
		const message = await sandbox.control.message(data.messages[0].id);
		expect(message.template?.body).toBe(
			'Hello Ana, your order 17 has left our warehouse and is on its way.',
		);
	});

	it.each([
		['too few values', 'two', [{ type: 'body', parameters: text('Ana') }], 132000],
		['too many values', 'two', [{ type: 'body', parameters: text('a', 'b', 'c') }], 132000],
		['no values', 'two', undefined, 132000],
		['a line break', 'two', [{ type: 'body', parameters: text('Ana\nLima', '1') }], 132018],
		['an unknown name', 'three', undefined, 132001],
	])('rejects %s', async (_what, name, components, code) => {
		const { data } = await send(name, components);
		expect(data.error.code).toBe(code);
	});

	it.each([
		['PAUSED', 132015],
		['DISABLED', 132016],
		['REJECTED', 132001],
	])('rejects a template that is %s', async (status, code) => {
		const template = (await sandbox.control.templates()).find(({ name }) => name === 'two');
		await sandbox.control.changeTemplate(template?.id ?? '', { status });
		const { data } = await send('two', [{ type: 'body', parameters: text('Ana', '17') }]);
		expect(data.error.code).toBe(code);
	});

	it('requires the one-time password in both places, and the same', async () => {
		await submit({
			name: 'code',
			category: 'AUTHENTICATION',
			components: [
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 5 },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
			],
		});
		await sandbox.control.advance(60_000);
		const inBody = { type: 'body', parameters: text('123456') };
		const button = (code: string) => ({
			type: 'button',
			sub_type: 'url',
			index: '0',
			parameters: text(code),
		});
		expect((await send('code', [inBody])).data.error.code).toBe(131008);
		expect((await send('code', [inBody, button('654321')])).data.error.code).toBe(132018);
		expect((await send('code', [inBody, button('123456')])).status).toBe(200);
	});
});
