import { withSandbox } from '../../support/withSandbox';
import { startProxy, type OwnCalls, type Proxy } from './proxy';
import { foreignReceiver, type ForeignReceiver } from './receiver';
import { drafted, endAll, graph, registered, registerForApp, registerForNumber } from './support';

/**
 * Every state that a trigger can meet: where it registers × what is registered there × whether n8n
 * reaches its own address × what is done. Without Take Over, no callback that is in use or somebody
 * else's ever changes, and the app's list of fields never loses one.
 */
const LEVELS = ['phoneNumber', 'businessAccount', 'app'] as const;
const THERE = [
	'nothing',
	'its own',
	'another workflow in use',
	'another workflow, not published any more',
	'another program',
	'another program that is silent',
	'another n8n',
	'another n8n that is silent',
] as const;
const OWN_CALLS: Array<[string, OwnCalls]> = [
	['passes', 'pass'],
	['answers 403', { status: 403 }],
	['answers 404', { status: 404 }],
	['answers 502', { status: 502 }],
	['hangs up', 'cut'],
];
const ACTIONS = ['publish', 'publish again after a restart of n8n 1.x', 'test'] as const;

type Level = (typeof LEVELS)[number];
type There = (typeof THERE)[number];
type Action = (typeof ACTIONS)[number];

const states = LEVELS.flatMap((level) =>
	THERE.flatMap((there) =>
		OWN_CALLS.flatMap(([proxy, ownCalls]) =>
			ACTIONS.map((action) => ({ level, there, proxy, ownCalls, action })),
		),
	),
);

describe('no callback URL of others or in use is ever changed', () => {
	const stage = withSandbox();
	let front: Proxy;
	let foreign: ForeignReceiver;
	let count = 0;

	beforeAll(async () => {
		front = await startProxy({ '': (await stage.engine.listen()).url });
	});

	beforeEach(async () => {
		foreign = await foreignReceiver();
		count += 1;
	});

	afterEach(async () => {
		front.ownCalls = 'pass';
		await stage.control.clearFaults();
		await endAll();
		await foreign.close();
	});

	afterAll(async () => await front.close());

	const triggerAt = (level: Level, name: string) =>
		drafted(stage, { registerFor: level }, `${name}-${count}`, front.url);

	const registerForeign = async (level: Level, url: string) => {
		const { businessAccountId } = stage.sandbox.seed;
		await stage.control.changeAccount(businessAccountId, { subscribed: true });
		if (level === 'phoneNumber') await registerForNumber(stage, url);
		else if (level === 'app') await registerForApp(stage, url, 'messages,security');
		else {
			const override = { override_callback_uri: url, verify_token: 'theirs' };
			await graph(stage, `${businessAccountId}/subscribed_apps`, override);
		}
	};

	/** Brings about what is registered before. @returns whether it may be replaced */
	async function prepare(level: Level, there: There, isReachable: boolean): Promise<boolean> {
		const otherN8n = foreign.url.replace('crm', 'webhook/their-hook/whatsapp-cloud');
		switch (there) {
			case 'nothing':
				return true;
			case 'its own':
				await triggerAt(level, 'subject').activate();
				return true;
			case 'another workflow in use':
				await triggerAt(level, 'sibling').activate();
				return false;
			case 'another workflow, not published any more': {
				const sibling = triggerAt(level, 'sibling');
				await sibling.activate();
				await stage.control.addFault({ path: '*', error: { code: 190, subcode: 463 } });
				await sibling.deactivate();
				await stage.control.clearFaults();
				return isReachable;
			}
			case 'another program':
			case 'another n8n':
				await registerForeign(level, there === 'another n8n' ? otherN8n : foreign.url);
				return false;
			default:
				await registerForeign(level, there.startsWith('another n8n') ? otherN8n : foreign.url);
				foreign.verifies = false;
				foreign.status = 503;
				return false;
		}
	}

	async function act(level: Level, there: There, action: Action): Promise<void> {
		const existing = there === 'its own' ? 'subject' : undefined;
		if (action === 'test') {
			const draft = triggerAt(level, 'subject');
			await draft.test();
			await draft.stopTest();
			return;
		}
		if (existing && action === 'publish') return;
		const trigger = triggerAt(level, 'subject');
		if (action === 'publish') await trigger.activate();
		else if (!existing) await trigger.activate('init');
	}

	const current = async (level: Level) => {
		const { app, account, number } = await registered(stage);
		return {
			url: { phoneNumber: number, businessAccount: account?.overrideUrl, app: app?.callbackUrl }[
				level
			],
			fields: app?.fields ?? [],
			app: app?.callbackUrl,
		};
	};

	it.each(
		states.map(
			(state) =>
				[
					`${state.action} for ${state.level}: ${state.there} is registered, the proxy ${state.proxy}`,
					state,
				] as const,
		),
	)('%s', async (_, { level, there, ownCalls, action }) => {
		const isRestart = action.startsWith('publish again');
		const mayReplace = await prepare(level, there, ownCalls === 'pass' && !isRestart);
		const before = await current(level);
		front.ownCalls = ownCalls;
		const error = await act(level, there, action).then(
			() => undefined,
			(failure: Error) => failure,
		);
		const after = await current(level);

		// The list of fields only grows; a test gives it back as it was.
		expect(after.fields).toEqual(expect.arrayContaining(before.fields));
		if (!mayReplace || there === 'its own') expect(after.url).toBe(before.url);
		// Another program's callback of the app stays, at whatever level the trigger registers.
		if (before.app?.startsWith(foreign.url)) expect(after.app).toBe(before.app);
		if (!mayReplace && action !== 'test') {
			expect(error?.message).toContain(String(before.url));
			expect(error?.message).toContain('Take Over Callback');
		}
		if (mayReplace && there !== 'its own' && action !== 'test') {
			expect(error).toBeUndefined();
			expect(after.url).toContain(`subject-${count}-hook`);
		}
	});
});
