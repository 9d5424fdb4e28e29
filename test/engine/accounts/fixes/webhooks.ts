import type { FixName } from '../../../../cloud-api/accounts/diagnosis/fixes';
import type { Trigger } from '../../../../engine';
import {
	activated,
	drafted,
	graph,
	registerForApp,
	registerForNumber,
} from '../../trigger/support';
import { output } from '../support';
import type { Bench, Case, LoginFix } from './case';
import type { SETUP_CASES } from './setup';

const NUMBER = '+1 555-010-0100';
const SECOND = '+1 555-010-0101';
/** The app or account delivers the second number's messages elsewhere, as the fix says. */
const OTHERS_STAY = /^Messages can be sent, but those to \+1 555-010-0101 do not arrive/;
const WHOLE_ACCOUNT = { registerFor: 'businessAccount' };

/** Leaves the callback of a trigger behind, as when Meta rejects the token. */
async function leaveBehind({ stage }: Bench, id: string, isTest: boolean): Promise<void> {
	const trigger = drafted(stage, {}, id);
	await (isTest ? trigger.test() : trigger.activate());
	await stage.control.addFault({ path: '*', error: { code: 190, subcode: 463 } });
	await (isTest ? trigger.stopTest() : trigger.deactivate());
	await stage.control.clearFaults();
}

async function subscribe({ stage }: Bench): Promise<void> {
	const { businessAccountId } = stage.sandbox.seed;
	await stage.control.changeAccount(businessAccountId, { subscribed: true });
}

async function registerForAccount({ stage, foreign }: Bench): Promise<void> {
	await graph(stage, `${stage.sandbox.seed.businessAccountId}/subscribed_apps`, {
		override_callback_uri: foreign.url,
		verify_token: 'theirs',
	});
}

const onBusinessApp = async ({ stage }: Bench) =>
	await stage.control.changeNumber(stage.sandbox.seed.phoneNumberId, { isOnBizApp: true });

const webhook = { isUnpublished: true, check: 'Webhook', about: NUMBER };
const answer = { isUnpublished: true, check: 'Webhook answer', about: NUMBER };
const unsubscribed = {
	breakIt: async ({ stage }: Bench) => await output(stage, 'webhook', 'unsubscribe'),
	check: 'Account subscription',
};

function leftTest(
	words: Pick<Case, 'what' | 'fix'>,
	mend: (bench: Bench, live: Trigger) => Promise<unknown>,
): Case {
	let live: Trigger | undefined;
	return {
		...webhook,
		...words,
		breakIt: async (bench) => {
			live = await activated(bench.stage, {}, 'live');
			await leaveBehind(bench, 'live', true);
		},
		mend: async (bench) => live && (await mend(bench, live)),
	};
}

function runningTest(): Case {
	let test: Trigger | undefined;
	return {
		...webhook,
		what: 'a test run listens',
		breakIt: async ({ stage }) => {
			await activated(stage, {}, 'live');
			test = drafted(stage, {}, 'live');
			await test.test();
		},
		fix: /^Stop the test run\. The trigger then restores the previous callback URL\.$/,
		mend: async () => await test?.stopTest(),
	};
}

/** Fixes of what is registered to receive events, and of what it answers. */
export const WEBHOOK_CASES: Record<
	Exclude<FixName, keyof typeof SETUP_CASES | LoginFix>,
	Case[]
