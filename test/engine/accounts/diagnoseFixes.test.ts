import type { INodeParameters } from 'n8n-workflow';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { foreignReceiver, type ForeignReceiver } from '../trigger/receiver';
import {
	activated,
	ANA,
	drafted,
	endAll,
	received,
	registerForApp,
	registerForNumber,
} from '../trigger/support';
import { output } from './support';

/** Each fix that Diagnose names is carried out here, and works. */
const stage = withSandbox();
let foreign: ForeignReceiver;

beforeAll(async () => {
	await stage.engine.listen();
});

beforeEach(async () => {
	foreign = await foreignReceiver();
});

afterEach(async () => {
	await stage.control.clearFaults();
	await endAll();
	await foreign.close();
});

const seed = () => stage.sandbox.seed;
const diagnose = async (parameters?: INodeParameters) =>
	await output(stage, 'account', 'diagnose', parameters);

/** Leaves the callback of a trigger behind, as when Meta rejects the token. */
async function leaveBehind(id: string, isTest: boolean): Promise<void> {
	const trigger = drafted(stage, {}, id);
	await (isTest ? trigger.test() : trigger.activate());
	await stage.control.addFault({ path: '*', error: { code: 190, subcode: 463 } });
	await (isTest ? trigger.stopTest() : trigger.deactivate());
	await stage.control.clearFaults();
}

interface Case {
	what: string;
	breakIt(): Promise<unknown>;
	check: string;
	fix: RegExp;
	/** Carries out what the fix says. */
	mend(): Promise<unknown>;
}

const CASES: Case[] = [
	{
		what: 'nothing is registered',
		breakIt: async () => {},
		check: 'Webhook',
		fix: /^Publish \(activate\) a workflow/,
		mend: async () => await activated(stage),
	},
	{
		what: 'the app delivers to another program',
		breakIt: async () => await registerForApp(stage, foreign.url),
		check: 'Webhook',
		fix: /"Register For: Phone Number"/,
		mend: async () => await activated(stage, { registerFor: 'phoneNumber' }),
	},
	{
		what: 'the app delivers to another program, and has no field for messages',
		breakIt: async () => await registerForApp(stage, foreign.url, 'account_update'),
		check: 'Webhook',
		fix: /^First add "messages" under .* Then publish .*"Register For: Phone Number"/,
		mend: async () => {
			await registerForApp(stage, foreign.url, 'account_update,messages');
			await activated(stage, { registerFor: 'phoneNumber' });
		},
	},
	{
		what: 'the number delivers to another program',
		breakIt: async () => {
			await stage.control.changeAccount(seed().businessAccountId, { subscribed: true });
			await registerForNumber(stage, foreign.url);
		},
		check: 'Webhook',
		fix: /"Take Over Callback" on/,
		mend: async () => await activated(stage, { options: { takeOver: true } }),
	},
	{
		what: 'a number of coexistence, and the app delivers to another program',
		breakIt: async () => {
			await stage.control.changeNumber(seed().phoneNumberId, { isOnBizApp: true });
			await registerForApp(stage, foreign.url);
		},
		check: 'Webhook',
		fix: /"Register For: WhatsApp Business Account"/,
		mend: async () => await activated(stage, { registerFor: 'businessAccount' }),
	},
	{
		what: 'a workflow that is not published any more has left its callback behind',
		breakIt: async () => await leaveBehind('gone', false),
		check: 'Webhook answer',
		fix: /^Publish \(activate\) the workflow that should receive/,
		mend: async () => await activated(stage, {}, 'next'),
	},
	{
		what: 'a test run that never ended',
		breakIt: async () => {
			await activated(stage, {}, 'live');
			await leaveBehind('live', true);
		},
		check: 'Webhook',
		fix: /Webhook → Clean Up/,
		mend: async () => await output(stage, 'webhook', 'cleanUp'),
	},
	{
		what: 'the app is not subscribed to the account',
		breakIt: async () => {
			await activated(stage);
			await output(stage, 'webhook', 'unsubscribe');
		},
		check: 'Account subscription',
		fix: /Webhook → Subscribe Account/,
		mend: async () => await output(stage, 'webhook', 'subscribe'),
	},
	{
		what: 'the number is not registered',
		breakIt: async () => {
			await activated(stage);
			await stage.control.changeNumber(seed().phoneNumberId, { registered: false });
		},
		check: 'Registration',
		fix: /Phone Number → Register/,
		mend: async () => await output(stage, 'phoneNumber', 'register', { pin: '123456' }),
	},
];

