/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { isDeepStrictEqual } from 'node:util';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { chain, node, type Trigger } from '../../../engine';
import { makePrivateKey, publicKeyOf } from '../../../cloud-api/flows/endpoint/keys';
import { credentialData } from '../../../demo/sandboxCredential';
import { FlowClient, jwt, signed } from '../../support/flowClient';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();
const TRIGGER = 'Flow';
const APP_SECRET = () => stage.sandbox.seed.appSecret;

let privateKey = '';
let client: FlowClient;
const started: Trigger[] = [];

beforeAll(async () => {
	privateKey = await makePrivateKey();
	client = new FlowClient(publicKeyOf(privateKey));
	await stage.engine.listen();
});

beforeEach(async () => await withKey(privateKey));

afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.deactivate().catch(() => {});
});

async function withKey(flowPrivateKey: string, more: IDataObject = {}): Promise<void> {
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		flowPrivateKey,
		...more,
	});
}

function respond(parameters: INodeParameters): INode {
	return node(
		'whatsAppCloud',
		{ resource: 'flow', operation: 'respond', ...parameters },
		{ name: 'Respond' },
	);
}

const NEXT = respond({
	screen: 'TIME',
	dataInput: 'json',
	dataJson: '{ "times": [{ "id": "1", "title": "9:00" }] }',
});

async function published(nodes: INode[] = [NEXT], options: INodeParameters = {}): Promise<string> {
	const trigger = node('whatsAppCloudFlowTrigger', { options }, { name: TRIGGER });
	const workflow = stage.engine.trigger({ id: 'flow-1', ...chain(trigger, ...nodes) });
	started.push(workflow);
	await workflow.activate();
	return workflow.url();
}

interface Answer {
	status: number;
	type: string | null;
	text: string;
	headers: Headers;
	/** The decrypted answer. */
	json: () => Promise<unknown>;
}

async function post(url: string, body: string, signature?: string): Promise<Omit<Answer, 'json'>> {
	const response = await fetch(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(signature && { 'x-hub-signature-256': signature }),
		},
		body,
	});
	const { status, headers } = response;
	return { status, headers, type: headers.get('content-type'), text: await response.text() };
}

/** One exchange as WhatsApp makes it. */
async function exchange(url: string, clear: object, by = client): Promise<Answer> {
	const { request, read } = await by.encrypt({ version: '3.0', flow_token: 'token-1', ...clear });
	const body = JSON.stringify(request);
	const answer = await post(url, body, signed(body, APP_SECRET()));
	return { ...answer, json: async () => await read(answer.text) };
}

const DAY = { action: 'data_exchange', screen: 'DAY', data: { day: '2027-01-02' } };
const ERROR = { screen: 'DAY', data: { error_message: 'Something went wrong. Please try again.' } };

describe('the trigger answers', () => {
	it('a health check, without an execution', async () => {
		const answer = await exchange(await published(), { action: 'ping' });
		expect(answer).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/plain/) });
		expect(await answer.json()).toEqual({ data: { status: 'active' } });
		expect(stage.engine.executions.all).toEqual([]);
	});

	it('a problem that WhatsApp reports, without an execution', async () => {
		const data = { error: 'invalid-screen-transition', error_message: 'no such screen' };
		const answer = await exchange(await published(), { ...DAY, data });
		expect(await answer.json()).toEqual({ data: { acknowledged: true } });
		expect(stage.engine.executions.all).toEqual([]);
	});

	it.each<[string, number, () => Promise<{ body: string; signature?: string }>]>([
		['no signature', 432, async () => ({ body: await sealed(DAY) })],
		[
			'the signature of another app',
			432,
			async () => ({ body: await sealed(DAY), signature: signed(await sealed(DAY), 'other') }),
		],
		[
			'a body that was changed',
			432,
			async () => ({
				body: `${await sealed(DAY)} `,
				signature: signed(await sealed(DAY), APP_SECRET()),
			}),
		],
		['a JSON of another program', 421, async () => await resigned('{"a":1}')],
		[
			'cut data',
			421,
			async () => {
				const { encrypted_flow_data: data, ...rest } = JSON.parse(await sealed(DAY)) as Record<
					string,
					string
				>;
				return await resigned(JSON.stringify({ ...rest, encrypted_flow_data: data.slice(0, -8) }));
			},
		],
		[
			'another key',
			421,
			async () =>
				await resigned(await sealed(DAY, new FlowClient(publicKeyOf(await makePrivateKey())))),
		],
		[
			'a token that Meta has not signed',
			427,
			async () =>
				await resigned(
					await sealed({ ...DAY, flow_token_signature: jwt({ flow_token: 'token-1' }, 'other') }),
				),
		],
	])('%s with %d', async (_name, status, make) => {
		const url = await published();
		const { body, signature } = await make();
		const answer = await post(url, body, signature);
		expect(answer.status).toBe(status);
		if (status === 427)
			expect(JSON.parse(answer.text)).toEqual({ error_msg: 'This form is no longer valid.' });
		else expect(answer.text).toBe('');
		expect(stage.engine.executions.all).toEqual([]);
	});

	it('with 421 when the credential has no key, and with 432 when it has no app secret', async () => {
		const url = await published();
		await withKey('');
		expect((await exchange(url, DAY)).status).toBe(421);
		await withKey(privateKey, { appSecret: '' });
		expect((await exchange(url, DAY)).status).toBe(432);
	});

	it('while the key is changed: the one before it still works', async () => {
		await withKey(`${await makePrivateKey()}\n\n${privateKey}`);
		expect((await exchange(await published(), { action: 'ping' })).status).toBe(200);
	});
});

