import type { IWebhookFunctions } from 'n8n-workflow';
import { eventChoices } from '../eventChoices';
import type { EventChoice } from '../eventTable';
import { readFilters, type Filters } from '../filters/filters';
import { resolveTarget, type RegisterFor } from '../registerFor';
import { rememberedCallbacks } from '../registrationMemory';
import { LATE_REPLY } from './answers/lateReply';
import type { DeliveryCredential } from './recentSecrets';
import type { Report } from './reject';

/** The parameters of the node that a delivery needs, read once per delivery. */
export interface Settings {
	choices: EventChoice[];
	/** Only events of this phone number count; empty for any. */
	phoneNumberId: string;
	/** Only events of this account count; empty for any. Decides for events without phone number. */
	businessAccountId: string;
	filters: Filters;
	dropDuplicates: boolean;
	separateOutputs: boolean;
	includeRaw: boolean;
	forwardTestEvents: boolean;
	/** What late answers to Send and Wait for Response get; empty for nothing. */
	lateReply: string;
	markAsRead: 'no' | 'read' | 'typing';
	media: { download: boolean; maxBytes: number; seconds: number };
}

/** How a rejected delivery is reported: where, and behind how many outputs for events. */
export function readReporting(context: IWebhookFunctions): { report: Report; outputs: number } {
	const choices = eventChoices(context.getNodeParameter('events') as string[]);
	const isSeparate = context.getNodeParameter('outputMode', 'one') === 'separate';
	return {
		report: context.getNodeParameter('options.rejectedDeliveries', 'execution') as Report,
		outputs: isSeparate ? choices.length : 1,
	};
}

export function readSettings(context: IWebhookFunctions, credential: DeliveryCredential): Settings {
	const choices = eventChoices(context.getNodeParameter('events') as string[]);
	const registerFor = context.getNodeParameter('registerFor') as RegisterFor;
	const target = resolveTarget(registerFor, choices);
	const option = <T>(name: string, fallback: T) =>
		context.getNodeParameter(`options.${name}`, fallback) as T;
	return {
		choices,
		phoneNumberId:
			target === 'phoneNumber'
				? registeredFor(context, target, credential.phoneNumberId)
				: registerFor === 'automatic'
					? chosenNumber(context)
					: '',
		businessAccountId:
			target === 'businessAccount'
				? registeredFor(context, target, credential.businessAccountId)
				: target === 'phoneNumber'
					? credential.businessAccountId
					: '',
		filters: readFilters(context),
		dropDuplicates: option('dropDuplicates', true),
		separateOutputs: context.getNodeParameter('outputMode', 'one') === 'separate',
		includeRaw: option('includeRaw', true),
		forwardTestEvents: option('forwardTestEvents', true),
		lateReply: option('lateReply', LATE_REPLY),
		markAsRead: option<Settings['markAsRead']>('markAsRead', 'no'),
		media: {
			download: context.getNodeParameter('downloadMedia', false) === true,
			maxBytes: option('maxFileSize', 16) * 1024 * 1024,
			seconds: option('downloadTimeout', 5),
		},
	};
}

/**
 * The phone number or account whose events this trigger receives: the chosen one, else the one it is
 * registered for, which stays valid when the credential's default changes, else the credential's.
 */
function registeredFor(
	context: IWebhookFunctions,
	level: 'phoneNumber' | 'businessAccount',
	fromCredential: string,
): string {
	const chosen = level === 'phoneNumber' ? chosenNumber(context) : '';
	const remembered = rememberedCallbacks(context)
		.filter((one) => one.level === level)
		.at(-1);
	return chosen || remembered?.id || fromCredential;
}

function chosenNumber(context: IWebhookFunctions): string {
	const chosen = context.getNodeParameter('phoneNumber', '', { extractValue: true });
	return String(chosen ?? '').trim();
}
