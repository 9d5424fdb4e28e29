import { withSandbox } from '../../support/withSandbox';
import { foreignReceiver } from './receiver';
import {
	activated,
	ANA,
	drafted,
	endAll,
	eventually,
	graph,
	registered,
	registerForApp,
	registerForNumber,
} from './support';

describe('a test run', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	const texts = async (executions: number) =>
		(await stage.engine.executions.wait(executions)).map((result, index) => ({
			mode: stage.engine.executions.all[index].mode,
			texts: result.json().map(({ text }) => text),
		}));

	it.each([
		['phoneNumber', 'phoneNumber'],
		['businessAccount', 'businessAccount'],
		['app', 'app'],
		// The test stands closer to the number than production does, and passes on what it hears.
		['businessAccount', 'phoneNumber'],
		['app', 'phoneNumber'],
		['app', 'businessAccount'],
	])(
		'next to production: production (%s) misses nothing during a test (%s) or after it',
		async (production, test) => {
			await activated(stage, { registerFor: production });
			const before = await registered(stage);
			const draft = drafted(stage, { registerFor: test });
			await draft.test();

			await stage.control.customer(ANA).sendText('during');
			expect((await texts(2)).sort((a, b) => a.mode.localeCompare(b.mode))).toEqual([
				{ mode: 'manual', texts: ['during'] },
				{ mode: 'webhook', texts: ['during'] },
			]);
			await eventually(async () => expect(await registered(stage)).toEqual(before));

			await stage.control.customer(ANA).sendText('after');
			expect((await texts(3)).at(-1)).toEqual({ mode: 'webhook', texts: ['after'] });
		},
	);

	it('restores everything if it ends without an event', async () => {
		await activated(stage, { registerFor: 'app', events: ['message', 'security'] });
		const before = await registered(stage);
		const draft = drafted(stage, { registerFor: 'app', events: ['flows'] });
		await draft.test();
		expect((await registered(stage)).app?.fields).toEqual(['flows', 'messages', 'security']);
		await draft.stopTest();
		expect(await registered(stage)).toEqual(before);
	});

	it('leaves nothing behind if nothing was registered', async () => {
		const draft = drafted(stage);
		await draft.test();
		expect((await registered(stage)).number).toBe(draft.url(true));
		await draft.stopTest();
		expect(await registered(stage)).toMatchObject({ app: undefined, number: undefined });
	});

	it('restores the callback URL of another workflow for the same phone number', async () => {
		const live = await activated(stage, {}, 'live');
		const draft = drafted(stage, {}, 'draft');
		await draft.test();
		await stage.control.customer(ANA).sendText('Hello');
		await stage.engine.executions.wait(2);
		await eventually(async () => expect((await registered(stage)).number).toBe(live.url()));
	});

	it('forwards what it filters out, and keeps listening', async () => {
		await activated(stage);
		const draft = drafted(stage, { filters: { messageTypes: ['image'] } });
		await draft.test();
		await stage.control.customer(ANA).sendText('for production');
		expect(await texts(1)).toEqual([{ mode: 'webhook', texts: ['for production'] }]);
		expect(draft.isTesting).toBe(true);
		await draft.stopTest();
	});

	it('makes Meta redeliver if production did not accept a forwarded delivery', async () => {
		const foreign = await foreignReceiver();
		const { businessAccountId } = stage.sandbox.seed;
		await registerForApp(stage, foreign.url);
		await graph(stage, `${businessAccountId}/subscribed_apps`, {});
		foreign.status = 500;
		const draft = drafted(stage);
		await draft.test();
		await stage.control.customer(ANA).sendText('Hello');
		const { status } = await stage.control.waitForDelivery(({ outcome }) => outcome === 'waiting');
		expect(status).toBe(503);
		expect(stage.engine.executions.all).toEqual([]);

		foreign.status = 200;
		await stage.control.advance(60_000);
		expect(await texts(1)).toEqual([{ mode: 'manual', texts: ['Hello'] }]);
		await eventually(async () =>
			expect((await registered(stage)).app?.callbackUrl).toBe(foreign.url),
		);
		expect(foreign.deliveries).toHaveLength(2);
		expect(foreign.deliveries[1].signature).toMatch(/^sha256=/);
		await foreign.close();
	});

	it('does not count a delivery as forwarded if production redirects it', async () => {
		const foreign = await foreignReceiver();
		const { businessAccountId } = stage.sandbox.seed;
		await registerForApp(stage, foreign.url);
		await graph(stage, `${businessAccountId}/subscribed_apps`, {});
		Object.assign(foreign, { status: 302, location: `${foreign.url}?hub.challenge=welcome` });
		await drafted(stage).test();
		await stage.control.customer(ANA).sendText('Hello');
		const { status } = await stage.control.waitForDelivery(({ outcome }) => outcome === 'waiting');
		expect(status).toBe(503);
		await foreign.close();
	});

	it('ends even if Meta does not respond', async () => {
		const draft = drafted(stage);
		await draft.test();
		await stage.control.addFault({ path: '*', status: 503 });
		await draft.stopTest();
		expect(draft.isTesting).toBe(false);
	});

	it('does not forward if configured', async () => {
		const live = await activated(stage);
		const draft = drafted(stage, { options: { forwardTestEvents: false } });
		await draft.test();
		await stage.control.customer(ANA).sendText('Hello');
		expect(await texts(1)).toEqual([{ mode: 'manual', texts: ['Hello'] }]);
		await eventually(async () => expect((await registered(stage)).number).toBe(live.url()));
		expect(stage.engine.executions.all).toHaveLength(1);
	});

	it('does not replace a callback URL that only its owner can restore', async () => {
		const foreign = await foreignReceiver();
		await registerForNumber(stage, foreign.url);
		const draft = drafted(stage, { options: { takeOver: true } });
		await expect(draft.test()).rejects.toMatchObject({
			message: expect.stringContaining(foreign.url),
		});
		expect((await registered(stage)).number).toBe(foreign.url);
		expect(draft.isTesting).toBe(false);
		await foreign.close();
	});

	it('cleans up after a test that never ended', async () => {
		const live = await activated(stage);
		const crashed = drafted(stage);
		await crashed.test();
		// As when n8n stops: the test URL stays registered at Meta, and what it replaced is not remembered.
		await stage.control.invalidateToken(stage.sandbox.seed.accessToken, 463);
		await crashed.stopTest();
		expect((await registered(stage)).number).toBe(crashed.url(true));
		const { token } = await stage.control.addToken();
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			accessToken: token,
		});
		const next = drafted(stage);
		await next.test();
		await stage.control.customer(ANA).sendText('during');
		expect((await texts(2)).map(({ mode }) => mode).sort()).toEqual(['manual', 'webhook']);
		await eventually(async () => expect((await registered(stage)).number).toBe(live.url()));
	});

	it('receives events although a removed trigger left its list of fields behind', async () => {
		const gone = await activated(stage, {}, 'gone');
		await gone.deactivate();
		await drafted(stage, {}, 'draft').test();
		await stage.control.customer(ANA).sendText('Hello');
		expect(await texts(1)).toEqual([{ mode: 'manual', texts: ['Hello'] }]);
	});

	it('restores the app’s list of fields', async () => {
		await activated(stage, { registerFor: 'app', events: ['message'] }, 'live');
		const before = await registered(stage);
		const draft = drafted(stage, { events: ['message', 'calls'] }, 'draft');
		await draft.test();
		expect((await registered(stage)).app?.fields).toEqual(['calls', 'messages']);
		await draft.stopTest();
		expect(await registered(stage)).toEqual(before);
	});

	it('keeps the fields that another trigger added during a test of the whole app', async () => {
		await activated(stage, { registerFor: 'app', events: ['security'] }, 'live');
		const draft = drafted(stage, { registerFor: 'app', events: ['security'] }, 'live');
		await draft.test();
		await activated(stage, { events: ['message'] }, 'number');
		await draft.stopTest();
		expect((await registered(stage)).app?.fields).toEqual(['messages', 'security']);
	});

	it('does not change what was registered in its place in the meantime', async () => {
		const foreign = await foreignReceiver();
		await activated(stage, {}, 'live');
		const draft = drafted(stage, {}, 'draft');
		await draft.test();
		await registerForNumber(stage, foreign.url);
		await draft.stopTest();
		expect((await registered(stage)).number).toBe(foreign.url);
		await foreign.close();
	});

	it('falls back to the next level if the previous callback URL is gone at the end', async () => {
		const live = await activated(stage, {}, 'live');
		const draft = drafted(stage, {}, 'draft');
		await draft.test();
		await live.deactivate();
		await draft.stopTest();
		expect((await registered(stage)).number).toBeUndefined();
	});
});
