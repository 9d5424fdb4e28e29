import type { PhoneNumber } from '../phoneNumbers';
import {
	readAccountSubscription,
	readAppSubscription,
	subscribeToAccount,
	type AppSubscription,
} from '../subscriptions';
import { failed, ok, rejected, skipped, warning, type Finding } from './finding';
import type { CallbackVerdict, Subject } from './subject';

const PUBLISH = 'Publish (activate) a workflow with the WhatsApp Cloud API Trigger';

/** Whether this app is subscribed to an account. */
export async function subscriptionFinding(
	{ graph, repair }: Subject,
	businessAccountId: string,
	appId: string | undefined,
): Promise<Finding> {
	const check = 'Account subscription';
	if (!appId) return skipped(check, 'Skipped: the App ID is not known');
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
			`${PUBLISH} and this credential, use Webhook → Subscribe Account, or add the "Fix" of this operation.`,
		);
	} catch (error) {
		return rejected(check, 'The subscriptions of the account could not be read', error);
	}
}

/** The callback of the app itself, and whether its list of fields has messages. */
export async function appFinding(
	subject: Subject,
): Promise<{ finding: Finding; subscription?: AppSubscription; isKnown: boolean }> {
	const check = 'App webhook';
	if (subject.appId === '' || !subject.hasAppSecret) {
		return {
			finding: skipped(
				check,
				'Skipped: the credential has no App ID or no App Secret',
				'Copy both: App dashboard → App settings → Basic. The trigger requires them too.',
			),
			isKnown: false,
		};
	}
	try {
		const subscription = await readAppSubscription(subject.graph, subject.appId);
		if (!subscription) {
			return {
				finding: warning(
					check,
					'The app has no webhook for WhatsApp, so events of templates and accounts are not delivered',
					`${PUBLISH}, which subscribes the app.`,
				),
				isKnown: true,
			};
		}
		return { finding: await fieldsFinding(subject, subscription), subscription, isKnown: true };
	} catch (error) {
		return {
			finding: rejected(check, 'The webhook of the app could not be read', error),
			isKnown: false,
		};
	}
}

async function fieldsFinding(subject: Subject, app: AppSubscription): Promise<Finding> {
	const check = 'App webhook';
	const { fields, callbackUrl } = app;
	if (fields.includes('messages'))
		return ok(check, `${shown(callbackUrl)} with the fields ${fields.join(', ')}`);
	const { owner } = await subject.judge(callbackUrl);
	return warning(
		check,
		`The app's webhook has the fields ${fields.join(', ') || '(none)'}, but not "messages"`,
		owner === 'otherProgram'
			? 'Add "messages": App dashboard → WhatsApp → Configuration → Webhook fields.'
			: `${PUBLISH} for messages, which adds the field.`,
	);
}

/** Where messages of one phone number go, and whether somebody receives them there. */
export async function routeFindings(
	subject: Subject,
	number: PhoneNumber,
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	const { webhook: callbacks = {} } = number;
	const levels: Array<[string, string | undefined]> = [
		['the number', callbacks.number],
		['the account', callbacks.account],
		['the app', callbacks.app ?? app?.callbackUrl],
	];
	const [level, url] = levels.find(([, callback]) => callback) ?? [];
	if (!url || !level) return [nothingRegistered(subject, number)];
	const verdict = await subject.judge(url);
	if (verdict.isPlaceholder) return [nothingRegistered(subject, number)];
	const place = `Messages go to ${shown(url)} (set on ${level})`;
	if (verdict.owner === 'thisN8n') return [ownRoute(place, verdict), answerOfOwn(url, verdict)];
	return [
		{
			...warning(
				'Webhook',
				`${place}, which is not this n8n${subject.ownAddress ? ` (${subject.ownAddress})` : ''}`,
				await fixForElsewhere(subject, level, number, app, url),
			),
			isElsewhere: true,
		},
		answerOfOther(url, verdict),
	];
}

