import { CloudApiError } from '../../errors/cloudApiError';
import { rethrow } from '../../errors/rethrow';
import { getPhoneNumber, listPhoneNumbers, type PhoneNumber } from '../phoneNumbers';
import { listReachableAccounts, type ReachableAccount } from '../reachableAccounts';
import type { AppSubscription } from '../subscriptions';
import { accountFindings, readAccount } from './account';
import { about, rejected, skipped, type Finding } from './finding';
import { fix } from './fixes';
import { defaultNumberFinding, numberFindings } from './number';
import type { Subject } from './subject';
import { tokenFindings } from './token';
import { verdictOf } from './verdict';
import { versionFinding } from './version';
import { appFinding, routeFindings, subscriptionFinding } from './webhook';

export interface Diagnosis {
	findings: Finding[];
	/** What works and what to fix first, in one or two sentences. */
	verdict: string;
}

/**
 * Checks everything that has to be right for messages to leave and to arrive: token and app, then each
 * account that the token reaches with all its phone numbers, or one chosen number.
 */
export async function diagnose(subject: Subject): Promise<Diagnosis> {
	const findings: Finding[] = [versionFinding(subject)];
	const token = await tokenFindings(subject);
	findings.push(...token.findings);
	if (token.usable) {
		const appId = subject.appId || token.facts?.appId;
		const app = await appFinding(subject);
		findings.push(app.finding);
		if (subject.onlyPhoneNumberId !== undefined) {
			findings.push(...(await oneNumber(subject, subject.onlyPhoneNumberId, app.subscription)));
		} else {
			findings.push(...(await ownAccount(subject, appId, app.subscription)));
			findings.push(...(await otherAccounts(subject, appId, app.subscription)));
		}
	}
	return { findings, verdict: verdictOf(findings) };
}

async function oneNumber(
	subject: Subject,
	phoneNumberId: string,
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	try {
		const number = await getPhoneNumber(subject.graph, phoneNumberId);
		return about(number.phoneNumber || phoneNumberId, [
			...(await numberFindings(subject, number)),
			...(await routeFindings(subject, number, app)),
			skipped('Account', 'Skipped: one phone number was chosen', fix('checkEverything')),
		]);
	} catch (error) {
		return [rejected('Phone number ID', 'The phone number could not be read', error)];
	}
}

/** The account of the credential, with its default number and all others. */
async function ownAccount(
	subject: Subject,
	appId: string | undefined,
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	const { businessAccountId } = subject;
	const account = await accountFindings(subject);
	if (!account.usable) {
		const number = await defaultNumberFinding(subject, undefined);
		const one = number.status === 'ok' ? await oneNumber(subject, subject.phoneNumberId, app) : [];
		return [...account.findings, number, ...one.filter(({ check }) => check !== 'Account')];
	}
	const subscription = await subscriptionFinding(subject, businessAccountId, appId);
	const listed = await numbersOf(subject, businessAccountId);
	return [
		...about(account.name || businessAccountId, [...account.findings, subscription]),
		await defaultNumberFinding(subject, listed.numbers),
		...listed.findings,
		...(await allNumbers(subject, listed.numbers ?? [], app)),
	];
}

/** What else the token can access; reports when that is unknown. */
async function otherAccounts(
	subject: Subject,
	appId: string | undefined,
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	const check = 'Other accounts';
	try {
		const { accounts, isComplete, reason } = await listReachableAccounts(subject.graph, {
			accessToken: subject.accessToken,
			asApp: false,
			businessAccountId: /^\d+$/.test(subject.businessAccountId) ? subject.businessAccountId : '',
		});
		const others = accounts.filter((one) => one.businessAccountId !== subject.businessAccountId);
		const findings: Finding[] = [];
		for (const one of others) findings.push(...(await wholeAccount(subject, one, appId, app)));
		if (!isComplete && reason) findings.push(skipped(check, `Skipped: ${lower(reason)}`));
		return findings;
	} catch (error) {
		if (!(error instanceof CloudApiError)) rethrow(error);
		return [skipped(check, 'Skipped: Meta does not list what the token can access')];
	}
}

async function wholeAccount(
	subject: Subject,
	{ businessAccountId, name }: ReachableAccount,
	appId: string | undefined,
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	const account = await readAccount(subject.graph, businessAccountId);
	const findings = [...account.findings];
	const label = account.name || name || businessAccountId;
	if (!account.usable) return about(label, findings);
	findings.push(await subscriptionFinding(subject, businessAccountId, appId));
	const { numbers = [], findings: unlisted } = await numbersOf(subject, businessAccountId);
	// Problems of other accounts do not affect what the credential is used for.
	return [
		...about(label, [...findings, ...unlisted]),
		...(await allNumbers(subject, numbers, app)),
	].map((finding) => (finding.status === 'failed' ? { ...finding, status: 'warning' } : finding));
}

async function numbersOf(
	{ graph }: Subject,
	businessAccountId: string,
): Promise<{ numbers?: PhoneNumber[]; findings: Finding[] }> {
	try {
		return { numbers: await listPhoneNumbers(graph, businessAccountId), findings: [] };
	} catch (error) {
		return {
			findings: [rejected('Phone numbers', 'The phone numbers could not be listed', error)],
		};
	}
}

/** The default number first. */
async function allNumbers(
	subject: Subject,
	numbers: readonly PhoneNumber[],
	app: AppSubscription | undefined,
): Promise<Finding[]> {
	const isDefault = (one: PhoneNumber) => one.phoneNumberId === subject.phoneNumberId;
	const ordered = [...numbers.filter(isDefault), ...numbers.filter((one) => !isDefault(one))];
	const findings: Finding[] = [];
	for (const number of ordered) {
		findings.push(
			...about(number.phoneNumber || number.phoneNumberId, [
				...(await numberFindings(subject, number)),
				...(await routeFindings(subject, number, app)),
			]),
		);
	}
	return findings;
}

function lower(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
