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
	const { phoneNumberId, businessAccountId, choices, filters } = settings;
	if (phoneNumberId && event.phoneNumberId && event.phoneNumberId !== phoneNumberId) return false;
	if (businessAccountId && event.businessAccountId && event.businessAccountId !== businessAccountId)
		return false;
	return choiceOf(event, choices) >= 0 && passes(event, filters, now);
}