function nothingRegistered(subject: Subject, { phoneNumberId }: PhoneNumber): Finding {
	const isMain = [subject.phoneNumberId, subject.onlyPhoneNumberId].includes(phoneNumberId);
	return (isMain ? failed : warning)(
		'Webhook',
		'No callback URL is registered to receive messages',
		`${PUBLISH}${isMain ? '' : ' and this phone number, if its messages should start one'}.`,
	);
}

function ownRoute(place: string, { isTest, answer }: CallbackVerdict): Finding {
	if (!isTest) return ok('Webhook', `${place}, which is this n8n`);
	return warning(
		'Webhook',
		`${place}, which is a test run of this n8n`,
		answer === 'unused'
			? 'The test run never ended. Publish (activate) its workflow again, or use Webhook → Clean Up, which restores what it replaced.'
			: 'Stop the test run. The trigger then restores the previous callback URL.',
	);
}

/** What to do so that messages arrive here; each way has been tried by a test. */
async function fixForElsewhere(
	subject: Subject,
	level: string,
	{ onBusinessApp }: PhoneNumber,
	app: AppSubscription | undefined,
	url: string,
): Promise<string> {
	if (level === 'the number') {
		return `If messages should arrive here, ${lower(PUBLISH)} and the option "Take Over Callback" on. The other place then receives nothing.`;
	}
	if (onBusinessApp) {
		return level === 'the account'
			? `If messages should arrive here, ${lower(PUBLISH)}, "Register For: WhatsApp Business Account", and the option "Take Over Callback" on.`
			: `If messages should arrive here, ${lower(PUBLISH)} and "Register For: WhatsApp Business Account".`;
	}
	// The list of fields of another program's callback is changed by hand only.
	const lacksMessages =
		app !== undefined &&
		!app.fields.includes('messages') &&
		(await subject.judge(app.callbackUrl)).owner === 'otherProgram';
	const first = lacksMessages
		? 'First add "messages" under App dashboard → WhatsApp → Configuration → Webhook fields. Then'
		: 'If messages should arrive here,';
	return `${first} ${lower(PUBLISH)} and "Register For: Phone Number"; ${shown(url)} stays registered for other numbers.`;
}

/** A trigger that listens returns the challenge; n8n answers 404 where no workflow is published. */
function answerOfOwn(url: string, { answer, reason }: CallbackVerdict): Finding {
	const check = 'Webhook answer';
	switch (answer) {
		case 'answers':
			return ok(check, `${shown(url)} responds correctly`);
		case 'unused':
			return failed(
				check,
				`${shown(url)} responds with 404, so no published workflow is listening`,
				'Publish (activate) the workflow that should receive the messages; it replaces this callback.',
			);
		case 'otherToken':
			return ok(
				check,
				`${shown(url)} responds and expects another verify token (correct with Register For: Manually or another app secret)`,
			);
		default:
			return warning(
				check,
				`n8n cannot call its own address ${shown(url)} (${reason ?? 'no response'}). Meta may still reach it`,
				'Let n8n call its own public address (hairpin NAT, proxy, list of allowed addresses). Test runs need it to forward events.',
			);
	}
}

function answerOfOther(url: string, { answer, reason, status }: CallbackVerdict): Finding {
	const check = 'Webhook answer';
	if (answer === 'unknown' && (status === undefined || status >= 500)) {
		return warning(
			check,
			`${shown(url)} does not respond to n8n (${reason ?? 'no response'}). Meta may still reach it`,
			'Check the server that this URL belongs to.',
		);
	}
	if (answer === 'unused' || status === 404) {
		return warning(
			check,
			`${shown(url)} responds with 404, so nothing is listening`,
			'Check the server that this URL belongs to.',
		);
	}
	return ok(
		check,
		`${shown(url)} responds${status === undefined ? '' : ` (HTTP ${status}${status === 403 || status === 401 ? '; correct: it rejects unknown callers' : ''})`}`,
	);
}

/** A callback as it may be shown: without query, which can hold secrets. */
function shown(url: string): string {
	return url.split('?')[0];
}

function lower(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
