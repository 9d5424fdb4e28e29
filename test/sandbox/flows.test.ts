import { generateKeyPairSync } from 'crypto';
import { bench, closeAll, client, Receiver, rejectionOf, subscribe, type Bench } from './support';
import { input, one, served, type Raw } from './rules/flows';

afterEach(closeAll);

const JSON_7 = () => JSON.stringify(one(input()));

interface Created {
	id: string;
	success?: boolean;
	validation_errors?: Array<{ error: string }>;
}

const edge = ({ sandbox }: Bench) => `/${sandbox.seed.businessAccountId}/flows`;

async function create(on: Bench, body: object = {}): Promise<Created> {
	const answer = await on.graph.post(edge(on), { name: 'booking', categories: ['OTHER'], ...body });
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
	return answer.data as Created;
}

const uploadTo = async (on: Bench, id: string, json: Raw | string, fields: Raw = {}) => {
	const form = new FormData();
	for (const [name, value] of Object.entries({
		name: 'flow.json',
		asset_type: 'FLOW_JSON',
		...fields,
	})) {
		if (value !== undefined) form.set(name, String(value));
	}
	const text = typeof json === 'string' ? json : JSON.stringify(json);
	form.set('file', new Blob([text], { type: 'application/json' }), 'flow.json');
	return await on.graph.post(`/${id}/assets`, form);
};

const statusOf = async (on: Bench, id: string) =>
	((await on.graph.get(`/${id}`)).data as { status: string }).status;

const userMessage = (answer: { data: unknown }) =>
	(answer.data as { error: { error_user_msg?: string; message: string } }).error;