async function sealed(clear: object, by = client): Promise<string> {
	const { request } = await by.encrypt({ version: '4.0', flow_token: 'token-1', ...clear });
	return JSON.stringify(request);
}

async function resigned(body: string): Promise<{ body: string; signature: string }> {
	return { body, signature: signed(body, APP_SECRET()) };
}

describe('an exchange starts the workflow', () => {
	it('with a flat item, and is answered with the next screen', async () => {
		const answer = await exchange(await published(), DAY);
		expect(answer).toMatchObject({ status: 200, type: expect.stringMatching(/^text\/plain/) });
		expect([...answer.headers.keys()].join(' ')).not.toMatch(/whatsapp/);
		expect(await answer.json()).toEqual({
			screen: 'TIME',
			data: { times: [{ id: '1', title: '9:00' }] },
		});
		const [result] = await stage.engine.executions.wait(1);
		expect(result.json(TRIGGER)).toEqual([
			{
				action: 'data_exchange',
				screen: 'DAY',
				data: { day: '2027-01-02' },
				flowToken: 'token-1',
				dataApiVersion: '3.0',
				timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
				exchange: expect.stringMatching(/^[\w-]{100,}$/),
			},
		]);
		expect(
			result.json('Respond').flatMap((item) => schemaDifferences('flow', 'respond', item)),
		).toEqual([]);
		const stored = JSON.stringify(result);
		expect(stored).not.toContain(privateKey.slice(40, 80));
	});

	it.each<[string, INodeParameters, unknown]>([
		[
			'fields below',
			{
				screen: 'TIME',
				data: {
					value: [
						{ name: 'times', value: '={{ [1, 2] }}' },
						{ name: 'day', value: '={{ $json.data.day }}' },
					],
				},
			},
			{ screen: 'TIME', data: { times: [1, 2], day: '2027-01-02' } },
		],
		[
			'an error message on the same screen',
			{ errorMessage: 'Full' },
			{ screen: 'DAY', data: { error_message: 'Full' } },
		],
		[
			'the end',
			{ answer: 'end', values: { value: [{ name: 'booked', value: 'yes' }] } },
			{
				screen: 'SUCCESS',
				data: { extension_message_response: { params: { booked: 'yes', flow_token: 'token-1' } } },
			},
		],
	])('and is answered with %s', async (_name, parameters, expected) => {
		const answer = await exchange(await published([respond(parameters)]), DAY);
		expect(await answer.json()).toEqual(expected);
	});

	it('and is answered with an invalid token', async () => {
		const url = await published([respond({ answer: 'invalid', message: 'Already ordered' })]);
		const answer = await exchange(url, DAY);
		expect(answer).toMatchObject({
			status: 427,
			type: expect.stringMatching(/^application\/json/),
		});
		expect(JSON.parse(answer.text)).toEqual({ error_msg: 'Already ordered' });
	});

	it('also behind nodes that keep nothing of the item, and with a signed token', async () => {
		const code = node(
			'n8n-nodes-base.code',
			{ jsCode: 'return [{ json: { a: 1 } }]' },
			{ name: 'Code' },
		);
		const url = await published([code, respond({ screen: 'TIME' })]);
		const flow_token_signature = jwt({ flow_token: 'token-1' }, APP_SECRET());
		const answer = await exchange(url, { ...DAY, flow_token_signature });
		expect(await answer.json()).toEqual({ screen: 'TIME', data: {} });
	});

	it('once: the same request again gets the same answer', async () => {
		const url = await published();
		const { request } = await client.encrypt({ version: '3.0', ...DAY });
		const body = JSON.stringify(request);
		const send = async () => await post(url, body, signed(body, APP_SECRET()));
		const answers = await Promise.all([send(), send(), send()]);
		answers.push(await send());
		expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		expect(stage.engine.executions.all).toHaveLength(1);
	});
});

