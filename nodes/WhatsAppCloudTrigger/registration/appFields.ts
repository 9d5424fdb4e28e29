import type { IHookFunctions } from 'n8n-workflow';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import type { RegisteredCallback } from '../../../cloud-api/accounts/callbackLevels';
import { GraphError } from '../../../cloud-api/errors/cloudApiError';
import {
	hasSameWebhookId,
	isPlaceholder,
	isTestUrl,
	isTriggerUrl,
	placeholderUrl,
} from '../../shared/callbackUrl';
import { ownerOf, verifyTokenOf } from './ownership';
import type { Plan } from './plan';
import { fieldsMissing } from './registrationErrors';
import { writeCallback } from './writeCallback';

/**
 * Callbacks of phone numbers and accounts receive only the fields that the app itself is subscribed
 * to, so the app's list has to hold ours. The list is shared: it only grows. The callback of another
 * program stays, and its list with it.
 *
 * @returns the app's callback as it is now, or nothing when it needed no change
 * @throws InvalidInputError when fields are missing and the list is not ours to change
 */
export async function subscribeFields(
	context: IHookFunctions,
	plan: Plan,
	current: RegisteredCallback | undefined,
): Promise<RegisteredCallback | undefined> {
	const missing = plan.fields.filter((field) => !current?.fields?.includes(field));
	const fields = union(plan.fields, current?.fields);
	const placeholder = { url: placeholderUrl(plan.url), fields };
	if (current === undefined || isOutdated(plan, current.url)) {
		await writeCallback(plan, plan.appLevel, placeholder);
		return placeholder;
	}
	if (missing.length === 0) return undefined;
	if (!isTriggerUrl(current.url)) throw fieldsMissing(plan.appId, missing, current.url);
	const extended = { url: current.url, fields };
	try {
		const verifyToken = verifyTokenOf(plan, current.url);
		await plan.appLevel.write({ url: current.url, verifyToken }, fields);
		return extended;
	} catch (error) {
		// Meta could not verify that callback: it may be in use all the same.
		if (!(error instanceof GraphError) || error.envelope.code !== 2200) rethrow(error);
		const owner = await ownerOf(context, plan, current);
		if (owner !== 'own' && owner !== 'placeholder' && owner !== 'unused')
			throw fieldsMissing(plan.appId, missing, current.url);
		await writeCallback(plan, plan.appLevel, placeholder);
		return placeholder;
	}
}

/** A placeholder of this trigger under a former address, or one that ends with a test run. */
function isOutdated(plan: Plan, url: string): boolean {
	if (!isPlaceholder(url) || url === placeholderUrl(plan.url)) return false;
	return hasSameWebhookId(url, plan.url) || (!plan.isTest && isTestUrl(url, plan.url, false));
}

export function union(fields: readonly string[], more: readonly string[] = []): string[] {
	return [...new Set([...fields, ...more])].sort();
}
