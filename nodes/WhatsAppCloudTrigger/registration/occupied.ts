import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { hasSameWebhookId, isTestUrl, withoutQuery } from '../../shared/callbackUrl';
import type { Owner } from './ownership';
import type { Plan } from './plan';

/**
 * The error for a level that another callback holds. n8n shows the beginning of the message only, so
 * it starts with what to do and ends with the URL, without its query, which may hold somebody's secret.
 */
export function occupied(plan: Plan, owner: Owner, url: string): InvalidInputError {
	const { level } = plan;
	const advice = plan.isTest ? testAdvice(plan) : adviceFor(plan, owner, url);
	return new InvalidInputError(
		'callback',
		`${advice}. ${capital(level.title)} already delivers to ${holder(plan, owner, url)}, which was not changed: ${withoutQuery(url)}`,
		`${advice}.`,
	);
}

function adviceFor(plan: Plan, owner: Owner, url: string): string {
	if (owner === 'thisN8n' && isTestUrl(url, plan.url, plan.isTest))
		return 'Wait until the test run of the other workflow has ended, or stop it there; or turn on the option "Take Over Callback"';
	const elsewhere =
		plan.level.name === 'phoneNumber'
			? 'Choose another phone number'
			: 'Set Register For to "Phone Number"';
	if (plan.isRestart)
		return `${elsewhere}, or publish (activate) this workflow again with the option "Take Over Callback" on`;
	if (owner === 'thisN8n')
		return `${elsewhere}, unpublish (deactivate) the other workflow, or turn on the option "Take Over Callback"`;
	return `${elsewhere}, or turn on the option "Take Over Callback" to replace the existing callback`;
}

function testAdvice({ level }: Plan): string {
	return level.name === 'phoneNumber'
		? 'Test with another phone number, or publish (activate) the workflow with the option "Take Over Callback" on. A test would have to restore this callback, which only its owner can do'
		: 'Test with Register For: Phone Number, or publish (activate) the workflow with the option "Take Over Callback" on. A test would have to restore this callback, which only its owner can do';
}

function holder(plan: Plan, owner: Owner, url: string): string {
	if (owner === 'thisN8n')
		return isTestUrl(url, plan.url, plan.isTest)
			? 'a test run of another workflow of this n8n'
			: 'another workflow of this n8n';
	if (owner === 'unreachable')
		return 'what looks like another workflow of this n8n (n8n could not call it to find out whether it is in use)';
	if (hasSameWebhookId(url, plan.url))
		return 'this workflow under another address of n8n, or to a copy of it on another n8n';
	return 'another program or n8n';
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