describe('the customer sees the error message', () => {
	it.each<[string, INode[], INodeParameters, unknown]>([
		[
			'the workflow fails',
			[
				node('n8n-nodes-base.code', { jsCode: 'throw new Error("no calendar")' }, { name: 'Code' }),
				NEXT,
			],
			{},
			ERROR,
		],
		[
			'the workflow does not respond',
			[node('n8n-nodes-base.noOp', {}, { name: 'Nothing' })],
			{},
			ERROR,
		],
		[
			'the answer is invalid',
			[respond({ screen: 'SUCCESS' })],
			{ errorMessage: 'Sorry', errorScreen: 'SORRY' },
			{ screen: 'SORRY', data: { error_message: 'Sorry' } },
		],
	])('when %s', async (_name, nodes, options, expected) => {
		const answer = await exchange(await published(nodes, options), DAY);
		expect(answer.status).toBe(200);
		expect(await answer.json()).toEqual(expected);
	});

	it('or WhatsApp a status, when the flow is not open yet', async () => {
		const url = await published([node('n8n-nodes-base.noOp', {}, { name: 'Nothing' })]);
		expect((await exchange(url, { action: 'INIT' })).status).toBe(500);
	});

	it('after 9 seconds, and the execution says why', async () => {
		const wait = node('n8n-nodes-base.wait', { amount: 10, unit: 'seconds' }, { name: 'Wait' });
		const url = await published([wait, NEXT]);
		const begin = Date.now();
		const answer = await exchange(url, DAY);
		expect(await answer.json()).toEqual(ERROR);
		expect(Date.now() - begin).toBeGreaterThan(8900);
		const [result] = await stage.engine.executions.wait(1);
		expect(result.error?.message).toMatch(/The answer came after \d+\.\d seconds/);
	}, 30_000);
});

describe('Respond says what is wrong when', () => {
	const run = async (parameters: INodeParameters) =>
		await stage.engine.runNode('whatsAppCloud', {
			resource: 'flow',
			operation: 'respond',
			...parameters,
		});

	it('there is no Flow Trigger', async () => {
		expect((await run({ screen: 'A' })).error?.message).toMatch(
			/There is no Flow Trigger before this node \(parameter "Options → Exchange"\)/,
		);
	});

	it('the exchange is of another credential', async () => {
		expect(
			(await run({ screen: 'A', options: { exchange: 'A'.repeat(100) } })).error?.message,
		).toMatch(/cannot be opened with the credential of this node/);
	});

	it('a value has no name', async () => {
		const url = await published([
			respond({ screen: 'A', data: { value: [{ name: '', value: 'x' }] } }),
		]);
		await exchange(url, DAY);
		const [result] = await stage.engine.executions.wait(1);
		expect(result.error?.message).toMatch(/A value has no name \(parameter "Data → Name \(1\)"\)/);
	});
});

it('answers 1,000 exchanges at once, each with its own key and data', async () => {
	const echo = respond({
		screen: 'TIME',
		data: { value: [{ name: 'n', value: '={{ $json.data.n }}' }] },
	});
	const url = await published([echo]);
	const answers = await Promise.all(
		Array.from({ length: 1000 }, async (_, n) => {
			const answer = await exchange(url, { ...DAY, data: { n } });
			return { n, status: answer.status, json: await answer.json() };
		}),
	);
	// On a busy machine some take longer than 9 seconds; those get the error message, and none gets nothing.
	const wrong = answers.filter(
		({ n, status, json }) =>
			status !== 200 ||
			!isDeepStrictEqual(
				json,
				(json as IDataObject).screen === 'TIME' ? { screen: 'TIME', data: { n } } : ERROR,
			),
	);
	expect(wrong).toEqual([]);
	expect(answers.some(({ json }) => (json as IDataObject).screen === 'TIME')).toBe(true);
}, 300_000);
