import type { IDataObject } from 'n8n-workflow';
import { diagnose as diagnoseSubject } from '../../../../cloud-api/accounts/diagnosis/diagnose';
import { CloudApiError } from '../../../../cloud-api/errors/cloudApiError';
import { graphOf } from '../../../shared/graph';
import { n8nTransport } from '../../../shared/n8nTransport';
import type { Call, Operation } from '../../runtime/operation';

export const diagnose: Operation = {
	name: 'Diagnose',
	value: 'diagnose',
	action: 'Diagnose the set-up',
	description:
		'Check token, permissions, app, account, phone number and webhook, and say what is wrong and how to fix it. One item for each check, the verdict last.',
	fields: [
		{
			displayName: 'Fix',
			name: 'fix',
			type: 'collection',
			placeholder: 'Add fix',
			default: {},
			description: 'What may be put right on the way. Without any, nothing is changed.',
			options: [
				{
					displayName: 'Register with PIN',
					name: 'registerPin',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: 'Six digits. The number is registered with it if it is not registered.',
				},
				{
					displayName: 'Subscribe the App',
					name: 'subscribe',
					type: 'boolean',
					default: true,
					description: 'Whether to subscribe the app to the account if it is not subscribed',
				},
			],
		},
	],
	async run(call) {
		const { credential, param, context } = call;
		const fix = param.group('fix');
		const { findings, verdict } = await diagnoseSubject({
			// Not the call's own: a refused token, which is a finding here, would stop the run there.
			graph: graphOf(context, credential),
			accessToken: credential.accessToken,
			appId: credential.appId,
			hasAppSecret: credential.appSecret !== '',
			businessAccountId: credential.businessAccountId,
			phoneNumberId: credential.phoneNumberId,
			ownOrigin: ownOrigin(call),
			probe: async (url) => await probe(call, url),
			now: Math.floor(Date.now() / 1000),
			repair: {
				subscribe: fix.flag('subscribe'),
				registerPin: fix.optionalText('registerPin'),
			},
		});
		const worst = ['failed', 'warning'].find((one) =>
			findings.some(({ status }) => status === one),
		);
		return [
			...(findings as unknown as IDataObject[]),
			{ check: 'Verdict', status: worst ?? 'ok', found: verdict },
			// The editor's table writes "undefined" where a column is missing.
		].map((line) => ({ ...line, fix: line.fix ?? '' }));
	},
};

/** The address under which Meta reaches this n8n: that of its resume links. */
function ownOrigin({ context, itemIndex }: Call): string | undefined {
	try {
		return new URL(String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex)))
			.origin;
	} catch {
		return undefined;
	}
}

async function probe({ context, credential }: Call, url: string): Promise<number | undefined> {
	try {
		const { status } = await n8nTransport(
			context,
			credential,
		)({
			method: 'GET',
			url: url.split('?')[0],
			query: {
				...Object.fromEntries(new URL(url).searchParams),
				'hub.mode': 'subscribe',
				'hub.challenge': 'diagnose',
				'hub.verify_token': 'diagnose',
			},
			authentication: 'none',
			timeout: 10_000,
		});
		return status;
	} catch (error) {
		return unanswered(error);
	}
}

function unanswered(error: unknown): undefined {
	if (error instanceof CloudApiError) return undefined;
	throw error;
}