describe('a flow', () => {
	it('is created as a draft, gets its JSON, is published, deprecated, and stays', async () => {
		const on = await bench();
		const { id } = await create(on);
		expect(id).toMatch(/^7\d{15}$/);
		expect(await uploadTo(on, id, JSON_7())).toMatchObject({
			status: 200,
			data: { success: true, validation_errors: [] },
		});
		expect((await on.graph.post(`/${id}/publish`)).data).toEqual({ success: true });
		expect((await on.graph.get(`/${id}`)).data).toEqual({
			id,
			name: 'booking',
			status: 'PUBLISHED',
			categories: ['OTHER'],
			validation_errors: [],
		});
		expect(rejectionOf(await on.graph.post(`/${id}/publish`)).code).toBe(139002);
		expect(rejectionOf(await on.graph.delete(`/${id}`)).code).toBe(139004);
		expect((await on.graph.post(`/${id}/deprecate`)).data).toEqual({ success: true });
		expect(rejectionOf(await on.graph.post(`/${id}/deprecate`)).code).toBe(139003);
		expect(rejectionOf(await uploadTo(on, id, JSON_7())).code).toBe(139001);
		expect(await statusOf(on, id)).toBe('DEPRECATED');
	});

	it('is created and published in one request', async () => {
		const on = await bench();
		const created = await create(on, { flow_json: JSON_7(), publish: true });
		expect(created).toEqual({ id: created.id, success: true, validation_errors: [] });
		expect(await statusOf(on, created.id)).toBe('PUBLISHED');
	});

	it('stays a draft when it is to be published with errors, and says which', async () => {
		const on = await bench();
		const flow = one({ type: 'TextHeading', text: '' });
		const created = await create(on, { flow_json: JSON.stringify(flow), publish: true });
		expect(created).toMatchObject({
			success: false,
			validation_errors: [{ error: 'PATTERN_MISMATCH' }],
		});
		const answer = await on.graph.post(`/${created.id}/publish`);
		expect(rejectionOf(answer).code).toBe(139002);
		expect(userMessage(answer).error_user_msg).toContain('validation errors');
	});

	it('is listed, newest first, with paging, and shows every field', async () => {
		const on = await bench();
		const { id } = await create(on, { flow_json: JSON_7() });
		const list = await on.graph.get(edge(on), { params: { limit: 2 } });
		expect(list.data).toMatchObject({
			data: [{ id }, { id: '700000000000002', status: 'DRAFT' }],
			paging: { next: expect.any(String) as string },
		});
		const fields =
			'id,name,categories,preview.invalidate(false),status,validation_errors,json_version,data_api_version,endpoint_uri,whatsapp_business_account,application,health_status';
		expect((await on.graph.get(`/${id}`, { params: { fields } })).data).toMatchObject({
			id,
			json_version: '7.3',
			preview: {
				preview_url: expect.stringContaining('token=') as string,
				expires_at: expect.stringMatching(/\+0000$/) as string,
			},
			whatsapp_business_account: { id: '300000000000001', name: 'Sandbox Bakery' },
			application: { id: '100000000000001', name: 'Sandbox App' },
			health_status: { can_send_message: 'LIMITED' },
		});
	});

	it('gives its JSON back, byte for byte', async () => {
		const on = await bench();
		const { id } = await create(on, { flow_json: JSON_7() });
		const { data } = await on.graph.get(`/${id}/assets`);
		const [asset] = (data as { data: Array<{ download_url: string; asset_type: string }> }).data;
		expect(asset.asset_type).toBe('FLOW_JSON');
		const text = await (await fetch(asset.download_url)).text();
		expect(text).toBe(JSON_7());
	});

	it('keeps its preview link until a new one is requested', async () => {
		const on = await bench();
		const link = async (invalidate: boolean) => {
			const fields = `preview.invalidate(${invalidate})`;
			const { data } = await on.graph.get('/700000000000001', { params: { fields } });
			return (data as { preview: { preview_url: string } }).preview.preview_url;
		};
		const first = await link(false);
		expect(await link(false)).toBe(first);
		const second = await link(true);
		expect(second).not.toBe(first);
		expect((await fetch(first, { redirect: 'manual' })).status).toBe(404);
		expect((await fetch(second, { redirect: 'manual' })).status).toBe(302);
	});

	it('goes back to draft when it is edited; the published version stays live', async () => {
		const on = await bench();
		const { id } = await create(on, { flow_json: JSON_7(), publish: true });
		for (let version = 2; version <= 7; version++) {
			await uploadTo(on, id, one(input({ label: `Version ${version}` })));
			expect(await statusOf(on, id)).toBe('DRAFT');
			expect((await sendFlow(on, { flow_id: id })).status).toBe(200);
			expect((await on.graph.post(`/${id}/publish`)).status).toBe(200);
		}
		const [view] = await on.sandbox.control.flows();
		expect(view).toMatchObject({ id, liveVersions: 5, status: 'PUBLISHED' });
		expect(rejectionOf(await on.graph.delete(`/${id}`)).code).toBe(139004);
	});

	it('is deleted as a draft', async () => {
		const on = await bench();
		const { id } = await create(on);
		expect((await on.graph.delete(`/${id}`)).data).toEqual({ success: true });
		expect(rejectionOf(await on.graph.get(`/${id}`))).toMatchObject({ code: 100, subcode: 33 });
	});

	it('is copied with its JSON and endpoint', async () => {
		const on = await bench();
		const { id } = await create(on, {
			name: 'copy',
			clone_flow_id: '700000000000001',
		});
		const { data } = await on.graph.get(`/${id}`, { params: { fields: 'json_version,status' } });
		expect(data).toEqual({ id, json_version: '7.3', status: 'DRAFT' });
	});

	it('is migrated to another account as a draft', async () => {
		const on = await bench();
		const { id: target } = await on.sandbox.control.addAccount({ name: 'Other' });
		const answer = await on.graph.post(`/${target}/migrate_flows`, {
			source_waba_id: on.sandbox.seed.businessAccountId,
			source_flow_names: JSON.stringify(['feedback', 'nothing']),
		});
		expect(answer.data).toEqual({
			migrated_flows: [
				{
					source_name: 'feedback',
					source_id: '700000000000001',
					migrated_id: expect.stringMatching(/^7/) as string,
				},
			],
			failed_flows: [
				{
					source_name: 'nothing',
					error_code: '4233041',
					error_message: 'Flows Migration Error: Flow name not found in source WABA.',
				},
			],
		});
		const { data } = await on.graph.get(`/${target}/flows`);
		expect(data).toMatchObject({ data: [{ name: 'feedback', status: 'DRAFT' }] });
	});

	it.each<[string, object, string]>([
		['no name', { name: undefined }, 'name is required'],
		['no category', { categories: undefined }, 'categories is required'],
		['an empty list of categories', { categories: [] }, 'non-empty'],
		['an unknown category', { categories: ['FUN'] }, 'SIGN_UP'],
		['a name that is taken', { name: 'feedback' }, 'not unique'],
		['an http endpoint', { endpoint_uri: 'http://example.com/flow' }, 'Endpoint'],
		['an unknown flow to clone', { clone_flow_id: '799' }, 'does not exist'],
		['two sources', { clone_flow_id: '700000000000001', flow_json: '{}' }, 'Only one clone source'],
		['publish without JSON', { publish: true }, 'flow_json is required'],
		['more than 10 MB', { flow_json: `"${'x'.repeat(10 * 1024 * 1024)}"` }, '10 MB'],
	])('is refused with %s', async (_what, change, words) => {
		const on = await bench();
		const answer = await on.graph.post(edge(on), {
			name: 'booking',
			categories: ['OTHER'],
			...change,
		});
		expect(rejectionOf(answer).code).toBe(100);
		expect(JSON.stringify(answer.data)).toContain(words);
	});

	it.each<[string, Raw, string]>([
		['another name of the asset', { name: 'form.json' }, 'flow.json'],
		['another type', { asset_type: 'IMAGE' }, 'FLOW_JSON'],
	])('refuses an upload with %s', async (_what, fields, words) => {
		const on = await bench();
		const { id } = await create(on);
		const answer = await uploadTo(on, id, JSON_7(), fields);
		expect(rejectionOf(answer)).toMatchObject({ code: 100 });
		expect(rejectionOf(answer).text).toContain(words);
	});

	it('refuses an upload of more than 10 MB', async () => {
		const on = await bench();
		const { id } = await create(on);
		const answer = await uploadTo(on, id, `"${'x'.repeat(10 * 1024 * 1024)}"`);
		expect(rejectionOf(answer).text).toContain('exceeds the maximum size by 2 bytes');
	});

	it('needs the permission to manage accounts, and access to its own', async () => {
		const on = await bench();
		const { token } = await on.sandbox.control.addToken({
			scopes: ['whatsapp_business_messaging'],
		});
		const other = client(on.sandbox, token);
		expect(rejectionOf(await other.get('/700000000000001')).code).toBe(200);
		expect(rejectionOf(await other.post('/700000000000001/publish')).code).toBe(200);
		const narrow = await on.sandbox.control.addToken({ businessAccountIds: [] });
		expect(
			rejectionOf(await client(on.sandbox, narrow.token).get('/700000000000001')),
		).toMatchObject({ code: 100, subcode: 33 });
	});

	it('cannot be published by an account that is not verified', async () => {
		const on = await bench();
		const { id } = await create(on, { flow_json: JSON_7() });
		await on.sandbox.control.changeAccount(on.sandbox.seed.businessAccountId, {
			verification: 'not_verified',
		});
		expect(rejectionOf(await on.graph.post(`/${id}/publish`))).toMatchObject({
			code: 139000,
			subcode: 4233020,
		});
	});

	it('tells the webhook field flows what happened to it', async () => {
		const on = await bench();
		const receiver = await Receiver.start();
		await subscribe(on, receiver.url(), 'flows');
		const { id } = await create(on, { flow_json: JSON_7() });
		await on.graph.post(`/${id}/publish`);
		await on.sandbox.control.changeFlow(id, { status: 'THROTTLED' });
		await receiver.until(() => receiver.values('flows').length === 3);
		expect(receiver.values('flows')).toEqual([
			{
				event: 'FLOW_STATUS_CHANGE',
				message: 'Flow booking has been created with DRAFT status',
				flow_id: id,
				new_status: 'DRAFT',
			},
			{
				event: 'FLOW_STATUS_CHANGE',
				message: 'Flow booking changed status from DRAFT to PUBLISHED',
				flow_id: id,
				old_status: 'DRAFT',
				new_status: 'PUBLISHED',
			},
			expect.objectContaining({ old_status: 'PUBLISHED', new_status: 'THROTTLED' }) as object,
		]);
	});
});

