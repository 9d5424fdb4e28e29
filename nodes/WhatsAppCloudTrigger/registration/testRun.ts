import type { IHookFunctions } from 'n8n-workflow';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import type { Level, RegisteredCallback } from '../../../cloud-api/accounts/callbackLevels';
import {
	readAccountSubscription,
	readNumberCallbacks,
} from '../../../cloud-api/accounts/subscriptions';
import { GraphError, InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import {
	hasSameBase,
	isPlaceholder,
	isSameTrigger,
	isTestUrl,
	isTriggerUrl,
	placeholderUrl,
	replacedUrl,
	tokenOf,
	withoutQuery,
} from '../../shared/callbackUrl';
import { probeCallback } from '../../shared/probeCallback';
import { forgetBeforeTest, type BeforeTest } from '../registrationMemory';
import { union } from './appFields';
import { occupied } from './occupied';
import { ownerOf, verifyTokenOf, type Owner } from './ownership';
import type { Plan } from './plan';
import { writeCallback } from './writeCallback';

/** What to restore after a test: the callback that is there, or what an unfinished test replaced. */
export function toRestore(
	current: RegisteredCallback | undefined,
	plan: Plan,
): RegisteredCallback | undefined {
	if (current === undefined || !isTestUrl(current.url, plan.url, plan.isTest)) return current;
	const url = replacedUrl(current.url);
	return url === undefined ? undefined : { ...current, url };
}

/**
 * Makes sure that the callback at the level of a test run can be restored after it: its verify token
 * must be derivable, which holds for triggers with the same app secret only.
 *
 * @throws InvalidInputError otherwise
 */
export async function checkRestorable(
	context: IHookFunctions,
	plan: Plan,
	current: RegisteredCallback,
): Promise<void> {
	const owner = await ownerOf(context, plan, current);
	if (owner === 'own' || owner === 'placeholder' || owner === 'unused') return;
	if (owner !== 'foreign' && isTestUrl(current.url, plan.url, plan.isTest))
		throw occupied(plan, owner, current.url);
	if (await isRestorable(context, plan, current.url, owner)) return;
	throw occupied(plan, owner, current.url);
}

async function isRestorable(
	context: IHookFunctions,
	plan: Plan,
	url: string,
	owner: Owner,
): Promise<boolean> {
	if (!isTriggerUrl(url)) return false;
	if (owner === 'unreachable') return true;
	return (
		(await probeCallback(context, withoutQuery(url), verifyTokenOf(plan, url))).state === 'answers'
	);
}

/**
 * Finds who receives this trigger's events at the moment, at whatever level, and makes sure that the
 * test run can forward them there.
 *
 * @returns the callback URL; nothing when there is none, or when it is unused
 * @throws InvalidInputError when n8n cannot reach it: production would miss what arrives meanwhile
 */
export async function receiverToForwardTo(
	context: IHookFunctions,
	plan: Plan,
): Promise<string | undefined> {
	if (!plan.forwards) return undefined;
	const current = await currentReceiver(plan);
	const url =
		current !== undefined && isTestUrl(current, plan.url, plan.isTest)
			? replacedUrl(current)
			: current;
	if (url === undefined) return undefined;
	const probe = await probeCallback(context, url, verifyTokenOf(plan, url));
	if (probe.state === 'answers' || probe.state === 'rejects') return url;
	if (probe.state === 'notRegistered' && hasSameBase(url, plan.url)) return undefined;
	// Another program rejects a verify token that it does not know in its own way.
	if (!isTriggerUrl(url) && probe.state === 'unknown' && (probe.status ?? 500) < 500) return url;
	throw notForwardable(url, probe.state === 'unknown' ? probe.reason : 'HTTP 404');
}

function notForwardable(url: string, reason: string): InvalidInputError {
	return new InvalidInputError(
		'callback',
		`Let n8n call ${withoutQuery(url)}, or turn off the option "Forward Test Events": this test run could not forward to production what arrives meanwhile (${reason})`,
		'Nothing was changed, and production receives everything. n8n must be able to call its own public address: check the router (hairpin NAT), the proxy, and any list of allowed addresses. With the option off, production misses what arrives during a test.',
	);
}

async function currentReceiver(plan: Plan): Promise<string | undefined> {
	const candidates =
		plan.target === 'phoneNumber'
			? await receiversOfNumber(plan)
			: plan.target === 'businessAccount'
				? [
						(await readAccountSubscription(plan.graph, plan.businessAccountId, plan.appId))
							.overrideUrl,
						(await plan.appLevel.read())?.url,
					]
				: [(await plan.appLevel.read())?.url];
	return candidates.find((url) => url !== undefined && !isPlaceholder(url));
}

async function receiversOfNumber(plan: Plan): Promise<Array<string | undefined>> {
	const { phoneNumber, businessAccount, application } = await readNumberCallbacks(
		plan.graph,
		plan.phoneNumberId,
	);
	return [phoneNumber, businessAccount, application];
}

/** Restores what was registered before a test run. Logs what could not be restored. */
export async function endTest(
	context: IHookFunctions,
	plan: Plan,
	before: BeforeTest,
): Promise<void> {
	const isOurs = (url: string) => withoutQuery(url) === withoutQuery(plan.url);
	const notes = [await restore(plan, plan.level, before.callback, isOurs, before.ownAfter)];
	const { appAfter } = before;
	if (appAfter !== undefined && plan.target !== 'app') {
		const current = await plan.appLevel.read();
		// Whatever has changed the list since may depend on it.
		if (current !== undefined && isEqual(current, appAfter)) {
			const isUnchanged = (url: string) => url === appAfter.url;
			notes.push(await restore(plan, plan.appLevel, before.appCallback, isUnchanged));
		}
	}
	for (const note of notes) if (note) context.logger.warn(`WhatsApp Cloud API Trigger: ${note}`);
	forgetBeforeTest(context);
}

/**
 * Restores the callback of a level. One that Meta cannot verify any more, because its workflow was
 * unpublished meanwhile, cannot be restored; then the level is cleared and the next one applies.
 *
 * @returns words for the log when something could not be restored
 */
async function restore(
	plan: Plan,
	level: Level,
	before: RegisteredCallback | undefined,
	isOurs: (url: string) => boolean,
	after?: RegisteredCallback,
): Promise<string | undefined> {
	const current = await level.read();
	if (current === undefined) return undefined;
	const ours = isOurs(current.url);
	if (!ours && !(before && isSameTrigger(current.url, before.url))) return undefined;
	if (before === undefined) {
		if (ours) await level.clear();
		return undefined;
	}
	try {
		const verifyToken = tokenOf(before.url, plan.credential.appSecret);
		// Whatever has added fields since may depend on them.
		const isUnchanged = after === undefined || isEqual(current, after);
		const fields = isUnchanged ? before.fields : union(before.fields ?? [], current.fields);
		await level.write({ url: before.url, verifyToken }, fields ?? plan.fields);
		return undefined;
	} catch (error) {
		if (!(error instanceof GraphError)) rethrow(error);
		if (ours && error.envelope.code === 2200) await giveUp(plan, level, before.fields);
		return `After the test run, ${before.url} could not be registered for ${level.title} again (${error.message})`;
	}
}

/** Clears a level, but keeps the app's list of fields, which others may need, in a placeholder. */
async function giveUp(plan: Plan, level: Level, fields: string[] | undefined): Promise<void> {
	if (level.name !== 'app' || fields === undefined) await level.clear();
	else await writeCallback(plan, level, { url: placeholderUrl(plan.url), fields });
}

function isEqual(a: RegisteredCallback, b: RegisteredCallback): boolean {
	const text = ({ url, fields = [] }: RegisteredCallback) => [url, ...[...fields].sort()].join(' ');
	return text(a) === text(b);
}
