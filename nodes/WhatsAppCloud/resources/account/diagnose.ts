import type { IDataObject } from 'n8n-workflow';
import { diagnose as diagnoseSubject } from '../../../../cloud-api/accounts/diagnosis/diagnose';
import {
	judgeCallback,
	ownCallbackExample,
	type JudgedCallback,
} from '../../../shared/callbackOwner';
import { withDefaults } from '../../../shared/defaults';
import { ownPublicKey } from '../../../shared/flowKeys';
import { graphOf } from '../../../shared/graph';
import { number } from '../../fields/number';
import type { Call, Operation } from '../../runtime/operation';

export const diagnose: Operation = {
	name: 'Diagnose',
	value: 'diagnose',
	action: 'Diagnose the setup',
	description:
		'Check the token, permissions, app, accounts, phone numbers, and webhooks. Returns the verdict, then one item per check with the problem and its fix.',
	fields: [
		{
			displayName: 'Check',
			name: 'check',
			type: 'options',
			options: [
				{
					name: 'Everything',
					value: 'all',
					description: 'All accounts and phone numbers that the token can access',
				},
				{ name: 'One Phone Number', value: 'one' },
			],
			default: 'all',
			description: 'What to check besides the token and the app',
		},
		{ ...number, displayOptions: { show: { check: ['one'] } } },
		{
			displayName: 'Fix',
			name: 'fix',
			type: 'collection',
			placeholder: 'Add fix',
			default: {},
			description: 'Problems to fix during the check. Nothing is changed unless you add a fix.',
			options: [
				{
					displayName: 'Register with PIN',
					name: 'registerPin',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: 'Six digits. Registers numbers that are not registered.',
				},
				{
					displayName: 'Subscribe the App',
					name: 'subscribe',
					type: 'boolean',
					default: true,
					description: 'Whether to subscribe the app to accounts that it is not subscribed to',
				},
			],
		},
	],
	async run(call) {
		const { param, context, itemIndex } = call;
		const fix = param.group('fix');
		// Not the call's own: a rejected token, which is a finding here, would stop the run there.
		const graph = graphOf(context, call.credential);
		const credential = await withDefaults(graph, call.credential, EVERYTHING);
		const own = ownCallbackExample(context, itemIndex);
		const { findings, verdict } = await diagnoseSubject({
			graph,
			accessToken: credential.accessToken,
			renewsToken: credential.renewAutomatically,
			fromLogin: credential.kind === 'oAuth2',
			appId: credential.appId,
			hasAppSecret: credential.appSecret !== '',
			businessAccountId: credential.businessAccountId,
			phoneNumberId: credential.phoneNumberId,
			flowPublicKey: ownPublicKey(credential),
			onlyPhoneNumberId: param.text('check') === 'one' ? param.sender() : undefined,
			ownAddress: own && new URL(own).origin,
			judge: judge(call, own),
			now: Math.floor(Date.now() / 1000),
			repair: {
				subscribe: fix.flag('subscribe'),
				registerPin: fix.optionalText('registerPin'),
			},
		});
		const worst = ['failed', 'warning'].find((one) =>
			findings.some(({ status }) => status === one),
		);
		const firstFix = findings.find(({ status }) => status === worst)?.fix;
		return [
			{ check: 'Verdict', status: worst ?? 'ok', found: verdict, fix: firstFix },
			...findings,
			// The editor's table shows missing values in red.
		].map(({ check, status, found, ...more }): IDataObject => {
			const { about = 'Whole setup', fix: how } = more as { about?: string; fix?: string };
			return { check, status, found, fix: how ?? 'Nothing to do', about };
		});
	},
};

/** What the diagnosis looks at beyond the token. */
const EVERYTHING = { phoneNumber: true, account: true };

/** Asks each callback URL once, however many numbers deliver to it. */
function judge(
	{ context, credential }: Call,
	own: string | undefined,
): (url: string) => Promise<JudgedCallback> {
	const asked = new Map<string, Promise<JudgedCallback>>();
	return async (url) => {
		const known = asked.get(url);
		if (known) return await known;
		const answer = judgeCallback(context, url, own, credential.appSecret);
		asked.set(url, answer);
		return await answer;
	};
}
