import { createEngine, type Engine } from '../../../engine';
import { credentialData } from '../../../demo/sandboxCredential';
import { warnings } from '../../support/warnings';
import { withSandbox } from '../../support/withSandbox';
import { startProxy, type OwnCalls, type Proxy } from './proxy';
import { foreignReceiver } from './receiver';
import {
	ANA,
	drafted,
	endAll,
	graph,
	received,
	registered,
	registerForApp,
	registerForNumber,
	triggerWorkflow,
} from './support';

/** How n8n fails to call its own public address while Meta reaches it. */
const BLOCKED: Array<[string, OwnCalls]> = [
	['a list of allowed addresses answers 403', { status: 403 }],
	['the proxy answers 404', { status: 404 }],
	['the proxy answers 502', { status: 502 }],
	['the proxy shows a page with status 200', { status: 200, body: '<html>Welcome</html>' }],
	['the router hangs up', 'cut'],
];

describe('in the networks of users', () => {
	const stage = withSandbox();
	let proxy: Proxy;
	let listenerUrl: string;

	beforeAll(async () => {
		listenerUrl = (await stage.engine.listen()).url;
	});

	beforeEach(async () => {
		proxy = await startProxy({ '': listenerUrl });
	});

	afterEach(async () => {
		proxy.ownCalls = 'pass';
		await endAll();
		await proxy.close();
	});

	const behindProxy = (id: string, parameters = {}, baseUrl = proxy.url) =>
		drafted(stage, parameters, id, baseUrl);
	const sendsAndArrivesAt = async (workflowId: string, text: string) => {
		const count = stage.engine.executions.all.length + 1;
		await stage.control.customer(ANA).sendText(text);
		await stage.engine.executions.wait(count);
		const last = stage.engine.executions.all[count - 1];
		expect(last.workflowId).toBe(workflowId);
		expect(last.result?.json('WhatsApp Cloud API Trigger')[0]).toMatchObject({ text });
	};
	const messageOf = async (work: Promise<unknown>): Promise<string> =>
		await work.then(
			() => {
				throw new Error('It was expected to be rejected');
			},
			(error: Error) => error.message,
		);

	describe.each(BLOCKED)('n8n cannot call its own address: %s', (_, ownCalls) => {
		it('a second workflow for the phone number does not replace a callback URL that is in use', async () => {
			const first = behindProxy('first');
			await first.activate();
			proxy.ownCalls = ownCalls;
			const message = await messageOf(behindProxy('second').activate());
			expect(message).toMatch(/^Choose another phone number, or turn on .*"Take Over Callback"/);
			expect(message).toContain('+1 555-010-0100 already delivers to');
			expect(message).toContain('looks like another workflow of this n8n');
			expect(message).toMatch(new RegExp(`: ${first.url()}$`));
			expect((await registered(stage)).number).toBe(first.url());
			await sendsAndArrivesAt('first', 'for the first');
		});

		it('neither does a restart of n8n 1.x, and both report the right reason', async () => {
			const first = behindProxy('first');
			await first.activate();
			proxy.ownCalls = ownCalls;
			await first.restart('1.123');
			expect((await registered(stage)).number).toBe(first.url());
			await sendsAndArrivesAt('first', 'after the restart');
		});

		it('a test run does not replace production, and explains why', async () => {
			const live = behindProxy('live');
			await live.activate();
			proxy.ownCalls = ownCalls;
			const draft = behindProxy('live');
			const message = await messageOf(draft.test());
			expect(message).toMatch(/^Let n8n call .*Forward Test Events/);
			expect(message).toContain('Nothing was changed, and production receives everything');
			expect((await registered(stage)).number).toBe(live.url());
			await sendsAndArrivesAt('live', 'still production');
		});

		it('a test run that does not forward starts, and production is restored afterwards', async () => {
			const live = behindProxy('live');
			await live.activate();
			proxy.ownCalls = ownCalls;
			const draft = behindProxy('live', { options: { forwardTestEvents: false } });
			await draft.test();
			expect((await registered(stage)).number).toBe(draft.url(true));
			await draft.stopTest();
			expect((await registered(stage)).number).toBe(live.url());
			await sendsAndArrivesAt('live', 'production again');
		});
	});

	it('a probe without a response ends after some seconds, and nothing is replaced', async () => {
		const first = behindProxy('first');
		await first.activate();
		proxy.ownCalls = 'silent';
		await messageOf(behindProxy('second').activate());
		expect((await registered(stage)).number).toBe(first.url());
	});

	it('a workflow whose app secret was changed counts as in use', async () => {
		const first = behindProxy('first');
		await first.activate();
		const { seed } = stage.sandbox;
		await stage.control.addApp({ id: seed.appId, secret: 'f'.repeat(32) });
		await stage.engine.credentials.set(
			'whatsAppCloudApi',
			{ ...credentialData(stage.sandbox), appSecret: 'f'.repeat(32) },
			{ id: 'renewed' },
		);
		const workflow = triggerWorkflow({}, 'second');
		workflow.nodes[0].credentials = { whatsAppCloudApi: { id: 'renewed', name: 'renewed' } };
		const second = stage.engine.trigger(workflow, { baseUrl: proxy.url });
		expect(await messageOf(second.activate())).toContain('another workflow of this n8n');
		expect((await registered(stage)).number).toBe(first.url());
		await stage.control.addApp({ id: seed.appId, secret: seed.appSecret });
	});

	it.each([
		[{ status: 502 }, 'HTTP 502'],
		[{ status: 404 }, 'HTTP 404'],
		['cut', 'socket hang up'],
	] as Array<[OwnCalls, string]>)(
		'logs that n8n cannot call its own address (%j), and registers anyway',
		async (ownCalls, reason) => {
			proxy.ownCalls = ownCalls;
			const trigger = behindProxy('first');
			expect(await warnings(async () => await trigger.activate())).toEqual([
				`WhatsApp Cloud API Trigger: Meta reaches ${trigger.url()}, but n8n itself does not (${reason}). Events arrive. To run tests beside production, let n8n call its own public address, or turn off the option "Forward Test Events"`,
			]);
			expect((await registered(stage)).number).toBe(trigger.url());
			await sendsAndArrivesAt('first', 'arrives');
		},
	);

	it('logs nothing if n8n can call its own address', async () => {
		expect(await warnings(async () => await behindProxy('first').activate())).toEqual([]);
	});

	describe('two workflows that took over the callback URL from each other', () => {
		it('do not replace each other when n8n 1.x restarts', async () => {
			const first = behindProxy('first', { options: { takeOver: true } });
			await first.activate();
			const second = behindProxy('second', { options: { takeOver: true } });
			await second.activate();
			expect((await registered(stage)).number).toBe(second.url());
			const message = await messageOf(first.restart('1.123'));
			expect(message).toContain('publish (activate) this workflow again');
			expect((await registered(stage)).number).toBe(second.url());
			await second.restart('1.123');
			expect((await registered(stage)).number).toBe(second.url());
			await sendsAndArrivesAt('second', 'to the second');
		});
	});

	describe('two n8n on one host under different paths', () => {
		let other: Engine;
		let host: Proxy;

		beforeAll(async () => {
			other = await createEngine({
				credentials: { whatsAppCloudApi: credentialData(stage.sandbox) },
			});
			const { url } = await other.listen();
			host = await startProxy({ '/a': listenerUrl, '/b': url });
		});

		afterAll(async () => {
			await host.close();
			await other.close();
		});

		const ofOther = () =>
			other.trigger(triggerWorkflow({}, 'theirs'), { baseUrl: `${host.url}/b` });

		it('keep each other’s callback URLs while they are in use', async () => {
			const theirs = ofOther();
			await theirs.activate();
			const message = await messageOf(behindProxy('ours', {}, `${host.url}/a`).activate());
			expect(message).toContain('another program or n8n');
			expect((await registered(stage)).number).toBe(theirs.url());
			await stage.control.customer(ANA).sendText('to them');
			await other.executions.wait(1);
			await theirs.deactivate();
		});

		it('and if nothing responds there: the owner cannot be determined', async () => {
			const theirs = ofOther();
			await theirs.activate();
			const url = theirs.url();
			await stage.control.addFault({ path: '*', error: { code: 190, subcode: 463 } });
			await theirs.deactivate();
			await stage.control.clearFaults();
			await messageOf(behindProxy('ours', {}, `${host.url}/a`).activate());
			expect((await registered(stage)).number).toBe(url);
		});
	});

	describe('when the public domain changes', () => {
		let before: Proxy;

		beforeEach(async () => {
			before = await startProxy({ '': listenerUrl });
		});

		afterEach(async () => await before.close().catch(() => {}));

		it.each(['2.40', '1.123'] as const)(
			'the workflow replaces its own former callback URL (n8n %s), and nothing of it remains',
			async (version) => {
				const trigger = behindProxy('moved', {}, before.url);
				await trigger.activate();
				before.ownCalls = 'cut';
				await trigger.restart(version, proxy.url);
				// n8n 2.40 and later call nothing at the start: somebody publishes again.
				if (version === '2.40') await trigger.activate();
				expect(await registered(stage)).toMatchObject({
					number: trigger.url(),
					app: { callbackUrl: `${trigger.url()}?only=fields` },
				});
				expect(trigger.url()).toContain(proxy.url);
				await sendsAndArrivesAt('moved', 'at the new address');
				await trigger.deactivate();
				expect((await registered(stage)).number).toBeUndefined();
			},
		);

		it('even while the former domain still leads to this n8n', async () => {
			const trigger = behindProxy('moved', {}, before.url);
			await trigger.activate();
			await trigger.restart('1.123', proxy.url);
			expect((await registered(stage)).number).toBe(trigger.url());
		});

		it('is also removed under its former domain if it is unpublished only then', async () => {
			const trigger = behindProxy('moved', {}, before.url);
			await trigger.activate();
			await trigger.restart('2.40', proxy.url);
			await trigger.deactivate();
			expect((await registered(stage)).number).toBeUndefined();
		});

		it('a copy of n8n with the same static data does not replace the callback URL of the original', async () => {
			// Another process answers under the former domain, as when a backup was restored elsewhere.
			const original = await foreignReceiver();
			const domain = await startProxy({ '': listenerUrl });
			const copy = behindProxy('copied', {}, domain.url);
			await copy.activate();
			const url = copy.url();
			domain.routes = { '': new URL(original.url).origin };
			const message = await messageOf(copy.restart('1.123', proxy.url));
			expect(message).toContain('a copy of it on another n8n');
			expect((await registered(stage)).number).toBe(url);
			await domain.close();
			await original.close();
		});

		it('a workflow of another n8n with the same webhook ID is not mistaken for this one', async () => {
			const foreign = await foreignReceiver();
			const theirs = foreign.url.replace('crm', 'webhook/fresh-hook/whatsapp-cloud');
			await graph(stage, `${stage.sandbox.seed.businessAccountId}/subscribed_apps`, {});
			await registerForNumber(stage, theirs);
			await foreign.close();
			const message = await messageOf(behindProxy('fresh').activate());
			expect(message).toContain('Take Over Callback');
			expect((await registered(stage)).number).toBe(theirs);
		});
	});

	describe('with own endpoint names (N8N_ENDPOINT_WEBHOOK)', () => {
		it('restores production after a test that never ended', async () => {
			const named = await startProxy({
				'/hooks-test': `${listenerUrl}/webhook-test`,
				'/hooks': `${listenerUrl}/webhook`,
			});
			const endpoints = { production: 'hooks', test: 'hooks-test' };
			const workflow = triggerWorkflow({}, 'named');
			const live = stage.engine.trigger(workflow, { baseUrl: named.url, endpoints });
			await live.activate();
			expect(live.url()).toBe(`${named.url}/hooks/named-hook/whatsapp-cloud`);

			const crashed = stage.engine.trigger(workflow, { baseUrl: named.url, endpoints });
			await crashed.test();
			await stage.control.addFault({ path: '*', error: { code: 190, subcode: 463 } });
			await crashed.stopTest();
			await stage.control.clearFaults();
			expect((await registered(stage)).number).toContain(crashed.url(true));

			const next = stage.engine.trigger(workflow, { baseUrl: named.url, endpoints });
			await next.test();
			await next.stopTest();
			expect((await registered(stage)).number).toBe(live.url());
			await live.deactivate();
			await named.close();
		});
	});
});

