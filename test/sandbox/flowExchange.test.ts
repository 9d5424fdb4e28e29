/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- the fake secret of the sandbox */
import { createDecipheriv, createHash, createHmac } from 'crypto';
import type { OpenedFlow } from '../../sandbox/control/openedFlow';
import {
	bench,
	closeAll,
	closes,
	files,
	Receiver,
	rejectionOf,
	subscribe,
	type Bench,
} from './support';
import { FlowEndpoint, type ClearRequest } from './flowEndpoint';
import { footer, input, screen, type Raw } from './rules/flows';

afterEach(closeAll);

const SECRET = '0123456789abcdef0123456789abcdef';

/** Three screens: a name, the free hours for it, a photo. */
const booking = (): Raw => ({
	version: '7.3',
	data_api_version: '3.0',
	routing_model: { NAME: ['HOURS'], HOURS: ['PHOTO'], PHOTO: [] },
	screens: [
		screen([input(), footer({ name: 'data_exchange', payload: { name: '${form.name}' } })], {
			id: 'NAME',
			terminal: undefined,
		}),
		screen(
			[
				{
					type: 'Dropdown',
					name: 'hour',
					label: 'Hour',
					required: true,
					'data-source': '${data.hours}',
				},
				footer({ name: 'data_exchange', payload: { hour: '${form.hour}' } }),
			],
			{
				id: 'HOURS',
				terminal: undefined,
				refresh_on_back: true,
				data: {
					hours: {
						type: 'array',
						items: {
							type: 'object',
							properties: { id: { type: 'string' }, title: { type: 'string' } },
						},
						__example__: [{ id: '9', title: '9:00' }],
					},
				},
			},
		),
		screen(
			[
				{ type: 'PhotoPicker', name: 'photo', label: 'Photo' },
				footer({ name: 'data_exchange', payload: { photo: '${form.photo}' } }),
			],
			{ id: 'PHOTO', success: true },
		),
	],
});
const HOURS = { screen: 'HOURS', data: { hours: [{ id: '10', title: '10:00' }] } };
const END = (token = 'T-1') => ({
	screen: 'SUCCESS',
	data: { extension_message_response: { params: { flow_token: token, booking: 42 } } },
});

/** Leads through the screens of {@link booking}. */
const replies = ({ action, screen: at }: ClearRequest) => ({
	json:
		action === 'ping'
			? { data: { status: 'active' } }
			: action === 'INIT' || action === 'BACK'
				? { screen: 'NAME', data: {} }
				: at === 'NAME'
					? HOURS
					: at === 'HOURS'
						? { screen: 'PHOTO', data: {} }
						: END(),
});

interface Stage {
	on: Bench;
	endpoint: FlowEndpoint;
	flowId: string;
	receiver: Receiver;
	open(action?: string): Promise<OpenedFlow>;
}

const setKey = async ({ graph, sandbox }: Bench, key: string) =>
	await graph.post(
		`/${sandbox.seed.phoneNumberId}/whatsapp_business_encryption`,
		new URLSearchParams({ business_public_key: key }),
	);

async function stage(change: Raw = {}): Promise<Stage> {
	const on = await bench({ behavior: { flows: { timeout: 400 } } });
	const endpoint = await FlowEndpoint.start(SECRET);
	closes(async () => await endpoint.close());
	endpoint.answer = replies;
	await setKey(on, endpoint.publicKey);
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), 'messages,flows');
	const created = await on.graph.post(`/${on.sandbox.seed.businessAccountId}/flows`, {
		name: 'booking',
		categories: ['APPOINTMENT_BOOKING'],
		endpoint_uri: endpoint.url,
		flow_json: JSON.stringify({ ...booking(), ...change }),
		publish: true,
	});
	if (created.status !== 200) throw new Error(JSON.stringify(created.data));
	const flowId = (created.data as { id: string }).id;
	const open = async (action = 'data_exchange') => {
		const answer = await on.send({
			type: 'interactive',
			interactive: {
				type: 'flow',
				body: { text: 'Book' },
				action: {
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_cta: 'Open',
						flow_id: flowId,
						flow_token: 'T-1',
						flow_action: action,
					},
				},
			},
		});
		const [{ id }] = (answer.data as { messages: Array<{ id: string }> }).messages;
		return await on.sandbox.control.customer('15550100201').openFlow(id);
	};
	return { on, endpoint, flowId, receiver, open };
}

