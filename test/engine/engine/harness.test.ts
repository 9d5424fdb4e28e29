/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import axios from 'axios';
import {
	chain,
	createEngine,
	node,
	oneNode,
	type Engine,
	type WorkflowJson,
} from '../../../engine';
import { startApiDouble, type Answer, type ApiCall } from '../../support/apiDouble';

const packageDir = path.join(__dirname, '../../fixtures/probe-package');
const PROBE = 'n8n-nodes-probe.probe';
const TRIGGER = 'n8n-nodes-probe.probeTrigger';

let engine: Engine;
let api: Awaited<ReturnType<typeof startApiDouble>>;
let answer: (call: ApiCall) => Answer = () => ({});

beforeAll(async () => {
	api = await startApiDouble((call) => answer(call));
	engine = await createEngine({
		packageDir,
		credentials: {
			probeApi: { baseUrl: api.url, token: 'long-lived' },
			probeFunctionApi: { token: 'by function' },
		},
	});
});

beforeEach(() => {
	answer = () => ({});
	api.calls.length = 0;
});

afterAll(async () => {
	await engine?.close();
	await api.close();
});

describe('createEngine', () => {
	it('reports that the package is not built', async () => {
		await expect(
			createEngine({ packageDir: path.join(__dirname, '../../fixtures/unbuilt-package') }),
		).rejects.toThrow(
			'The package is not built: dist/Missing.node.js missing. Run "npm run build".',
		);
	});

	it('lists the loaded node types', () => {
		expect(engine.nodeTypes.names()).toEqual([PROBE, TRIGGER]);
		expect(engine.nodeTypes.credentialNames()).toEqual(['probeApi', 'probeFunctionApi']);
	});
});

