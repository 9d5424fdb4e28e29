import {
	readAccountSubscription,
	readAppSubscription,
	readNumberCallbacks,
	subscribeToAccount,
	type AppSubscription,
	type NumberCallbacks,
} from '../subscriptions';
import { failed, ok, refused, skipped, warning, type Finding } from './finding';
import type { Subject } from './subject';

/** That events of the account reach the app, where they are delivered to, and whether that place answers. */
export async function webhookFindings(
	subject: Subject,
	{ account, number, appId }: { account: boolean; number: boolean; appId: string | undefined },
): Promise<Finding[]> {
	const app = await appFindings(subject);
	return [
		account && appId
			? await subscriptionFinding(subject, appId)
			: skipped('Account subscription', 'Requires an account and the App ID'),
		...app.findings,
		...(number
			? await callbackFindings(subject, app.subscription)
			: [skipped('Webhook', 'Requires a phone number that can be read')]),
	];
}

async function subscriptionFinding(subject: Subject, appId: string): Promise<Finding> {
	const check = 'Account subscription';
	const { graph, businessAccountId, repair } = subject;
	try {
		const { isSubscribed } = await readAccountSubscription(graph, businessAccountId, appId);
		if (isSubscribed) return ok(check, 'This app receives the events of the account');
		if (repair?.subscribe) {
			await subscribeToAccount(graph, businessAccountId);
			return ok(check, 'This app was not subscribed to the account and has now been subscribed');
		}
		return failed(
			check,
			'This app is not subscribed to the account, so Meta does not deliver its messages',
			'Publish (activate) a workflow with the WhatsApp Cloud API Trigger and this credential, which subscribes it, or add the "Fix" of this operation.',
		);
	} catch (error) {
		return refused(check, 'The subscriptions of the account could not be read', error);
	}
}

async function appFindings(
	subject: Subject,
): Promise<{ findings: Finding[]; subscription?: AppSubscription }> {
	const check = 'App webhook';
	if (subject.appId === '' || !subject.hasAppSecret) {
		return { findings: [skipped(check, 'Requires the App ID and App Secret')] };
	}
	try {
		const subscription = await readAppSubscription(subject.graph, subject.appId);
		if (!subscription) {
			return {
				findings: [
					warning(
						check,
						'The app has no webhook for WhatsApp',
						'Template and account events require one. Without its webhook fields, Meta may also skip the callback URLs of phone numbers and accounts. Publish (activate) a workflow with the WhatsApp Cloud API Trigger again, which subscribes the app. Use "Register For: Whole App" for template and account events.',
					),
				],
			};
		}
		const fields = subscription.fields.join(', ');
		return {
			subscription,
			findings: [
				subscription.fields.includes('messages')
					? ok(check, `${shown(subscription.callbackUrl)} with the fields ${fields}`)
					: warning(
							check,
							`The app's webhook has the fields ${fields || '(none)'}, but not "messages"`,
							'Add "messages": App dashboard → WhatsApp → Configuration → Webhook fields.',
						),
			],
		};
	} catch (error) {
		return { findings: [refused(check, 'The webhook of the app could not be read', error)] };
	}
}

async function callbackFindings(
	subject: Subject,
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	const check = 'Webhook';
	let callbacks: NumberCallbacks;
	try {
		callbacks = await readNumberCallbacks(subject.graph, subject.phoneNumberId);
	} catch (error) {
		return [refused(check, 'The callback URL of the phone number could not be read', error)];
	}
	const levels: Array<[string, string | undefined]> = [
		['the number', callbacks.phoneNumber],
		['the account', callbacks.businessAccount],
		['the app', callbacks.application ?? app?.callbackUrl],
	];
	const [level, url] = levels.find(([, callback]) => callback) ?? [];
	if (!url || !level) {
		return [
			failed(
				check,
				'No callback URL is registered to receive messages',
				'Publish (activate) a workflow with the WhatsApp Cloud API Trigger.',
			),
		];
	}
	const place = `Messages go to ${shown(url)} (set on ${level})`;
	const isOwn = subject.ownOrigin !== undefined && origin(url) === subject.ownOrigin;
	return [
		isOwn
			? /\/webhook-test\//.test(url)
				? warning(
						check,
						`${place}, which is a test run of this n8n`,
						'Stop the test run. The trigger then restores the previous callback URL.',
					)
				: ok(check, `${place}, which is this n8n`)
			: warning(
					check,
					`${place}, which is not this n8n${subject.ownOrigin ? ` (${subject.ownOrigin})` : ''}`,
					'If messages should arrive here, publish (activate) the WhatsApp Cloud API Trigger with "Register For: Phone Number"; the other callback URL then keeps all other phone numbers.',
				),
		await answerFinding(subject, url, isOwn),
	];
}

/** A trigger that is alive refuses a wrong verify token with 403; n8n answers 404 where no workflow is active. */
async function answerFinding(subject: Subject, url: string, isOwn: boolean): Promise<Finding> {
	const check = 'Webhook answer';
	const status = await subject.probe(url);
	if (status === undefined) {
		return failed(
			check,
			`${shown(url)} does not respond`,
			'Start the server, and make sure that the URL is reachable from the internet with a valid certificate.',
		);
	}
	if (status === 404) {
		return failed(
			check,
			`${shown(url)} responds with 404, so no workflow is listening`,
			isOwn
				? 'Publish (activate) the workflow. If it is published, unpublish (deactivate) it first.'
				: 'Check the server that this URL belongs to.',
		);
	}
	if (status >= 500) {
		return failed(
			check,
			`${shown(url)} responds with HTTP ${status}`,
			'Check the log of that server.',
		);
	}
	return ok(check, `${shown(url)} responds (HTTP ${status})`);
}

/** A callback as it may be shown: without query, which can hold secrets. */
function shown(url: string): string {
	return url.split('?')[0];
}

function origin(url: string): string | undefined {
	try {
		return new URL(url).origin;
	} catch {
		return undefined;
	}
}