it.each(CASES.map((one) => [one.what, one] as const))(
	'%s: the fix works',
	async (_, { breakIt, check, fix, mend }) => {
		await breakIt();
		const [verdict, ...before] = await diagnose();
		const finding = before.find((one) => one.check === check && one.status !== 'ok');
		expect({ before, finding }).toMatchObject({ finding: { fix: expect.stringMatching(fix) } });
		expect(verdict.status).not.toBe('ok');
		expect(verdict.found).toMatch(/Setup incomplete|do not arrive at this n8n|Check: /);
		await mend();

		const main = (await diagnose()).filter(({ about }) => about === '+1 555-010-0100');
		expect(main.filter(({ status }) => status !== 'ok')).toEqual([]);
		const count = stage.engine.executions.all.length + 1;
		await stage.control.customer(ANA).sendText('arrives');
		expect((await received(stage, count)).at(-1)).toMatchObject([{ text: 'arrives' }]);
	},
);

it('says that messages can be sent but arrive elsewhere, instead of "Setup complete"', async () => {
	await registerForApp(stage, foreign.url);
	await stage.control.changeAccount(seed().businessAccountId, { subscribed: true });
	const [verdict] = await diagnose();
	expect(verdict.found).toMatch(
		/^Messages can be sent, but those to \+1 555-010-0100, .* do not arrive at this n8n/,
	);
});

it('walks all accounts and numbers that the token reaches, or one number', async () => {
	await activated(stage);
	const other = await stage.control.addAccount({ name: 'Second Bakery' });
	const number = await stage.control.addNumber({
		businessAccountId: other.id,
		displayPhoneNumber: '+1 555-010-0188',
	});
	await stage.control.changeNumber(number.id, { registered: false });
	const [verdict, ...findings] = await diagnose();
	const about = (name: string) => findings.filter((finding) => finding.about === name);
	expect(about('Second Bakery').map(({ check }) => check)).toContain('Account subscription');
	expect(about('+1 555-010-0188')).toEqual(
		expect.arrayContaining([expect.objectContaining({ check: 'Registration', status: 'warning' })]),
	);
	expect(verdict.found).toMatch(/^Setup complete\..*Registration \(\+1 555-010-0188\)/);

	const sender = { __rl: true, mode: 'id', value: number.id };
	const one = await diagnose({ check: 'one', sender });
	expect(one[0].found).toMatch(/Setup incomplete\. Registration \(\+1 555-010-0188\): /);
	expect(one.map((finding) => finding.about)).not.toContain('Second Bakery');
	expect(one.find(({ status }) => status === 'skipped')?.found).toContain('one phone number');
});

it('names what it could not check', async () => {
	await activated(stage);
	const { token } = await stage.control.addToken({
		businessAccountIds: [seed().businessAccountId],
	});
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		accessToken: token,
	});
	const [verdict, ...findings] = await diagnose();
	expect(findings.find(({ check }) => check === 'Other accounts')).toMatchObject({
		status: 'skipped',
		found: 'Skipped: the token is limited to these accounts',
	});
	expect(verdict.found).toContain('Not checked: Other accounts.');
});

it('explains a number that was disconnected in the WhatsApp Business app', async () => {
	await activated(stage, { registerFor: 'businessAccount' });
	await stage.control.changeNumber(seed().phoneNumberId, {
		isOnBizApp: true,
		status: 'DISCONNECTED',
	});
	const findings = await diagnose();
	expect(findings.find(({ check }) => check === 'Coexistence')).toMatchObject({
		status: 'failed',
		fix: expect.stringContaining('Business Platform'),
	});
});