describe('run', () => {
	it('runs each item and evaluates expressions on it', async () => {
		const result = await engine.runNode(PROBE, { text: '=Hello {{ $json.name }}' }, [
			{ json: { name: 'Ann' } },
			{ json: { name: 'Bo' } },
		]);
		expect(result.error).toBeUndefined();
		expect(result.status).toBe('success');
		expect(result.json().map(({ text }) => text)).toEqual(['Hello Ann', 'Hello Bo']);
		expect(result.items().map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('passes execution ID, run index, mode, and time zone', async () => {
		const result = await engine.runNode(PROBE, {}, undefined, {
			run: { executionId: '77', runIndex: 2, mode: 'manual' },
		});
		expect(result.json()[0]).toEqual({
			text: 'default text',
			executionId: '77',
			runIndex: 2,
			mode: 'manual',
			timezone: 'America/New_York',
		});
	});

	it('stops at the first item that fails and names the node', async () => {
		const result = await engine.runNode(PROBE, { operation: 'fail', text: 'bad' });
		expect(result.status).toBe('error');
		expect(result.error?.message).toBe('The item is bad');
		expect(result.lastNode).toBe('probe');
		expect(result.items()).toEqual([]);
	});

	it('continues with the other items if the node is set to continue', async () => {
		const items = [{ json: { text: 'good' } }, { json: { text: 'bad' } }];
		const parameters = { operation: 'fail', text: '={{ $json.text }}' };
		const regular = await engine.runNode(PROBE, parameters, items, {
			onError: 'continueRegularOutput',
		});
		expect(regular.json()).toEqual([{ text: 'good' }, { error: 'The item is bad' }]);

		const split = await engine.runNode(PROBE, parameters, items, {
			onError: 'continueErrorOutput',
		});
		expect(split.json(undefined, 0)).toEqual([{ text: 'good' }]);
		expect(split.json(undefined, 1)).toEqual([{ error: 'The item is bad' }]);
	});

	it('runs the node again when it is set to retry', async () => {
		const once = await engine.runNode(PROBE, { operation: 'failTwice' });
		expect(once.error?.message).toBe('Not yet');
		const retried = await engine.runNode(PROBE, { operation: 'failTwice' }, undefined, {
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		});
		expect(retried.error).toBeUndefined();
		expect(retried.json()).toEqual([{ attempts: 3 }]);
	});

	it('stops a waiting request when the execution is canceled', async () => {
		await engine.credentials.set('probeApi', { baseUrl: api.url, session: 'valid' });
		const controller = new AbortController();
		answer = () => {
			controller.abort();
			return undefined;
		};
		const result = await engine.runNode(PROBE, { operation: 'request', text: '/slow' }, undefined, {
			run: { abortSignal: controller.signal },
		});
		expect(api.calls).toHaveLength(1);
		expect(result.status).toBe('canceled');
	});

	it('keeps hints', async () => {
		const result = await engine.runNode(PROBE, { operation: 'hint' });
		expect(result.hints()).toEqual([{ message: 'Look here', location: 'outputPane' }]);
	});

	it('uses pinned data in a manual run only', async () => {
		const workflow: WorkflowJson = {
			...oneNode(PROBE, {}, { name: 'Pinned' }),
			pinData: { Pinned: [{ json: { pinned: true } }] },
		};
		expect((await engine.run(workflow, { mode: 'manual' })).json()).toEqual([{ pinned: true }]);
		expect((await engine.run(workflow)).json()[0]).toMatchObject({ text: 'default text' });
	});

	it('rejects a node that is not part of the workflow', async () => {
		await expect(engine.run(oneNode(PROBE), { startNode: 'Nobody' })).rejects.toThrow(
			'The workflow has no node "Nobody", only: probe',
		);
	});
});

describe('binary data', () => {
	it.each(['memory', 'filesystem'] as const)('travels between nodes in %s mode', async (mode) => {
		const files = await createEngine({ packageDir, binaryData: mode });
		const file = node(PROBE, { operation: 'file', text: 'Grüße 👋' }, { name: 'File' });
		const size = node(PROBE, { operation: 'size' }, { name: 'Size' });
		const result = await files.run(chain(file, size));
		const [item] = result.items('File');
		expect(item.binary?.data).toMatchObject({ fileName: 'note.txt', mimeType: 'text/plain' });
		expect(item.binary?.data.id === undefined).toBe(mode === 'memory');
		expect((await result.binary(item)).toString('utf8')).toBe('Grüße 👋');
		expect(result.json('Size')).toEqual([{ bytes: 12 }]);
		await files.close();
		await createEngine({ packageDir }).then(async (again) => await again.close());
	});

	it('lists the available binary data', async () => {
		const result = await engine.runNode(PROBE, { operation: 'file' });
		await expect(result.binary(result.items()[0], 'photo')).rejects.toThrow(
			'The item has no binary data "photo", only: data',
		);
	});
});

describe('credentials', () => {
	/** A service that sells sessions for the long-lived token and takes the newest one only. */
	function sessions() {
		let sold = 0;
		answer = ({ method, url, headers }) => {
			if (method === 'POST' && url === '/sessions') return { body: { session: `s${++sold}` } };
			if (headers.authorization !== `Bearer s${sold}`) return { status: 401 };
			return { body: { url, plan: { name: 'big' } } };
		};
		return { expire: () => sold++ };
	}

	it('authenticates declaratively, with defaults filled in', async () => {
		sessions();
		await engine.credentials.set('probeApi', { baseUrl: api.url, token: 'long-lived' });
		const result = await engine.runNode(PROBE, { operation: 'request', text: '/things' });
		expect(result.json()).toEqual([{ url: '/things?region=eu', plan: { name: 'big' } }]);
	});

	it('stores everything a refresh returns, and only that changes', async () => {
		const { expire } = sessions();
		await engine.credentials.set('probeApi', { baseUrl: api.url, token: 'long-lived' });
		await engine.runNode(PROBE, { operation: 'request', text: '/a' });
		expect(await engine.credentials.get('probeApi')).toEqual({
			baseUrl: api.url,
			token: 'long-lived',
			session: 's1',
			renewals: 1,
		});
		expire();
		const result = await engine.runNode(PROBE, { operation: 'request', text: '/b' });
		expect(result.error).toBeUndefined();
		expect(await engine.credentials.get('probeApi')).toMatchObject({ session: 's3', renewals: 2 });
		expect(api.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
			'POST /sessions',
			'GET /a?region=eu',
			'GET /b?region=eu',
			'POST /sessions',
			'GET /b?region=eu',
		]);
	});

	it('authenticates by function', async () => {
		answer = ({ headers }) => ({ body: { token: headers['x-token'] } });
		const result = await engine.runNode(PROBE, { operation: 'functionRequest', text: api.url });
		expect(result.json()).toEqual([{ token: 'by function' }]);
	});

	it('resolves an expression in a credential', async () => {
		answer = ({ headers }) => ({ body: { token: headers['x-token'] } });
		const { id, name } = await engine.credentials.set(
			'probeFunctionApi',
			{ token: '={{ "a" + "b" }}' },
			{ id: 'second' },
		);
		const result = await engine.runNode(
			PROBE,
			{ operation: 'functionRequest', text: api.url },
			undefined,
			{ credentials: { probeFunctionApi: { id, name } } },
		);
		expect(result.json()).toEqual([{ token: 'ab' }]);
	});

	it('fails as n8n does for a node without a credential', async () => {
		const result = await engine.runNode(PROBE, { operation: 'request' }, undefined, {
			credentials: {},
		});
		expect(result.error?.message).toBe('Node does not have any credentials set for "probeApi"');
	});

	it('tests a credential with a refresh', async () => {
		sessions();
		const data = { baseUrl: api.url, token: 'long-lived' };
		expect(await engine.testCredential('probeApi', data)).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(api.calls.map(({ url }) => url)).toEqual(['/sessions', '/me?region=eu']);
	});

	it.each([
		['a rule for the status', { status: 403 }, 'The account is closed'],
		['a rule for the body', { body: { plan: { name: 'none' } } }, 'The account has no plan'],
		['the status text where no rule fits', { status: 500 }, 'Internal Server Error'],
	])('tests a credential by %s', async (_name, reply, message) => {
		answer = ({ url }) => (url === '/sessions' ? { body: { session: 's1' } } : reply);
		const data = { baseUrl: api.url, token: 'long-lived' };
		expect(await engine.testCredential('probeApi', data)).toEqual({ status: 'Error', message });
	});

	it('tests a credential whose service cannot be reached', async () => {
		const data = { baseUrl: 'http://127.0.0.1:9', token: 'long-lived' };
		expect(await engine.testCredential('probeApi', data)).toEqual({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
	});
});

describe('dynamic parameters', () => {
	it('searches a list, page by page', async () => {
		await engine.credentials.set('probeApi', { baseUrl: api.url });
		const options = { filter: 'find', parameters: { operation: 'request', text: 'me' } };
		expect(await engine.dynamic.listSearch(PROBE, 'search', options)).toEqual({
			results: [{ name: 'find me', value: api.url }],
			paginationToken: 'page 2',
		});
		const next = { ...options, paginationToken: 'page 2' };
		expect(await engine.dynamic.listSearch(PROBE, 'search', next)).not.toHaveProperty(
			'paginationToken',
			expect.anything(),
		);
	});

	it('loads options and mapped fields', async () => {
		expect(await engine.dynamic.loadOptions(PROBE, 'options')).toEqual([{ name: 'One', value: 1 }]);
		const { fields } = await engine.dynamic.resourceMapping(PROBE, 'fields', {
			parameters: { text: 'body.1' },
		});
		expect(fields.map(({ id }) => id)).toEqual(['body.1']);
	});

	it('lists the available methods', async () => {
		await expect(engine.dynamic.listSearch(PROBE, 'nothing')).rejects.toThrow(
			`${PROBE} has no listSearch method "nothing", only: search`,
		);
	});
});

describe('triggers', () => {
	const http = axios.create({ validateStatus: () => true });
	let hooked: Engine;

	beforeEach(async () => {
		hooked = await createEngine({ packageDir });
		await hooked.listen();
	});

	afterEach(async () => await hooked.close());

	function workflow(parameters = {}): WorkflowJson {
		return chain(
			node(TRIGGER, parameters, { name: 'Trigger', webhookId: 'hook-1' }),
			node(PROBE, { text: '={{ $json.text }}' }, { name: 'Probe' }),
		);
	}

	it('registers over its own address before the first event, and unregisters', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		const url = trigger.url();
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/webhook\/hook-1\/webhook$/);
		expect(trigger.active).toBe(true);
		expect(trigger.staticData).toEqual({ 'node:Trigger': { registered: true, url } });
		expect(trigger.hookCalls.map(({ hook, mode, activation }) => [hook, mode, activation])).toEqual(
			[
				['checkExists', 'trigger', 'activate'],
				['create', 'trigger', 'activate'],
			],
		);

		await trigger.deactivate();
		expect(trigger.staticData).toEqual({ 'node:Trigger': { url, deleted: url } });
		expect(trigger.hookCalls.at(-1)).toMatchObject({
			hook: 'delete',
			mode: 'internal',
			activation: 'update',
			result: true,
		});
		expect((await http.post(url, {})).status).toBe(404);
	});

	it('calls delete when create throws, and keeps no route', async () => {
		const trigger = hooked.trigger(workflow({ reject: true }));
		await expect(trigger.activate()).rejects.toThrow('The service rejected');
		expect(trigger.hookCalls.map(({ hook }) => hook)).toEqual(['checkExists', 'create', 'delete']);
		expect(trigger.active).toBe(false);
		expect((await http.post(trigger.url(), {})).status).toBe(404);
	});

	it('runs the workflow from the trigger for each call and answers with its response', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		const body = '{"text":"Gr\\u00fc\\u00dfe 👋"}';
		const headers = { 'Content-Type': 'application/json', 'X-Probe': 'yes' };
		const reply = await http.post(trigger.url(), body, { headers });
		expect([reply.status, reply.data]).toEqual([200, { calls: 1 }]);
		await http.post(trigger.url(), { text: 'again' });

		const [first, second] = await hooked.executions.wait(2);
		expect(first.json('Trigger')).toEqual([{ text: 'Grüße 👋', raw: body, header: 'yes' }]);
		expect(first.json('Probe')).toMatchObject([{ text: 'Grüße 👋', mode: 'webhook' }]);
		expect(second.json('Probe')).toMatchObject([{ text: 'again' }]);
		expect(trigger.staticData['node:Trigger']).toMatchObject({ calls: 2 });
		expect(hooked.executions.all.map(({ id, startedBy }) => [id, startedBy])).toEqual([
			['1', 'Trigger'],
			['2', 'Trigger'],
		]);
	});

	it('sends items down the output the trigger chose', async () => {
		const json = workflow();
		json.connections.Trigger = { main: [[], [{ node: 'Probe', type: 'main', index: 0 }]] };
		const trigger = hooked.trigger(json);
		await trigger.activate();
		await http.post(trigger.url(), { act: 'second output', text: 'two' });
		const [result] = await hooked.executions.wait(1);
		expect(result.json('Probe')).toMatchObject([{ text: 'two' }]);
	});

	it('responds without an execution if the trigger returns none', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		const ignored = await http.post(trigger.url(), { act: 'ignore' });
		expect([ignored.status, ignored.data]).toEqual([200, 'ignored']);
		const rejected = await http.post(trigger.url(), { act: 'reject' });
		expect([rejected.status, rejected.data]).toEqual([401, 'who are you']);
		expect(hooked.executions.all).toEqual([]);
	});

	it('answers 500 without the detail when the trigger throws, and lists a failed execution', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		const reply = await http.post(trigger.url(), { act: 'throw' });
		expect(reply.status).toBe(500);
		expect(JSON.stringify(reply.data)).not.toContain('detail');
		const [result] = await hooked.executions.wait(1);
		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('Something with a detail');
	});

	it('answers 404 for an address nobody registered and 422 for a body that is not JSON', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		expect((await http.post(`${trigger.url()}x`, {})).status).toBe(404);
		expect((await http.put(trigger.url(), {})).status).toBe(404);
		const headers = { 'Content-Type': 'application/json' };
		expect((await http.post(trigger.url(), Buffer.from('{"text":'), { headers })).status).toBe(422);
	});

	it('tests with a separate URL and static data until the first event', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		await trigger.test();
		const url = trigger.url(true);
		expect(url).toContain('/webhook-test/hook-1/webhook');
		expect((await http.post(url, { act: 'ignore' })).data).toBe('ignored');
		expect(trigger.isTesting).toBe(true);

		await http.post(url, { text: 'test event' });
		const [result] = await hooked.executions.wait(1);
		expect(result.json('Probe')).toMatchObject([{ text: 'test event', mode: 'manual' }]);
		expect(trigger.isTesting).toBe(false);
		expect((await http.post(url, {})).status).toBe(404);
		expect(trigger.staticData).toEqual({
			'node:Trigger': { registered: true, url: trigger.url() },
		});
	});

	it('checks again after a restart of n8n 1.x, and calls nothing on 2.40', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		await trigger.restart('2.40');
		expect(trigger.hookCalls).toHaveLength(2);
		await trigger.restart('1.123');
		expect(trigger.hookCalls.at(-1)).toMatchObject({
			hook: 'checkExists',
			activation: 'init',
			result: true,
		});
	});

	it('registers again after a change: always on 1.x, on 2.40 only if the trigger changed', async () => {
		const trigger = hooked.trigger(workflow());
		await trigger.activate();
		await trigger.update(workflow(), '2.40');
		expect(trigger.hookCalls).toHaveLength(2);
		await trigger.update(workflow({ note: 'changed' }), '2.40');
		const hooks = () => trigger.hookCalls.slice(2).map(({ hook }) => hook);
		expect(hooks()).toEqual(['delete', 'checkExists', 'create']);
		await trigger.update(workflow({ note: 'changed' }), '1.123');
		expect(hooks().slice(3)).toEqual(['delete', 'checkExists', 'create']);
	});

	it('rejects a URL that another workflow uses', async () => {
		await hooked.trigger(workflow()).activate();
		await expect(hooked.trigger(workflow()).activate()).rejects.toThrow(
			'belongs to another workflow',
		);
	});

	it('reports the number of executions when the wait times out', async () => {
		await expect(hooked.executions.wait(1, 10)).rejects.toThrow(
			'Waited 10 ms for 1 executions: 0 started, 0 ended',
		);
	});
});
