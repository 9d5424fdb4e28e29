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
			: skipped('Account subscription', 'Needs an account and the App ID'),
		...app.findings,
		...(number
			? await callbackFindings(subject, app.subscription)
			: [skipped('Webhook', 'Needs a phone number that can be read')]),
	];
}

async function subscriptionFinding(subject: Subject, appId: string): Promise<Finding> {
	const check = 'Account subscription';
	const { graph, businessAccountId, repair } = subject;
	try {
		const { isSubscribed } = await readAccountSubscription(graph, businessAccountId, appId);
		if (isSubscribed) return ok(check, 'This app gets the events of the account');
		if (repair?.subscribe) {
			await subscribeToAccount(graph, businessAccountId);
			return ok(
				check,
				'This app did not get the events of the account; it has been subscribed just now',
			);
		}
		return failed(
			check,
			'This app is not subscribed to the account, so Meta delivers none of its messages',
			'Publish (activate) a workflow with the WhatsApp Cloud API Trigger and this credential, which subscribes it, or let this operation do it ("Fix").',
		);
	} catch (error) {
		return refused(check, 'The subscriptions of the account cannot be read', error);
	}
}

async function appFindings(
	subject: Subject,
): Promise<{ findings: Finding[]; subscription?: AppSubscription }> {
	const check = 'App webhook';
	if (subject.appId === '' || !subject.hasAppSecret) {
		return { findings: [skipped(check, 'Needs App ID and App Secret')] };
	}
	try {
		const subscription = await readAppSubscription(subject.graph, subject.appId);
		if (!subscription) {
			return {
				findings: [
					warning(
						check,
						'The app has no webhook for WhatsApp',
						'Template and account events need one, and without its list of fields Meta may leave out the callbacks of numbers and accounts, too. Publish (activate) the workflow with the WhatsApp Cloud API Trigger (again), which subscribes the app; for template and account events with "Register For: Whole App".',
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
		return { findings: [refused(check, 'The webhook of the app cannot be read', error)] };
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
		return [refused(check, 'Where the number delivers to cannot be read', error)];
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
				'Nothing is registered to receive messages',
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
						'Stop the test run: the trigger then puts back what stood before.',
					)
				: ok(check, `${place}, which is this n8n`)
			: warning(
					check,
					`${place}, which is not this n8n${subject.ownOrigin ? ` (${subject.ownOrigin})` : ''}`,
					'If messages should arrive here, publish (activate) the WhatsApp Cloud API Trigger with "Register For: Phone Number"; it leaves the other place untouched for other numbers.',
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
			`${shown(url)} does not answer`,
			'Start the server behind it, and make sure that the address is reachable from the internet with a valid certificate.',
		);
	}
	if (status === 404) {
		return failed(
			check,
			`${shown(url)} answers, but nobody listens there (404)`,
			isOwn
				? 'The workflow is not published any more. Publish (activate) it; if it is, unpublish (deactivate) it first.'
				: 'Check the server that this address belongs to.',
		);
	}
	if (status >= 500) {
		return failed(
			check,
			`${shown(url)} answers with HTTP ${status}`,
			'Look into the log of that server.',
		);
	}
	return ok(check, `${shown(url)} answers (HTTP ${status})`);
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