const sendFlow = async (on: Bench, parameters: object) =>
	await on.send({
		type: 'interactive',
		interactive: {
			type: 'flow',
			body: { text: 'Please answer' },
			action: {
				name: 'flow',
				parameters: { flow_message_version: '3', flow_cta: 'Open', ...parameters },
			},
		},
	});

describe('a flow message', () => {
	it('is refused while the flow is blocked or deprecated', async () => {
		const on = await bench();
		const { id } = await on.sandbox.control.addFlow();
		await on.sandbox.control.changeFlow(id, { status: 'BLOCKED' });
		expect(rejectionOf(await sendFlow(on, { flow_id: id })).code).toBe(132068);
		await on.sandbox.control.changeFlow(id, { status: 'DEPRECATED' });
		expect(rejectionOf(await sendFlow(on, { flow_id: id })).code).toBe(131009);
	});

	it('is sent ten times an hour while the flow is throttled', async () => {
		const on = await bench({ behavior: { clock: 'stopped' } });
		const { id } = await on.sandbox.control.addFlow();
		await on.sandbox.control.changeFlow(id, { status: 'THROTTLED' });
		for (let i = 0; i < 10; i++) {
			expect((await sendFlow(on, { flow_id: id })).status).toBe(200);
			await on.sandbox.control.advance(6000);
		}
		expect(rejectionOf(await sendFlow(on, { flow_id: id })).code).toBe(132069);
		await on.sandbox.control.advance(60 * 60_000);
		expect((await sendFlow(on, { flow_id: id })).status).toBe(200);
	});

	it('is refused for a flow of another account', async () => {
		const on = await bench();
		const { id: account } = await on.sandbox.control.addAccount();
		const { id } = await on.sandbox.control.addFlow({ businessAccountId: account });
		expect(rejectionOf(await sendFlow(on, { flow_id: id })).code).toBe(131009);
	});

	it('shows which flow it opens, with which token and data', async () => {
		const on = await bench();
		const answer = await sendFlow(on, {
			flow_name: 'appointment_draft',
			mode: 'draft',
			flow_token: 'T-1',
			flow_action_payload: { screen: 'DETAILS', data: { a: 1 } },
		});
		const [{ id }] = (answer.data as { messages: Array<{ id: string }> }).messages;
		expect((await on.sandbox.control.message(id)).flow).toEqual({
			id: '700000000000002',
			name: 'appointment_draft',
			mode: 'draft',
			action: 'navigate',
			token: 'T-1',
			screen: 'DETAILS',
			data: { a: 1 },
		});
	});
});

