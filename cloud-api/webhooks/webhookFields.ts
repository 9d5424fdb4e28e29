/** One of Meta's webhook fields that an app can subscribe to (Meta: webhook fields). */
export interface WebhookField {
	/** Meta's name, e.g. `messages`. */
	field: string;
	/** Whether a callback of a number or an account receives it; otherwise it always goes to the app's own. */
	followsOverrides: boolean;
}

const OVERRIDABLE = [
	'account_settings_update',
	'calls',
	'consumer_profile',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'history',
	'message_echoes',
	'messages',
	'messaging_handovers',
	'smb_app_state_sync',
	'smb_message_echoes',
	'standby',
];

const APP_ONLY = [
	'account_alerts',
	'account_review_update',
	'account_update',
	'automatic_events',
	'business_capability_update',
	'business_status_update',
	'business_username_updates',
	'flows',
	'message_template_components_update',
	'message_template_quality_update',
	'message_template_status_update',
	'partner_solutions',
	'payment_configuration_update',
	'phone_number_name_update',
	'phone_number_quality_update',
	'security',
	'template_category_update',
	'template_correct_category_detection',
	'tracking_events',
	'user_preferences',
];

export const WEBHOOK_FIELDS: readonly WebhookField[] = [
	...OVERRIDABLE.map((field) => ({ field, followsOverrides: true })),
	...APP_ONLY.map((field) => ({ field, followsOverrides: false })),
].sort((a, b) => a.field.localeCompare(b.field));

const overridable: ReadonlySet<string> = new Set(OVERRIDABLE);

/** Whether a field reaches a callback of a number or an account; of an unknown field one cannot be sure. */
export function followsOverrides(field: string): boolean {
	return overridable.has(field);
}
