import type { IHookFunctions } from 'n8n-workflow';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import {
	listNumberCallbacks,
	readNumberCallbacks,
	type NumberCallbacks,
} from '../../../cloud-api/accounts/subscriptions';
import { GraphError, type InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { isSameTrigger } from '../../shared/callbackUrl';
import { probeCallback } from '../../shared/probeCallback';
import { verifyTokenOf } from './ownership';
import type { Plan } from './plan';
import { allShadowed, notInAccount, notRegistered } from './registrationErrors';

type NumberOfAccount = NumberCallbacks & { phoneNumberId: string };

/**
 * Makes sure that events can arrive at the callback once it is registered. While n8n starts, what is
 * found goes to the log instead: a callback that is in place stays in place.
 *
 * @throws InvalidInputError when the number is not of the account, is not registered, or all numbers
 *   of the account have callbacks of their own
 */
export async function checkEffect(context: IHookFunctions, plan: Plan): Promise<void> {
	const finding =
		plan.target === 'phoneNumber' ? await numberFinding(plan) : await shadowFinding(context, plan);
	if (finding === undefined) return;
	if (!plan.isRestart) throw finding;
	warn(context, finding.message);
}

async function numberFinding(plan: Plan): Promise<InvalidInputError | undefined> {
	const numbers = await numbersOf(plan);
	const own = numbers?.find(({ phoneNumberId }) => phoneNumberId === plan.phoneNumberId);
	if (numbers !== undefined && own === undefined) return notInAccount(plan);
	const { isRegistered } = own ?? (await readNumberCallbacks(plan.graph, plan.phoneNumberId));
	return isRegistered ? undefined : notRegistered(plan);
}

async function shadowFinding(
	context: IHookFunctions,
	plan: Plan,
): Promise<InvalidInputError | undefined> {
	if (plan.businessAccountId === '') return undefined;
	const numbers = (await numbersOf(plan)) ?? [];
	const others = numbers.filter((one) => {
		const closer = one.phoneNumber ?? (plan.target === 'app' ? one.businessAccount : undefined);
		return closer !== undefined && !isSameTrigger(closer, plan.url);
	});
	if (others.length === 0) return undefined;
	const names = others.map((one) => one.displayPhoneNumber ?? one.phoneNumberId);
	if (plan.target === 'businessAccount' && others.length === numbers.length)
		return allShadowed(plan, names);
	warn(
		context,
		`messages of ${names.join(', ')} do not arrive here, because a more specific callback is registered for them`,
	);
	return undefined;
}

/** The numbers of the account; nothing when Meta does not let the token list them. */
async function numbersOf(plan: Plan): Promise<NumberOfAccount[] | undefined> {
	try {
		return await listNumberCallbacks(plan.graph, plan.businessAccountId);
	} catch (error) {
		if (error instanceof GraphError && error.retry === 'never') return undefined;
		rethrow(error);
	}
}

/** Says in the log when n8n cannot call its own public URL: Meta can, but test runs need it, too. */
export async function warnIfUnreachable(context: IHookFunctions, plan: Plan): Promise<void> {
	const probe = await probeCallback(context, plan.url, verifyTokenOf(plan, plan.url));
	if (probe.state === 'answers') return;
	const reason = probe.state === 'unknown' ? probe.reason : 'another answer than this workflow’s';
	warn(
		context,
		`Meta reaches ${plan.url}, but n8n itself does not (${reason}). Events arrive. To run tests beside production, let n8n call its own public address, or turn off the option "Forward Test Events"`,
	);
}

function warn({ logger }: IHookFunctions, text: string): void {
	logger.warn(`WhatsApp Cloud API Trigger: ${text}`);
}
