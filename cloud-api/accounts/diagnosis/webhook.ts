import type { PhoneNumber } from '../phoneNumbers';
import {
	readAccountSubscription,
	readAppSubscription,
	subscribeToAccount,
	type AppSubscription,
} from '../subscriptions';
import { failed, ok, rejected, skipped, warning, type Finding } from './finding';
import { fix, type Fix } from './fixes';
import type { CallbackVerdict, Subject } from './subject';

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
			fix('subscribeAccount'),
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
				fix('appForWebhook'),
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
					fix('publishForApp'),
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
		fix(owner === 'otherProgram' ? 'addMessagesField' : 'publishForMessages'),
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
		fix(isMain ? 'publish' : 'publishForNumber'),
	);
}

function ownRoute(place: string, { isTest, answer }: CallbackVerdict): Finding {
	if (!isTest) return ok('Webhook', `${place}, which is this n8n`);
	return warning(
		'Webhook',
		`${place}, which is a test run of this n8n`,
		fix(answer === 'unused' ? 'endTestRun' : 'stopTestRun'),
	);
}

/** What to do so that messages arrive here. */
async function fixForElsewhere(
	subject: Subject,
	level: string,
	{ onBusinessApp }: PhoneNumber,
	app: AppSubscription | undefined,
	url: string,
): Promise<Fix> {
	if (level === 'the number') {
		return fix('takeOverNumber');
	}
	if (onBusinessApp) {
		return fix(level === 'the account' ? 'takeOverAccount' : 'registerForAccount');
	}
	// The list of fields of another program's callback is changed by hand only.
	const lacksMessages =
		app !== undefined &&
		!app.fields.includes('messages') &&
		(await subject.judge(app.callbackUrl)).owner === 'otherProgram';
	return fix(lacksMessages ? 'addMessagesThenNumber' : 'registerForNumber', shown(url));
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
				fix('replaceUnused'),
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
				fix('reachOwnAddress'),
			);
	}
}

function answerOfOther(url: string, { answer, reason, status }: CallbackVerdict): Finding {
	const check = 'Webhook answer';
	if (answer === 'unknown' && (status === undefined || status >= 500)) {
		return warning(
			check,
			`${shown(url)} does not respond to n8n (${reason ?? 'no response'}). Meta may still reach it`,
			fix('checkServer'),
		);
	}
	if (answer === 'unused' || status === 404) {
		return warning(
			check,
			`${shown(url)} responds with 404, so nothing is listening`,
			fix('checkServer'),
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