describe('two accounts and three credentials on one app', () => {
	const stage = withSandbox();
	const SECOND_NUMBER = '400000000000022';
	let secondAccount: string;

	beforeAll(async () => {
		await stage.engine.listen();
	});

	beforeEach(async () => {
		secondAccount = (await stage.control.addAccount({ name: 'Second Bakery' })).id;
		await stage.control.addNumber({
			id: SECOND_NUMBER,
			businessAccountId: secondAccount,
			displayPhoneNumber: '+1 555-010-0122',
		});
		const { token } = await stage.control.addToken({ businessAccountIds: [secondAccount] });
		const first = credentialData(stage.sandbox);
		await stage.engine.credentials.set(
			'whatsAppCloudApi',
			{
				...first,
				accessToken: token,
				businessAccountId: secondAccount,
				phoneNumberId: SECOND_NUMBER,
			},
			{ id: 'second' },
		);
		await stage.engine.credentials.set(
			'whatsAppCloudApi',
			{ ...first, businessAccountId: '', phoneNumberId: '' },
			{ id: 'noAccount' },
		);
	});

	afterEach(endAll);

	const withCredential = (id: string, credential: string, parameters = {}) => {
		const workflow = triggerWorkflow(parameters, id);
		workflow.nodes[0].credentials = { whatsAppCloudApi: { id: credential, name: credential } };
		return stage.engine.trigger(workflow);
	};

	it.each(['second', 'noAccount'])(
		'a whole-app trigger with the credential "%s" neither narrows nor deletes what the first account needs',
		async (credential) => {
			const first = withCredential('first', 'whatsAppCloudApi', { events: ['message', 'calls'] });
			await first.activate();
			const whole = withCredential('whole', credential, {
				registerFor: 'app',
				events: ['security'],
			});
			await whole.activate();
			expect((await registered(stage)).app).toMatchObject({
				callbackUrl: whole.url(),
				fields: ['calls', 'messages', 'security'],
			});

			const edited = triggerWorkflow({ registerFor: 'app', events: ['flows'] }, 'whole');
			edited.nodes[0].credentials = { whatsAppCloudApi: { id: credential, name: credential } };
			await whole.update(edited, '2.40');
			expect((await registered(stage)).app?.fields).toEqual([
				'calls',
				'flows',
				'messages',
				'security',
			]);

			await whole.deactivate();
			expect((await registered(stage)).app).toMatchObject({
				callbackUrl: `${whole.url()}?only=fields`,
				fields: expect.arrayContaining(['calls', 'messages']),
			});
			await stage.control.customer(ANA).sendText('to the first');
			expect((await received(stage, 1)).flat()).toMatchObject([{ text: 'to the first' }]);
			await first.deactivate();
		},
	);

	it('each gets its own messages', async () => {
		const first = withCredential('first', 'whatsAppCloudApi');
		const second = withCredential('second', 'second');
		await first.activate();
		await second.activate();
		await stage.control.customer(ANA).sendText('one');
		await stage.control
			.customer(ANA)
			.send({ type: 'text', text: 'two', phoneNumberId: SECOND_NUMBER });
		await received(stage, 2);
		const heard = stage.engine.executions.all.map(({ workflowId, result }) => [
			workflowId,
			result?.json('WhatsApp Cloud API Trigger')[0].text,
		]);
		expect(heard.sort()).toEqual([
			['first', 'one'],
			['second', 'two'],
		]);
		await first.deactivate();
		await second.deactivate();
	});

	it('what was registered with another number or account is removed later', async () => {
		const trigger = withCredential('moving', 'whatsAppCloudApi');
		await trigger.activate();
		const { seed } = stage.sandbox;
		const third = (await stage.control.addNumber({ displayPhoneNumber: '+1 555-010-0133' })).id;
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			phoneNumberId: third,
		});
		// The credential's default changed while the workflow is published: it still receives.
		await stage.control.customer(ANA).sendText('to the former default');
		expect((await received(stage, 1)).flat()).toMatchObject([{ text: 'to the former default' }]);

		await trigger.update(triggerWorkflow({ events: ['message', 'calls'] }, 'moving'), '2.40');
		const overrides = async () =>
			Object.fromEntries(
				(await stage.control.state()).phoneNumbers.map(({ id, webhookOverride }) => [
					id,
					webhookOverride?.url,
				]),
			);
		expect(await overrides()).toMatchObject({
			[seed.phoneNumberId]: undefined,
			[third]: trigger.url(),
		});
		await trigger.deactivate();
		expect(Object.values(await overrides()).filter(Boolean)).toEqual([]);
	});
});

