import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { choiceOf } from '../eventChoices';
import { passes } from './filters';
import type { Settings } from './settings';

/**
 * Whether an event is this trigger's: of its number or account, chosen in the list, and through the
 * filters. Others do arrive: the app's callback gets everything, and after failures Meta may deliver
 * to all that are subscribed.
 */
export function isWanted(event: WhatsAppEvent, settings: Settings, now: number): boolean {
	const { phoneNumberId, businessAccountId, choices, filters } = settings;
	if (phoneNumberId && event.phoneNumberId && event.phoneNumberId !== phoneNumberId) return false;
	if (businessAccountId && event.businessAccountId && event.businessAccountId !== businessAccountId)
		return false;
	return choiceOf(event, choices) >= 0 && passes(event, filters, now);
}
