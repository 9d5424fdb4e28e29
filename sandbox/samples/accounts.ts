import type { MakeSample, SampleContext } from './sample';

const ALERT = {
	alert_severity: 'WARNING',
	alert_status: 'ACTIVE',
	alert_type: 'OBA_APPROVED',
	alert_description: 'The official business account request was approved.',
};

const entity = ({ number }: SampleContext) => ({
	entity_type: 'PHONE_NUMBER',
	entity_id: number.id,
});

const username = ({ number }: SampleContext) => ({
	display_phone_number: number.digits,
	username: 'sandbox.bakery',
	status: 'approved',
});

/** Account webhooks (Meta's pages "account_alerts" and "Usernames"). */
export const accountSamples: Record<string, MakeSample> = {
	account_alert: (context) => ({
		field: 'account_alerts',
		value: { ...entity(context), alert_info: ALERT },
	}),
	account_alert_flat: (context) => ({
		field: 'account_alerts',
		value: { ...entity(context), ...ALERT },
	}),
	business_username: (context) => ({
		field: 'business_username_updates',
		value: username(context),
	}),
	/** Meta's payload example names the field in the singular. */
	business_username_singular: (context) => ({
		field: 'business_username_update',
		value: username(context),
	}),
	account_disconnected: () => ({
		field: 'account_update',
		value: {
			event: 'PARTNER_REMOVED',
			waba_info: { waba_id: '300000000000001', owner_business_id: '200000000000001' },
			disconnection_info: { reason: 'ACCOUNT_DISCONNECTED', initiated_by: 'USER' },
		},
	}),
};
