import axios, { type AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
let graph: AxiosInstance;
let app: AxiosInstance;
let number: string;
let account: string;

const HOUR = 3_600_000;

beforeAll(async () => {
	sandbox = await startSandbox();
	const { seed } = sandbox;
	number = seed.phoneNumberId;
	account = seed.businessAccountId;
	const as = (token: string) =>
		axios.create({
			baseURL: `${sandbox.url}/v25.0`,
			headers: { Authorization: `Bearer ${token}` },
			validateStatus: () => true,
		});
	graph = as(seed.accessToken);
	app = as(`${seed.appId}|${seed.appSecret}`);
});
afterAll(async () => await sandbox.close());
beforeEach(async () => await sandbox.control.reset());

const hello = async () =>
	await graph.post(`${number}/messages`, {
		messaging_product: 'whatsapp',
		to: `+${sandbox.seed.customers[0].waId}`,
		type: 'text',
		text: { body: 'Hello' },
	});

describe('business profile', () => {
	const url = () => `${number}/whatsapp_business_profile`;
	const change = async (body: object) =>
		await graph.post(url(), { messaging_product: 'whatsapp', ...body });

	it('answers with next to nothing unless asked by field', async () => {
		await change({ about: 'Fresh every day', vertical: 'RESTAURANT' });
		expect((await graph.get(url())).data).toEqual({ data: [{ messaging_product: 'whatsapp' }] });
		const { data } = await graph.get(url(), { params: { fields: 'about,vertical,email' } });
		expect(data.data).toEqual([
			{ about: 'Fresh every day', vertical: 'RESTAURANT', messaging_product: 'whatsapp' },
		]);
	});

	it.each([
		['an empty about', { about: '' }],
		['an about of 140', { about: 'x'.repeat(140) }],
		['an email without @', { email: 'bakery' }],
		['three websites', { websites: ['https://a.test', 'https://b.test', 'https://c.test'] }],
		['a website without scheme', { websites: ['www.a.test'] }],
		['an emptied industry', { vertical: '' }],
		['a media ID as picture', { profile_picture_handle: '5000000001' }],
	])('rejects %s', async (_what, body) => {
		expect((await change(body)).data.error.code).toBe(100);
	});
});

describe('phone number', () => {
	it('cannot send until it is registered with its PIN', async () => {
		await graph.post(`${number}/register`, { messaging_product: 'whatsapp', pin: '123456' });
		await graph.post(`${number}/deregister`, {});
		expect((await hello()).data.error.code).toBe(133010);
		const wrong = await graph.post(`${number}/register`, {
			messaging_product: 'whatsapp',
			pin: '654321',
		});
		expect(wrong.data.error.code).toBe(133005);
		await graph.post(`${number}/register`, { messaging_product: 'whatsapp', pin: '123456' });
		expect((await hello()).status).toBe(200);
	});

	it('takes ten registrations in 72 hours', async () => {
		const register = async () =>
			await graph.post(`${number}/register`, { messaging_product: 'whatsapp', pin: '123456' });
		for (let time = 0; time < 10; time++) expect((await register()).status).toBe(200);
		expect((await register()).data.error.code).toBe(133016);
		await sandbox.control.advance(73 * HOUR);
		expect((await register()).status).toBe(200);
	});

	it('is verified by the code that was sent to it', async () => {
		await sandbox.control.changeNumber(number, { codeVerification: 'NOT_VERIFIED' });
		const verify = async (code: string) =>
			(await graph.post(`${number}/verify_code`, { code })).status;
		expect(await verify('123456')).toBe(400);
		await graph.post(`${number}/request_code?code_method=SMS&language=en_US`);
		expect(await verify('000000')).toBe(400);
		expect(await verify('123456')).toBe(200);
	});

	it('lists numbers below the account with health', async () => {
		await sandbox.control.changeNumber(number, { registered: false });
		const { data } = await graph.get(`${account}/phone_numbers`, {
			params: { fields: 'id,platform_type,health_status' },
		});
		expect(data.data[0]).toMatchObject({
			id: number,
			platform_type: 'NOT_APPLICABLE',
			health_status: { can_send_message: 'BLOCKED' },
		});
	});
});

describe('QR codes', () => {
	it('are made, changed, listed and deleted, with a picture that is one', async () => {
		const made = await graph.post(`${number}/message_qrdls`, {
			prefilled_message: 'Hi',
			generate_qr_image: 'PNG',
		});
		const picture = await axios.get(made.data.qr_image_url, { responseType: 'arraybuffer' });
		expect(Buffer.from(picture.data).subarray(1, 4).toString()).toBe('PNG');
		await graph.post(`${number}/message_qrdls`, { code: made.data.code, prefilled_message: 'Ho' });
		const list = await graph.get(`${number}/message_qrdls`);
		expect(list.data.data).toMatchObject([{ code: made.data.code, prefilled_message: 'Ho' }]);
		await graph.delete(`${number}/message_qrdls/${made.data.code}`);
		expect((await graph.get(`${number}/message_qrdls`)).data.data).toEqual([]);
	});
});

it('answers a partly successful block with an error that contains the result', async () => {
	const [ana] = sandbox.seed.customers;
	await sandbox.control.customer(ana.waId).sendText('Hello');
	const { status, data } = await graph.post(`${number}/block_users`, {
		messaging_product: 'whatsapp',
		block_users: [{ user: `+${ana.waId}` }, { user: '+4915100000000' }],
	});
	expect(status).toBe(400);
	expect(data.error.code).toBe(139100);
	expect(data.block_users.added_users).toMatchObject([{ input: `+${ana.waId}`, wa_id: ana.waId }]);
	expect(data.block_users.failed_users).toMatchObject([{ input: '+4915100000000' }]);
	await expect(sandbox.control.customer(ana.waId).sendText('Hello?')).rejects.toThrow(/blocked/);
});

// block-users: only who has written in the last 24 hours
it('blocks a customer up to 24 hours after their last message', async () => {
	const [ana] = sandbox.seed.customers;
	const block = async () =>
		await graph.post(`${number}/block_users`, {
			messaging_product: 'whatsapp',
			block_users: [{ user: `+${ana.waId}` }],
		});
	await sandbox.control.customer(ana.waId).sendText('Hello');
	await sandbox.control.advance(24 * HOUR + 1);
	const late = await block();
	expect(late.status).toBe(400);
	expect(late.data.block_users.failed_users[0].errors[0].code).toBe(131047);
	await sandbox.control.customer(ana.waId).sendText('Hello');
	await sandbox.control.advance(23 * HOUR);
	expect((await block()).status).toBe(200);
});

describe('tokens', () => {
	const inspect = async (token: string) =>
		(await app.get('debug_token', { params: { input_token: token } })).data.data;

	it('are inspected by the app, expired ones too', async () => {
		const { token } = await sandbox.control.addToken({ expiresAt: Date.now() + HOUR });
		expect(await inspect(token)).toMatchObject({ is_valid: true, app_id: sandbox.seed.appId });
		await sandbox.control.advance(2 * HOUR);
		expect(await inspect(token)).toMatchObject({ is_valid: false, error: { subcode: 463 } });
	});

	const renew = async (token: string, secret = sandbox.seed.appSecret) =>
		await graph.get('oauth/access_token', {
			headers: { Authorization: undefined },
			params: {
				grant_type: 'fb_exchange_token',
				client_id: sandbox.seed.appId,
				client_secret: secret,
				set_token_expires_in_60_days: true,
				fb_exchange_token: token,
			},
		});

	it('are renewed for 60 days while they are valid, and not afterwards', async () => {
		const { token } = await sandbox.control.addToken({ expiresAt: Date.now() + HOUR });
		const renewed = await renew(token);
		expect(renewed.data.access_token).not.toBe(token);
		expect(renewed.data.expires_in).toBeGreaterThan(59 * 86_400);
		await sandbox.control.advance(2 * HOUR);
		expect((await renew(token)).data.error).toMatchObject({ code: 190, error_subcode: 463 });
	});

	it('are not renewed with a wrong secret', async () => {
		const { token } = await sandbox.control.addToken({});
		expect((await renew(token, 'wrong')).status).toBe(400);
	});

	it('come from a code once, within 30 seconds', async () => {
		const exchange = async (code: string) =>
			await graph.get('oauth/access_token', {
				headers: { Authorization: undefined },
				params: { client_id: sandbox.seed.appId, client_secret: sandbox.seed.appSecret, code },
			});
		const first = await sandbox.control.addAuthorizationCode();
		expect((await exchange(first.code)).data.access_token).toMatch(/^EAA/);
		expect((await exchange(first.code)).status).toBe(400);
		const second = await sandbox.control.addAuthorizationCode();
		await sandbox.control.advance(31_000);
		expect((await exchange(second.code)).status).toBe(400);
	});
});

it.each([
	['restricted', 368],
	['locked', 131031],
] as const)('rejects every message of an account that is %s', async (state, code) => {
	await sandbox.control.changeAccount(account, { [state]: true });
	expect((await hello()).data.error.code).toBe(code);
});

it('counts what was really sent, with the words of each field', async () => {
	await hello();
	const now = Math.floor(Date.now() / 1000);
	const ask = async (field: string) => await graph.get(account, { params: { fields: field } });
	const span = `start(${now - 3600}).end(${now + 3600})`;
	const { data } = await ask(`analytics.${span}.granularity(DAY)`);
	expect(data.analytics.data_points[0].sent).toBe(1);
	expect((await ask(`analytics.${span}.granularity(DAILY)`)).data.error.code).toBe(100);
	expect((await ask(`pricing_analytics.${span}.granularity(DAILY)`)).status).toBe(200);
	expect(
		(await ask(`analytics.start(${now}).end(${now - 1}).granularity(DAY)`)).data.error.code,
	).toBe(100);
});
