import type { IWebhookFunctions } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import { isWanted } from '../../../../nodes/WhatsAppCloudTrigger/delivery/scope';
import type { Settings } from '../../../../nodes/WhatsAppCloudTrigger/delivery/settings';
import { eventChoices } from '../../../../nodes/WhatsAppCloudTrigger/eventChoices';
import { readFilters } from '../../../../nodes/WhatsAppCloudTrigger/filters/filters';

const OWN = '106540352242922';
const ACCOUNT = '102290129340398';
const NOW = Date.parse('2026-01-01T12:00:00Z');

/** Whether a trigger for messages wants an event. */
function wants(settings: Partial<Settings>, event: Partial<WhatsAppEvent>): boolean {
	const context = {
		getNodeParameter: (_: string, fallback: unknown) => fallback,
	} as unknown as IWebhookFunctions;
	const all = {
		choices: eventChoices(['message']),
		filters: readFilters(context),
		phoneNumberId: '',
		businessAccountId: '',
		...settings,
	} as Settings;
	const whole = { event: 'message', field: 'messages', type: 'text', text: '', raw: {}, ...event };
	return isWanted(whole, all, NOW);
}

it('an event is wanted for its phone number', () => {
	const settings = { phoneNumberId: OWN, businessAccountId: ACCOUNT };
	expect(wants(settings, { phoneNumberId: OWN, businessAccountId: 'other' })).toBe(true);
	expect(wants(settings, { phoneNumberId: 'other', businessAccountId: ACCOUNT })).toBe(false);
});

it('an event without a phone number is wanted for its account', () => {
	const settings = { phoneNumberId: OWN, businessAccountId: ACCOUNT };
	expect(wants(settings, { businessAccountId: ACCOUNT })).toBe(true);
	expect(wants(settings, { businessAccountId: 'other' })).toBe(false);
	expect(wants(settings, {})).toBe(true);
	expect(wants({}, { businessAccountId: 'other', phoneNumberId: 'other' })).toBe(true);
});

it('a sample of the dashboard is wanted whatever its phone number and account', () => {
	const settings = { phoneNumberId: OWN, businessAccountId: ACCOUNT };
	const sample = { phoneNumberId: '123456123', businessAccountId: '0', isTestEvent: true } as const;
	expect(wants(settings, sample)).toBe(true);
	expect(wants(settings, { ...sample, event: 'status', status: 'read' })).toBe(false);
});
