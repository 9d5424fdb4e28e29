/** One entry of the list "Events". */
export interface EventChoice {
	value: string;
	name: string;
	/** The card that n8n shows when the node is added, e.g. "On message received". */
	action: string;
	description: string;
	/** Meta's webhook fields that have to be subscribed to. */
	fields: string[];
	/** Other names under which Meta delivers these fields. */
	aliases?: string[];
	/** Names of the events of these fields that are meant; all of them when left out. */
	events?: string[];
}

export const EVENT_CHOICES: readonly EventChoice[] = [
	{
		value: 'account_alerts',
		name: 'Account Alert',
		action: 'On account alert',
		description: 'Meta raised or cleared an alert about limits, the profile, or the account',
		fields: ['account_alerts'],
	},
	{
		value: 'account_review_update',
		name: 'Account Review',
		action: 'On account review decided',
		description: 'The review of the WhatsApp Business Account was decided',
		fields: ['account_review_update'],
	},
	{
		value: 'account_settings_update',
		name: 'Account Settings',
		action: 'On account settings changed',
		description: 'Settings of a phone number changed, e.g. calling',
		fields: ['account_settings_update'],
	},
	{
		value: 'account_update',
		name: 'Account Update',
		action: 'On account restricted, banned, or updated',
		description: 'Violations, restrictions, bans, partners, business verification',
		fields: ['account_update'],
	},
	{
		value: 'automatic_events',
		name: 'Automatic Event',
		action: 'On lead or purchase detected',
		description: 'Meta detected a lead or a purchase in a conversation',
		fields: ['automatic_events'],
	},
	{
		value: 'business_capability_update',
		name: 'Business Capability',
		action: 'On messaging limit or number limit changed',
		description: 'The messaging limit or the number of allowed phone numbers changed',
		fields: ['business_capability_update'],
	},
	{
		value: 'business_status_update',
		name: 'Business Status',
		action: 'On business portfolio status changed',
		description: 'The status of the business portfolio changed',
		fields: ['business_status_update'],
	},
	{
		value: 'business_username_updates',
		name: 'Business Username',
		action: 'On business username changed',
		description: 'The username of the business was approved, reserved, or deleted',
		fields: ['business_username_updates'],
		aliases: ['business_username_update'],
	},
	{
		value: 'calls',
		name: 'Call',
		action: 'On call started, answered, or ended',
		description: 'Calls from and to customers, their statuses, recordings, and transcripts',
		fields: ['calls'],
	},
	{
		value: 'smb_app_state_sync',
		name: 'Contact Sync',
		action: 'On contact added or removed in the app',
		description: 'A contact was added or removed in the WhatsApp Business app',
		fields: ['smb_app_state_sync'],
	},
	{
		value: 'messaging_handovers',
		name: 'Conversation Handover',
		action: 'On conversation handed over',
		description: 'Another app or agent took or passed control of a conversation',
		fields: ['messaging_handovers'],
	},
	{
		value: 'flows',
		name: 'Flow Health',
		action: 'On flow status or health changed',
		description: 'The status of a flow changed, or its endpoint is slow or fails',
		fields: ['flows'],
	},
	{
		value: 'groups',
		name: 'Group Update',
		action: 'On group changed, joined, or left',
		description: 'A group was created, changed, or deleted; people joined, left, or asked to join',
		fields: [
			'group_lifecycle_update',
			'group_participants_update',
			'group_settings_update',
			'group_status_update',
		],
	},
	{
		value: 'history',
		name: 'History',
		action: 'On chat history synced',
		description: 'Messages from before the phone number was connected to the Cloud API',
		fields: ['history'],
	},
	{
		value: 'user_action',
		name: 'Link Click',
		action: 'On marketing message link clicked',
		description: 'A customer clicked a link in a marketing message',
		fields: ['messages'],
		events: ['user_action'],
	},
	{
		value: 'user_preferences',
		name: 'Marketing Preference',
		action: 'On marketing messages stopped or resumed',
		description: 'A customer stopped or resumed marketing messages',
		fields: ['user_preferences'],
	},
	{
		value: 'message',
		name: 'Message',
		action: 'On message received',
		description:
			'A customer sent a message or a file, tapped a button, reacted, or placed an order. Includes message types that Meta adds.',
		fields: ['messages'],
		events: ['message', 'messages'],
	},
	{
		value: 'message_echo',
		name: 'Message Echo',
		action: 'On message sent from the app',
		description: 'The business sent a message by other means, e.g. with the WhatsApp Business app',
		fields: ['smb_message_echoes', 'message_echoes'],
	},
	{
		value: 'status',
		name: 'Message Status',
		action: 'On message sent, delivered, read, or failed',
		description: 'A message that you sent was sent, delivered, read, played, or failed',
		fields: ['messages'],
		events: ['status'],
	},
	{
		value: 'error',
		name: 'Number or Account Error',
		action: 'On phone number or account error',
		description: 'Meta reports an error of the phone number or the account as a whole',
		fields: ['messages'],
		events: ['error'],
	},
	{
		value: 'partner_solutions',
		name: 'Partner Solution',
		action: 'On partner solution changed',
		description: 'The status of a partner solution changed',
		fields: ['partner_solutions'],
	},
	{
		value: 'payment_configuration_update',
		name: 'Payment Configuration',
		action: 'On payment configuration changed',
		description: 'A payment configuration changed',
		fields: ['payment_configuration_update'],
	},
	{
		value: 'phone_number_name_update',
		name: 'Phone Number Name',
		action: 'On display name approved or rejected',
		description: 'A display name was approved or rejected',
		fields: ['phone_number_name_update'],
	},
	{
		value: 'phone_number_quality_update',
		name: 'Phone Number Quality',
		action: 'On throughput or messaging limit changed',
		description: 'The throughput or the messaging limit of a phone number changed',
		fields: ['phone_number_quality_update'],
	},
	{
		value: 'security',
		name: 'Security',
		action: 'On two-step PIN changed or reset',
		description: 'The two-step verification PIN was changed, or a reset was requested',
		fields: ['security'],
	},
	{
		value: 'standby',
		name: 'Standby Message',
		action: 'On message handled by another app',
		description: 'Messages and statuses in conversations that another app controls',
		fields: ['standby'],
	},
	{
		value: 'template_category_update',
		name: 'Template Category',
		action: 'On template category changed',
		description: 'The category of a template changed or will change',
		fields: ['template_category_update'],
	},
	{
		value: 'template_correct_category_detection',
		name: 'Template Category Mismatch',
		action: 'On message in the wrong template category',
		description: 'Meta assigns a message to another category than the one it was sent with',
		fields: ['template_correct_category_detection'],
	},
	{
		value: 'message_template_components_update',
		name: 'Template Edit',
		action: 'On template edited',
		description: 'The text or the buttons of a template were edited',
		fields: ['message_template_components_update'],
	},
	{
		value: 'message_template_quality_update',
		name: 'Template Quality',
		action: 'On template quality changed',
		description: 'The quality score of a template changed',
		fields: ['message_template_quality_update'],
	},
	{
		value: 'message_template_status_update',
		name: 'Template Status',
		action: 'On template approved, rejected, or paused',
		description: 'A template was approved, rejected, paused, or disabled',
		fields: ['message_template_status_update'],
	},
	{
		value: 'tracking_events',
		name: 'Tracking Event',
		action: 'On conversion tracked',
		description: 'A conversion was tracked after a click in a marketing message',
		fields: ['tracking_events'],
	},
];
