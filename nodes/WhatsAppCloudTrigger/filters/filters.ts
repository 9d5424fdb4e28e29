import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { businessNumberKeys, isForOneOf, isFromOneOf, senderKeys } from './people';
import { textCondition, type TextCondition } from './textCondition';

/** The filters of the node; an empty filter accepts everything. */
export interface Filters {
	phoneNumberIds: ReadonlySet<string>;
	senders: ReadonlySet<string>;
	messageTypes: ReadonlySet<string>;
	statuses: ReadonlySet<string>;
	groups: 'include' | 'exclude' | 'only';
	/** Milliseconds; 0 for any age. */
	maxAge: number;
	/** At least one of them must hold. */
	texts: TextCondition[];
}

/** @throws InvalidInputError for an invalid regular expression, sender, or phone number */
export function readFilters(context: IWebhookFunctions | IHookFunctions): Filters {
	const filter = <T>(name: string, fallback: T) =>
		(context as IHookFunctions).getNodeParameter(`filters.${name}`, fallback) as T;
	return {
		phoneNumberIds: businessNumberKeys(listed(filter('phoneNumberIds', ''))),
		senders: senderKeys(listed(filter('senders', ''))),
		messageTypes: new Set(filter<string[]>('messageTypes', [])),
		statuses: new Set(filter<string[]>('statuses', [])),
		groups: filter<Filters['groups']>('groups', 'include'),
		maxAge: filter('maxAgeMinutes', 0) * 60_000,
		texts: filter<Array<Parameters<typeof textCondition>[0]>>('text.conditions', []).map(
			textCondition,
		),
	};
}

/**
 * Whether an event passes the filters. A filter applies only to events that have the field it is
 * about: messages pass a filter for statuses, and statuses pass one for text.
 */
export function passes(event: WhatsAppEvent, filters: Filters, now: number): boolean {
	const { phoneNumberIds, senders, messageTypes, statuses, groups, maxAge, texts } = filters;
	const isMessage = event.type !== undefined;
	if (phoneNumberIds.size > 0 && event.phoneNumberId && !isForOneOf(event, phoneNumberIds))
		return false;
	if (maxAge > 0 && event.timestamp && now - Date.parse(event.timestamp) > maxAge) return false;
	if (event.event === 'status' && statuses.size > 0 && !statuses.has(String(event.status)))
		return false;
	if (isMessage && groups !== 'include' && (groups === 'only') !== (event.groupId !== undefined))
		return false;
	if (senders.size > 0 && hasPerson(event) && !isFromOneOf(event, senders)) return false;
	if (!isMessage) return true;
	if (messageTypes.size > 0 && !messageTypes.has(messageType(event))) return false;
	return texts.length === 0 || texts.some((condition) => condition(event));
}

/** The message type for the filter: a tap on any button is a `button_reply`. */
export function messageType(event: WhatsAppEvent): string {
	if (event.type === 'button') return 'button_reply';
	if (event.type === 'interactive') return String(event.interactiveType ?? 'interactive');
	return String(event.type);
}

function hasPerson(event: WhatsAppEvent): boolean {
	return event.from !== undefined || event.userId !== undefined || event.to !== undefined;
}

/** The entries of a list that was written with commas, semicolons, or lines, or given as one. */
function listed(text: unknown): string[] {
	const entries = Array.isArray(text) ? text.map(String) : String(text ?? '').split(/[,;\n]/);
	return [...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
}