> = {
	subscribeAccount: [
		{
			...unsubscribed,
			what: 'the app is not subscribed to the account, and Webhook → Subscribe Account is used',
			fix: /use Webhook → Subscribe Account/,
			mend: async ({ stage }) => await output(stage, 'webhook', 'subscribe'),
		},
		{
			...unsubscribed,
			what: 'the app is not subscribed to the account, and the "Fix" is added',
			fix: /Subscribe Account, or add the "Fix" of this operation\.$/,
			mend: async ({ stage }) =>
				await output(stage, 'account', 'diagnose', { fix: { subscribe: true } }),
		},
		{
			...unsubscribed,
			isUnpublished: true,
			what: 'the app is not subscribed to the account, and a workflow is published',
			fix: /^Publish \(activate\) a workflow with the WhatsApp Cloud API Trigger and this credential/,
			mend: async ({ stage }) => await activated(stage),
		},
	],
	publishForApp: [
		{
			what: 'the app has no webhook',
			isUnpublished: true,
			breakIt: subscribe,
			check: 'App webhook',
			fix: /^Publish \(activate\) .*, which subscribes the app\.$/,
			mend: async ({ stage }) => await activated(stage),
		},
	],
	addMessagesField: [
		{
			what: "the webhook of the app is another program's and has no field for messages",
			isUnpublished: true,
			breakIt: async (bench) => {
				await subscribe(bench);
				await registerForApp(bench.stage, bench.foreign.url, 'account_update');
			},
			check: 'App webhook',
			fix: /^Add "messages": App dashboard → WhatsApp → Configuration → Webhook fields\.$/,
			mend: async ({ stage, foreign }) =>
				await registerForApp(stage, foreign.url, 'account_update,messages'),
			leaves: /those to \+1 555-010-0100.* do not arrive at this n8n/,
			isElsewhere: true,
		},
	],
	publishForMessages: [
		{
			what: 'a trigger for the whole app has registered calls only',
			isUnpublished: true,
			breakIt: async ({ stage }) =>
				await activated(stage, { registerFor: 'app', events: ['calls'] }, 'calls'),
			check: 'App webhook',
			fix: /^Publish \(activate\) .* for messages, which adds the field\.$/,
			mend: async ({ stage }) => await activated(stage),
		},
	],
	publish: [
		{
			...webhook,
			what: 'nothing is registered',
			breakIt: async () => {},
			fix: /^Publish \(activate\) a workflow with the WhatsApp Cloud API Trigger\.$/,
			mend: async ({ stage }) => await activated(stage),
		},
	],
	publishForNumber: [
		{
			what: 'nothing is registered for a second number',
			breakIt: async () => {},
			check: 'Webhook',
			about: SECOND,
			fix: /and this phone number, if its messages should start one\.$/,
			mend: async ({ stage }) => {
				const { phoneNumbers } = await stage.control.state();
				const value = phoneNumbers.find((one) => one.displayPhoneNumber === SECOND)?.id ?? '';
				const phoneNumber = { __rl: true, mode: 'id', value };
				await activated(stage, { registerFor: 'phoneNumber', phoneNumber }, 'second');
			},
		},
	],
	endTestRun: [
		leftTest(
			{
				what: 'a test run that never ended, and Webhook → Clean Up is used',
				fix: /or use Webhook → Clean Up, which restores what it replaced\.$/,
			},
			async ({ stage }) => await output(stage, 'webhook', 'cleanUp'),
		),
		leftTest(
			{
				what: 'a test run that never ended, and its workflow is published again',
				fix: /^The test run never ended\. Publish \(activate\) its workflow again/,
			},
			async (_, live) => {
				await live.deactivate();
				await live.activate();
			},
		),
	],
	stopTestRun: [runningTest()],
	takeOverNumber: [
		{
			...webhook,
			what: 'the number delivers to another program',
			breakIt: async (bench) => {
				await subscribe(bench);
				await registerForNumber(bench.stage, bench.foreign.url);
			},
			fix: /"Take Over Callback" on\. The other place then receives nothing\.$/,
			mend: async ({ stage }) => await activated(stage, { options: { takeOver: true } }),
		},
	],
	takeOverAccount: [
		{
			...webhook,
			what: 'a number of coexistence, and the account delivers to another program',
			breakIt: async (bench) => {
				await onBusinessApp(bench);
				await registerForAccount(bench);
			},
			fix: /"Register For: WhatsApp Business Account", and the option "Take Over Callback" on\.$/,
			mend: async ({ stage }) =>
				await activated(stage, { ...WHOLE_ACCOUNT, options: { takeOver: true } }),
		},
	],
	registerForAccount: [
		{
			...webhook,
			what: 'a number of coexistence, and the app delivers to another program',
			breakIt: async (bench) => {
				await onBusinessApp(bench);
				await registerForApp(bench.stage, bench.foreign.url);
			},
			fix: /and "Register For: WhatsApp Business Account"\.$/,
			mend: async ({ stage }) => await activated(stage, WHOLE_ACCOUNT),
		},
	],
	registerForNumber: [
		{
			...webhook,
			what: 'the app delivers to another program',
			breakIt: async ({ stage, foreign }) => await registerForApp(stage, foreign.url),
			fix: /^If messages should arrive here, .*"Register For: Phone Number"; .*\/crm stays/,
			mend: async ({ stage }) => await activated(stage, { registerFor: 'phoneNumber' }),
			leaves: OTHERS_STAY,
		},
		{
			...webhook,
			what: 'the account delivers to another program',
			breakIt: registerForAccount,
			fix: /^If messages should arrive here, .*"Register For: Phone Number"; .*\/crm stays/,
			mend: async ({ stage }) => await activated(stage, { registerFor: 'phoneNumber' }),
			leaves: OTHERS_STAY,
		},
	],
	addMessagesThenNumber: [
		{
			...webhook,
			what: 'the app delivers to another program, and has no field for messages',
			breakIt: async ({ stage, foreign }) =>
				await registerForApp(stage, foreign.url, 'account_update'),
			fix: /^First add "messages" under .* Then publish .*"Register For: Phone Number"/,
			mend: async ({ stage, foreign }) => {
				await registerForApp(stage, foreign.url, 'account_update,messages');
				await activated(stage, { registerFor: 'phoneNumber' });
			},
			leaves: OTHERS_STAY,
		},
	],
	replaceUnused: [
		{
			...answer,
			what: 'a workflow that is not published any more has left its callback behind',
			breakIt: async (bench) => await leaveBehind(bench, 'gone', false),
			fix: /^Publish \(activate\) the workflow that should receive the messages; it replaces/,
			mend: async ({ stage }) => await activated(stage, {}, 'next'),
		},
	],
	reachOwnAddress: [
		{
			...answer,
			what: 'n8n cannot call its own address',
			breakIt: async (bench) => {
				await activated(bench.stage);
				await bench.cutOwnCalls(true);
			},
			fix: /^Let n8n call its own public address \(hairpin NAT, proxy, list of allowed addresses\)/,
			mend: async (bench) => await bench.cutOwnCalls(false),
		},
	],
	checkServer: [404, 503].map(
		(status): Case => ({
			...answer,
			what: `another program answers ${status}`,
			breakIt: async (bench) => {
				await subscribe(bench);
				await registerForNumber(bench.stage, bench.foreign.url);
				bench.foreign.verificationStatus = status;
			},
			fix: /^Check the server that this URL belongs to\.$/,
			mend: async ({ foreign }) => {
				foreign.verificationStatus = undefined;
			},
			leaves: /those to \+1 555-010-0100.* do not arrive at this n8n/,
			isElsewhere: true,
		}),
	),
};