describe('a template with a flow button', () => {
	const submit = async (on: Bench, button: object) =>
		await on.graph.post(`/${on.sandbox.seed.businessAccountId}/message_templates`, {
			name: 'ask',
			language: 'en_US',
			category: 'UTILITY',
			components: [
				{ type: 'BODY', text: 'Please answer two questions' },
				{ type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Answer', ...button }] },
			],
		});

	it.each<[string, object, string]>([
		['an unknown flow', { flow_id: '799' }, 'does not exist'],
		['a draft', { flow_name: 'appointment_draft' }, 'not published'],
		['an unknown screen', { flow_id: '700000000000001', navigate_screen: 'NONE' }, 'screen NONE'],
		['two sources', { flow_id: '700000000000001', flow_name: 'feedback' }, 'one of'],
		['a Flow JSON with errors', { flow_json: '{}' }, 'not valid'],
	])('is refused with %s', async (_what, button, words) => {
		const on = await bench();
		const answer = await submit(on, button);
		expect(rejectionOf(answer).code).toBe(100);
		expect(JSON.stringify(answer.data)).toContain(words);
	});

	it('creates a published flow from flow_json', async () => {
		const on = await bench();
		expect((await submit(on, { flow_json: JSON_7() })).status).toBe(200);
		expect((await on.sandbox.control.flows())[0]).toMatchObject({
			name: 'ask_en_US',
			status: 'PUBLISHED',
		});
	});

	it('cannot be sent when its flow is deprecated', async () => {
		const on = await bench();
		await submit(on, { flow_id: '700000000000001' });
		await on.sandbox.control.advance(60 * 60_000);
		const send = async () =>
			await on.send({
				type: 'template',
				template: {
					name: 'ask',
					language: { code: 'en_US' },
					components: [{ type: 'button', sub_type: 'flow', index: '0' }],
				},
			});
		expect((await send()).status).toBe(200);
		await on.sandbox.control.changeFlow('700000000000001', { status: 'DEPRECATED' });
		expect(rejectionOf(await send()).code).toBe(131009);
	});
});

describe('the key of a phone number', () => {
	const pem = (bits = 2048) =>
		generateKeyPairSync('rsa', {
			modulusLength: bits,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
	const edgeOf = ({ sandbox }: Bench) =>
		`/${sandbox.seed.phoneNumberId}/whatsapp_business_encryption`;
	const set = async (on: Bench, key: string) =>
		await on.graph.post(edgeOf(on), new URLSearchParams({ business_public_key: key }));

	it('is set, read, and loses its signature when the number is registered again', async () => {
		const on = await bench();
		expect((await on.graph.get(edgeOf(on))).data).toEqual({ data: [] });
		const { publicKey } = pem();
		expect((await set(on, publicKey)).data).toEqual({ success: true });
		const read = async () => (await on.graph.get(edgeOf(on))).data as unknown;
		expect(await read()).toEqual({
			data: [{ business_public_key: publicKey, business_public_key_signature_status: 'VALID' }],
		});
		await on.graph.post(`/${on.sandbox.seed.phoneNumberId}/register`, {
			messaging_product: 'whatsapp',
			pin: '123456',
		});
		expect(await read()).toMatchObject({
			data: [{ business_public_key_signature_status: 'MISMATCH' }],
		});
	});

	it.each<[string, () => string]>([
		['a text', () => 'key'],
		['a private key', () => pem().privateKey],
		['a key of 1024 bits', () => pem(1024).publicKey],
		['a broken key', () => '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
	])('cannot be %s', async (_what, key) => {
		const on = await bench();
		expect(rejectionOf(await set(on, key())).code).toBe(100);
	});
});

describe('a flow with an endpoint is not published', () => {
	const publish = async (on: Bench, change: (id: string) => Promise<unknown>) => {
		const { id } = await create(on, { flow_json: JSON.stringify(served()) });
		await change(id);
		return await on.graph.post(`/${id}/publish`);
	};

	it('without address, key, subscription, and a healthy endpoint, in this order', async () => {
		const on = await bench();
		const receiver = await Receiver.start();
		let id = '';
		const next = async () => {
			const answer = await on.graph.post(`/${id}/publish`);
			expect(rejectionOf(answer).code).toBe(139002);
			return (answer.data as { error: { error_user_title: string } }).error.error_user_title;
		};
		const first = await publish(on, async (created) => (id = created));
		expect(rejectionOf(first).code).toBe(139002);
		expect(await next()).toBe('Publishing without specifying "endpoint_uri"');
		await on.graph.post(`/${id}`, { endpoint_uri: receiver.url('/flow') });
		expect(await next()).toBe('Missing Flows Signed Public Key');
		const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		await on.graph.post(
			`/${on.sandbox.seed.phoneNumberId}/whatsapp_business_encryption`,
			new URLSearchParams({
				business_public_key: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
			}),
		);
		expect(await next()).toBe('WABA is not subscribed to Flows Webhooks');
		await subscribe(on, receiver.url('/hook'), 'messages,flows');
		expect(await next()).toBe('Endpoint not available');
		expect(receiver.received.filter(({ path }) => path === '/flow')).toHaveLength(1);
	});
});
