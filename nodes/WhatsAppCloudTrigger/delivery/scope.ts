import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { choiceOf } from '../eventChoices';
import { passes } from '../filters/filters';
import type { Settings } from './settings';

/**
 * Whether an event belongs to this trigger: its phone number or account, the chosen events, and the
 * filters. Other events do arrive: the callback of the app receives everything, and after failures
 * Meta may deliver to every subscribed app.
 */
export function isWanted(event: WhatsAppEvent, settings: Settings, now: number): boolean {
	const { choices, filters } = settings;
	if (choiceOf(event, choices) < 0) return false;
	// The samples of the dashboard's Test button have an account and a phone number of their own.
	if (event.isTestEvent) return true;
	return isInScope(event, settings) && passes(event, filters, now);
}

function isInScope(event: WhatsAppEvent, settings: Settings): boolean {
	const { phoneNumberId, businessAccountId } = settings;
	if (phoneNumberId !== '' && event.phoneNumberId !== undefined)
		return event.phoneNumberId === phoneNumberId;
	return (
		businessAccountId === '' ||
		event.businessAccountId === undefined ||
		event.businessAccountId === businessAccountId
	);
}