describe('a flow with an endpoint', () => {
	it('is checked by a health check before it is published', async () => {
		const { endpoint, on, flowId } = await stage();
		expect(endpoint.requests).toEqual([{ version: '3.0', action: 'ping' }]);
		expect(endpoint.signed).toEqual([true]);
		const { data } = await on.graph.get(`/${flowId}`, {
			params: { fields: 'status,data_api_version,endpoint_uri' },
		});
		expect(data).toEqual({
			status: 'PUBLISHED',
			data_api_version: '3.0',
			endpoint_uri: endpoint.url,
			id: flowId,
		});
	});

	it('asks the endpoint on every screen, and ends with its parameters', async () => {
		const { endpoint, open, receiver } = await stage();
		const form = await open();
		expect(form.view).toMatchObject({ state: 'open', screen: { id: 'NAME' } });
		expect(await form.submit({ name: 'Ana' })).toMatchObject({
			screen: { id: 'HOURS' },
			data: { HOURS: HOURS.data },
			canGoBack: true,
		});
		expect((await form.submit({ hour: '10' })).screen).toMatchObject({ id: 'PHOTO' });
		const { state } = await form.submit({
			photo: [{ data: files.png.toString('base64'), mimeType: 'image/png', filename: 'a.png' }],
		});
		expect(state).toBe('completed');
		expect(endpoint.requests.slice(1, 4)).toEqual([
			{ version: '3.0', action: 'INIT', data: {}, flow_token: 'T-1' },
			{
				version: '3.0',
				action: 'data_exchange',
				screen: 'NAME',
				data: { name: 'Ana' },
				flow_token: 'T-1',
			},
			{
				version: '3.0',
				action: 'data_exchange',
				screen: 'HOURS',
				data: { hour: '10' },
				flow_token: 'T-1',
			},
		]);
		expect(endpoint.signed.every(Boolean)).toBe(true);
		await receiver.until(() => receiver.messages().length === 1);
		expect(receiver.messages()[0]).toMatchObject({
			interactive: {
				nfm_reply: {
					name: 'flow',
					body: 'Sent',
					response_json: '{"flow_token":"T-1","booking":42}',
				},
			},
		});
	});

	it('gives files to the endpoint encrypted, with keys and hashes that fit', async () => {
		const { endpoint, open } = await stage();
		const form = await open();
		await form.submit({ name: 'Ana' });
		await form.submit({ hour: '10' });
		await form.submit({
			photo: [{ data: files.png.toString('base64'), mimeType: 'image/png', filename: 'a.png' }],
		});
		const [photo] = endpoint.requests.at(-1)?.data?.photo as Raw[];
		const meta = photo.encryption_metadata as Record<string, string>;
		const stored = Buffer.from(await (await fetch(String(photo.cdn_url))).arrayBuffer());
		const bytes = (name: string) => Buffer.from(meta[name], 'base64');
		const sha = (of: Buffer) => createHash('sha256').update(of).digest();
		expect(sha(stored)).toEqual(bytes('encrypted_hash'));
		const [ciphertext, mac] = [stored.subarray(0, -10), stored.subarray(-10)];
		const expected = createHmac('sha256', bytes('hmac_key'))
			.update(Buffer.concat([bytes('iv'), ciphertext]))
			.digest();
		expect(mac).toEqual(expected.subarray(0, 10));
		const decipher = createDecipheriv('aes-256-cbc', bytes('encryption_key'), bytes('iv'));
		const clear = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
		expect(clear).toEqual(files.png);
		expect(sha(clear)).toEqual(bytes('plaintext_hash'));
		expect(photo.file_name).toBe('a.png');
	});

	it('asks again when the customer goes back from a screen with refresh_on_back', async () => {
		const { endpoint, open } = await stage();
		const form = await open();
		await form.submit({ name: 'Ana' });
		expect(await form.back()).toMatchObject({ screen: { id: 'NAME' }, canGoBack: false });
		expect(endpoint.requests.at(-1)).toMatchObject({ action: 'BACK', screen: 'HOURS' });
	});

	it('does not ask the endpoint when the message says navigate', async () => {
		const { endpoint, open } = await stage();
		expect((await open('navigate')).view.screen).toMatchObject({ id: 'NAME' });
		expect(endpoint.requests).toHaveLength(1);
	});

	it('shows an error message and stays, with the data it had', async () => {
		const { endpoint, open } = await stage();
		const form = await open();
		await form.submit({ name: 'Ana' });
		endpoint.answer = () => ({ json: { screen: 'HOURS', data: { error_message: 'Just taken' } } });
		expect(await form.submit({ hour: '10' })).toMatchObject({
			state: 'open',
			screen: { id: 'HOURS' },
			notice: 'Just taken',
			data: { HOURS: HOURS.data },
			forms: { HOURS: { hour: '10' } },
		});
	});

	it.each<[string, unknown, string, string]>([
		['no screen', { data: {} }, 'payload-schema-error', 'no screen'],
		['no data', { screen: 'HOURS' }, 'payload-schema-error', 'no data'],
		[
			'a screen that is not there',
			{ screen: 'NOWHERE', data: {} },
			'invalid-screen-transition',
			'no screen NOWHERE',
		],
		[
			'a screen without route',
			{ screen: 'PHOTO', data: {} },
			'invalid-screen-transition',
			'no route from NAME to PHOTO',
		],
		['missing data', { screen: 'HOURS', data: {} }, 'payload-schema-error', 'lacks hours'],
		[
			'data of another type',
			{ screen: 'HOURS', data: { hours: [{ id: 9, title: 'x' }] } },
			'payload-schema-error',
			"to be of type 'string'",
		],
		[
			'an end without token',
			{ screen: 'SUCCESS', data: { extension_message_response: { params: {} } } },
			'payload-schema-error',
			'flow_token',
		],
	])('tells the endpoint of an answer with %s', async (_what, json, error, words) => {
		const { endpoint, open } = await stage();
		const form = await open();
		endpoint.answer = () => ({ json });
		expect(await form.submit({ name: 'Ana' })).toMatchObject({
			state: 'open',
			screen: { id: 'NAME' },
			notice: 'Something went wrong. Please try again later.',
			reason: expect.stringContaining(words) as string,
		});
		expect(await endpoint.until(({ data }) => data?.error !== undefined)).toMatchObject({
			action: 'data_exchange',
			screen: 'NAME',
			flow_token: 'T-1',
			data: { error, error_message: expect.stringContaining(words) as string },
		});
	});

	it.each<
		[string, () => { status?: number; body?: string } | { json: unknown; delay: number }, string]
	>([
		['a status 500', () => ({ status: 500 }), 'HTTP status 500'],
		['clear text', () => ({ body: '{"screen":"HOURS","data":{}}' }), 'cannot be decrypted'],
		[
			'an answer after the time limit',
			() => ({ json: HOURS, delay: 700 }),
			'no answer within 0.4 seconds',
		],
		['421 twice', () => ({ status: 421 }), '421 twice'],
		['432', () => ({ status: 432 }), 'signature'],
	])('survives %s', async (_what, answer, words) => {
		const { endpoint, open } = await stage();
		const form = await open();
		endpoint.answer = answer;
		const view = await form.submit({ name: 'Ana' });
		expect(view).toMatchObject({ state: 'open', reason: expect.stringContaining(words) as string });
		endpoint.answer = replies;
		expect((await form.submit()).screen).toMatchObject({ id: 'HOURS' });
	});

	it('reads the key again after 421', async () => {
		const { on, endpoint, open } = await stage();
		const form = await open();
		const rotated = await FlowEndpoint.start(SECRET);
		closes(async () => await rotated.close());
		rotated.answer = replies;
		let first = true;
		endpoint.answer = (request) => {
			if (!first) return replies(request);
			first = false;
			return { status: 421 };
		};
		expect((await form.submit({ name: 'Ana' })).screen).toMatchObject({ id: 'HOURS' });
		expect(endpoint.requests.filter(({ screen: at }) => at === 'NAME')).toHaveLength(2);
		await setKey(on, rotated.publicKey);
		await on.sandbox.control.changeFlow((await on.sandbox.control.flows())[0].id, {
			endpointUri: rotated.url,
		});
		expect((await form.submit({ hour: '10' })).screen).toMatchObject({ id: 'PHOTO' });
		expect(rotated.requests).toHaveLength(1);
	});

	it('closes for good with the words of a 427', async () => {
		const { on, endpoint, open } = await stage();
		const form = await open();
		endpoint.answer = () => ({
			status: 427,
			body: '{"error_msg":"The order has already been placed"}',
		});
		expect(await form.submit({ name: 'Ana' })).toMatchObject({
			state: 'failed',
			failure: 'The order has already been placed',
		});
		const { messageId } = form.view;
		expect((await on.sandbox.control.message(messageId)).flow).toMatchObject({ expired: true });
		await expect(on.sandbox.control.customer('15550100201').openFlow(messageId)).rejects.toThrow(
			'no longer',
		);
	});

	it('signs the token for data API 4.0', async () => {
		const { endpoint, open } = await stage({ data_api_version: '4.0' });
		await open();
		const { version, flow_token_signature: jwt } = endpoint.requests[1];
		expect(version).toBe('4.0');
		const [head, body, signature] = (jwt ?? '').split('.');
		const part = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
		expect(part(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
		expect(part(body)).toMatchObject({ flow_token: 'T-1' });
		expect(signature).toBe(
			createHmac('sha256', SECRET).update(`${head}.${body}`).digest('base64url'),
		);
	});

	it('cannot be sent from a number without a valid key', async () => {
		const { on, flowId } = await stage();
		await on.graph.post(`/${on.sandbox.seed.phoneNumberId}/register`, {
			messaging_product: 'whatsapp',
			pin: '123456',
		});
		const answer = await on.send({
			type: 'interactive',
			interactive: {
				type: 'flow',
				body: { text: 'x' },
				action: {
					name: 'flow',
					parameters: { flow_message_version: '3', flow_cta: 'Open', flow_id: flowId },
				},
			},
		});
		expect(rejectionOf(answer).code).toBe(131009);
	});

	it('alerts when requests fail, and again when they no longer do', async () => {
		const { on, endpoint, open, receiver, flowId } = await stage();
		endpoint.answer = () => ({ status: 500 });
		for (let i = 0; i < 10; i++) await open();
		const alerts = () =>
			receiver.values('flows').filter(({ event }) => event === 'ENDPOINT_ERROR_RATE');
		await receiver.until(() => alerts().length === 1);
		expect(alerts()[0]).toMatchObject({
			flow_id: flowId,
			error_rate: 100,
			threshold: 50,
			alert_state: 'ACTIVATED',
			errors: [{ error_type: 'unexpected_http_status_code', error_count: 10, error_rate: 100 }],
		});
		endpoint.answer = replies;
		await on.sandbox.control.advance(31 * 60_000);
		for (let i = 0; i < 10; i++) await open();
		await receiver.until(() => alerts().length === 2);
		expect(alerts()[1]).toMatchObject({ alert_state: 'DEACTIVATED', threshold: 50 });
	});

	it('alerts when the phone cannot use what the endpoint answers', async () => {
		const { endpoint, open, receiver } = await stage();
		endpoint.answer = () => ({ json: { screen: 'NOWHERE', data: {} } });
		for (let i = 0; i < 10; i++) await open();
		const alerts = () => receiver.values('flows').filter(({ alert_state: state }) => state);
		await receiver.until(() => alerts().length === 1);
		expect(alerts()[0]).toMatchObject({
			event: 'CLIENT_ERROR_RATE',
			error_rate: 100,
			threshold: 50,
			errors: [{ error_type: 'invalid-screen-transition', error_count: 10 }],
		});
	});

	it('alerts when health checks fail', async () => {
		const { on, endpoint, receiver, flowId } = await stage();
		endpoint.answer = () => ({ status: 500 });
		expect(await on.sandbox.control.pingFlow(flowId)).toEqual({
			healthy: false,
			problem: 'HTTP status 500',
		});
		const alerts = () =>
			receiver.values('flows').filter(({ event }) => event === 'ENDPOINT_AVAILABILITY');
		await receiver.until(() => alerts().length === 1);
		expect(alerts()[0]).toMatchObject({
			availability: 50,
			threshold: 90,
			alert_state: 'ACTIVATED',
		});
	});

	it('is called by tests with a wrong signature or a truncated body', async () => {
		const { on, endpoint, flowId } = await stage();
		const call = async (options: object) =>
			await on.sandbox.control.callFlowEndpoint(flowId, {
				payload: { action: 'ping' },
				...options,
			});
		expect(await call({})).toMatchObject({ status: 200, data: { data: { status: 'active' } } });
		await call({ signature: 'wrong' });
		await call({ signature: 'missing' });
		expect(endpoint.signed.slice(-3)).toEqual([true, false, false]);
	});
});