describe('n8n 1.x restarts while a check fails', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	it.each([0, 1, 2, 3])(
		'one request to Meta without a response (after %i responses): the callback URL stays and works',
		async (skip) => {
			const trigger = drafted(stage);
			await trigger.activate();
			const before = await registered(stage);
			await stage.control.addFault({ path: '*', status: 500, skip, times: 1 });
			await trigger.restart('1.123');
			expect(await registered(stage)).toEqual(before);
			await stage.control.clearFaults();
			await stage.control.customer(ANA).sendText('Hello');
			expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
		},
	);

	it('a gateway that answers everything with 502: likewise', async () => {
		const trigger = drafted(stage);
		await trigger.activate();
		const before = await registered(stage);
		await stage.control.addFault({ path: '*', status: 502, html: true });
		await trigger.restart('1.123');
		await stage.control.clearFaults();
		expect(await registered(stage)).toEqual(before);
		await stage.control.customer(ANA).sendText('Hello');
		expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
	});

	it('fields removed by another program are named, and nothing is removed', async () => {
		const trigger = drafted(stage);
		await trigger.activate();
		const foreign = await foreignReceiver();
		await registerForApp(stage, foreign.url, 'account_update');
		await expect(trigger.restart('1.123')).rejects.toThrow('not subscribed to messages');
		expect((await registered(stage)).number).toBe(trigger.url());
		await foreign.close();
	});

	it('if some of the fields were removed, events of the others still arrive', async () => {
		const trigger = drafted(stage, { events: ['message', 'calls'] });
		await trigger.activate();
		const foreign = await foreignReceiver();
		await registerForApp(stage, foreign.url, 'messages');
		await trigger.restart('1.123');
		await stage.control.customer(ANA).sendText('Hello');
		expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
		await foreign.close();
	});

	it('a wrong app secret is reported, and the callback is not removed', async () => {
		const trigger = drafted(stage);
		await trigger.activate();
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			appSecret: 'f'.repeat(32),
		});
		await expect(trigger.restart('1.123')).rejects.toThrow(/App Secret/);
		expect((await registered(stage)).number).toBe(trigger.url());
	});

	it('is removed anyway when it is unpublished afterwards', async () => {
		const trigger = drafted(stage);
		await trigger.activate();
		const foreign = await foreignReceiver();
		await registerForApp(stage, foreign.url, 'account_update');
		await expect(trigger.restart('1.123')).rejects.toThrow();
		await trigger.deactivate();
		expect((await registered(stage)).number).toBeUndefined();
		await foreign.close();
	});
});
