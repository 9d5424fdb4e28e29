import type { INodeParameters } from 'n8n-workflow';
import { fix, FIX_NAMES, type FixName } from '../../../cloud-api/accounts/diagnosis/fixes';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { withForeignReceiver } from '../trigger/receiver';
import type { Listener } from '../../../engine';
import { activated, ANA, endAll, received, registerForApp } from '../trigger/support';
import { SETUP_CASES } from './fixes/setup';
import { WEBHOOK_CASES } from './fixes/webhooks';
import { output } from './support';

/** Each fix that Diagnose can name is carried out here, and works. */
const stage = withSandbox();
let listener: Listener;

beforeAll(async () => {
	listener = await stage.engine.listen();
});

async function cutOwnCalls(isCut: boolean): Promise<void> {
	if (isCut) await listener.close();
	else listener = await stage.engine.listen({ port: listener.port });
}

afterEach(async () => {
	await stage.control.clearFaults();
	await endAll();
});
const foreign = withForeignReceiver();

const seed = () => stage.sandbox.seed;
const diagnose = async (parameters?: INodeParameters) =>
	await output(stage, 'account', 'diagnose', parameters);

const CASES = Object.entries({ ...SETUP_CASES, ...WEBHOOK_CASES }).flatMap(([name, cases]) =>
	cases.map((one) => [name as FixName, one.what, one] as const),
);

/** What Meta or the error table says is passed on. */
const PASSED_ON: FixName[] = ['explained', 'metaSolution'];

/** Carried out in `authentication.test.ts`, with the credential of Meta's login dialog. */
const OF_THE_LOGIN: string[] = ['loginAgain', 'loginBeforeExpiry', 'grantPermissions'];
const OWN_NAMES = FIX_NAMES.filter((name) => !OF_THE_LOGIN.includes(name));

it('has a case for each fix, and no two fixes have the same text', () => {
	expect([...new Set(CASES.map(([name]) => name))].sort()).toEqual([...OWN_NAMES].sort());
	const own = CASES.filter(([name]) => !PASSED_ON.includes(name));
	for (const [name, , { fix: words }] of own) {
		const like = FIX_NAMES.filter((other) =>
			[
				'https://n8n.example.com/crm',
				'1',
				'1 (+1 555-010-0100)',
				'whatsapp_business_messaging',
			].some((value) => words.test(fix(other, value)) && !PASSED_ON.includes(other)),
		);
		expect(like).toEqual([name]);
	}
});

it.each(CASES)('%s: %s: the fix works', async (_name, _what, one) => {
	if (!one.isUnpublished) await activated(stage);
	const bench = { stage, foreign, cutOwnCalls };
	await one.breakIt(bench);
	const { check, about = 'Whole setup' } = one;
	const [verdict, ...before] = await diagnose(one.parameters);
	const finding = before.find(
		(each) =>
			each.check === check &&
			(each.about === about || !one.about) &&
			each.status !== 'ok' &&
			one.fix.test(String(each.fix)),
	);
	if (!finding) throw new Error(`Not among ${JSON.stringify(before, undefined, 2)}`);
	const isSkipped = finding.status === 'skipped';
	if (!isSkipped) expect(verdict.status).not.toBe('ok');
	expect(verdict.found).toMatch(/Setup incomplete|do not arrive at this n8n|Check: |Not checked: /);
	await one.mend(bench, String(finding.fix), finding);

	const [after, ...findings] = await diagnose();
	expect(after.found).toMatch(one.leaves ?? /^(All checks passed|Setup complete)\./);
	const mended = one.mendedAbout ?? finding.about;
	const left = findings.filter((each) => each.check === check && each.about === mended);
	if (!(isSkipped && one.leaves)) expect(left.filter(({ status }) => status !== 'ok')).toEqual([]);
	if (one.isElsewhere) return;
	const { phoneNumberId } = await stage.engine.credentials.get('whatsAppCloudApi');
	const count = stage.engine.executions.all.length + 1;
	await stage.control.customer(ANA).send({
		type: 'text',
		text: 'arrives',
		phoneNumberId: String(phoneNumberId || seed().phoneNumberId),
	});
	expect((await received(stage, count)).at(-1)).toMatchObject([{ text: 'arrives' }]);
});

it('reports that messages can be sent but arrive elsewhere, instead of "Setup complete"', async () => {
	await registerForApp(stage, foreign.url);
	await stage.control.changeAccount(seed().businessAccountId, { subscribed: true });
	const [verdict] = await diagnose();
	expect(verdict.found).toMatch(
		/^Messages can be sent, but those to \+1 555-010-0100, .* do not arrive at this n8n/,
	);
});

it('checks all accounts and phone numbers that the token can access, or one phone number', async () => {
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

it('lists what it could not check', async () => {
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

it('reports that n8n cannot call its own address and that events may still arrive', async () => {
	const trigger = await activated(stage);
	await cutOwnCalls(true);
	const [verdict, ...findings] = await diagnose();
	await cutOwnCalls(false);
	expect(
		findings.find(({ check, status }) => check === 'Webhook answer' && status !== 'ok'),
	).toEqual({
		check: 'Webhook answer',
		status: 'warning',
		about: '+1 555-010-0100',
		found: `n8n cannot call its own address ${trigger.url()} (connect ECONNREFUSED 127.0.0.1:${listener.port}). Meta may still reach it`,
		fix: 'Let n8n call its own public address (hairpin NAT, proxy, list of allowed addresses). Test runs need it to forward events.',
	});
	expect(verdict).toMatchObject({
		status: 'warning',
		found: expect.stringMatching(/^Setup complete\. Check: .*Webhook answer \(\+1 555-010-0100\)/),
	});
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
