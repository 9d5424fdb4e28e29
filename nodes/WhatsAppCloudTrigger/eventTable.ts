/** One entry of the list "Events". */
export interface EventChoice {
	value: string;
	name: string;
	description: string;
	/** Meta's webhook fields that have to be subscribed to. */
	fields: string[];
	/** Names of the events of these fields that are meant; all of them when left out. */
	events?: string[];
}

const appOnly = 'Only with Register For: Whole App';

export const EVENT_CHOICES: readonly EventChoice[] = [
	{
		value: 'account_alerts',
		name: 'Account Alert',
		description: `Meta raised or cleared an alert about limits, the profile or the account. ${appOnly}.`,
		fields: ['account_alerts'],
	},
	{
		value: 'account_review_update',
		name: 'Account Review',
		description: `The review of the WhatsApp Business Account was decided. ${appOnly}.`,
		fields: ['account_review_update'],
	},
	{
		value: 'account_settings_update',
		name: 'Account Settings Changed',
		description: 'Settings of a phone number were changed, e.g. calling',
		fields: ['account_settings_update'],
	},
	{
		value: 'account_update',
		name: 'Account Update',
		description: `Violations, restrictions, bans, partners, verified business. ${appOnly}.`,
		fields: ['account_update'],
	},
	{
		value: 'automatic_events',
		name: 'Automatic Event',
		description: `Meta recognised a lead or a purchase in a conversation. ${appOnly}.`,
		fields: ['automatic_events'],
	},
	{
		value: 'business_capability_update',
		name: 'Business Capability',
		description: `Messaging limit or number limit changed. ${appOnly}.`,
		fields: ['business_capability_update'],
	},
	{
		value: 'business_status_update',
		name: 'Business Status',
		description: `The status of the business portfolio changed. ${appOnly}.`,
		fields: ['business_status_update'],
	},
	{
		value: 'business_username_updates',
		name: 'Business Username',
		description: `The username of the business was approved, reserved or deleted. ${appOnly}.`,
		fields: ['business_username_updates'],
	},
	{
		value: 'calls',
		name: 'Call',
		description: 'Calls by and to customers, and their states',
		fields: ['calls'],
	},
	{
		value: 'smb_app_state_sync',
		name: 'Contact Sync',
		description: 'A contact was added or removed in the WhatsApp Business app',
		fields: ['smb_app_state_sync'],
	},
	{
		value: 'messaging_handovers',
		name: 'Conversation Handover',
		description: 'Another app or agent took charge of a conversation, or passed it on',
		fields: ['messaging_handovers'],
	},
	{
		value: 'standby',
		name: 'Conversation of Another App (Standby)',
		description: 'Messages and statuses in conversations that another app is in charge of',
		fields: ['standby'],
	},
	{
		value: 'flows',
		name: 'Flow Health',
		description: `A flow changed its status or its endpoint is slow or failing. ${appOnly}.`,
		fields: ['flows'],
	},
	{
		value: 'groups',
		name: 'Group Update',
		description: 'A group was created, changed or deleted; people joined or left',
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
		description: 'Messages from before the number came to the Cloud API',
		fields: ['history'],
	},
	{
		value: 'user_action',
		name: 'Link Click',
		description: 'A customer clicked a link in a marketing message',
		fields: ['messages'],
		events: ['user_action'],
	},
	{
		value: 'user_preferences',
		name: 'Marketing Preference',
		description: `A customer stopped or resumed marketing messages. ${appOnly}.`,
		fields: ['user_preferences'],
	},
	{
		value: 'message',
		name: 'Message',
		description: 'A customer wrote, sent a file, tapped a button, reacted, ordered, …',
		fields: ['messages'],
		events: ['message'],
	},
	{
		value: 'message_echo',
		name: 'Message Sent From Elsewhere (Echo)',
		description: 'What the business sent by other means, e.g. from the WhatsApp Business app',
		fields: ['smb_message_echoes', 'message_echoes'],
		events: ['message_echo'],
	},
	{
		value: 'status',
		name: 'Message Status',
		description: 'A message you sent was sent, delivered, read, played, or not delivered',
		fields: ['messages'],
		events: ['status'],
	},
	{
		value: 'error',
		name: 'Number or Account Warning',
		description: 'Meta reports something wrong with the number or account as a whole',
		fields: ['messages'],
		events: ['error'],
	},
	{
		value: 'partner_solutions',
		name: 'Partner Solution',
		description: `A solution of a partner changed. ${appOnly}.`,
		fields: ['partner_solutions'],
	},
	{
		value: 'payment_configuration_update',
		name: 'Payment Configuration',
		description: `A payment configuration changed. ${appOnly}.`,
		fields: ['payment_configuration_update'],
	},
	{
		value: 'phone_number_name_update',
		name: 'Phone Number Name',
		description: `A display name was approved or rejected. ${appOnly}.`,
		fields: ['phone_number_name_update'],
	},
	{
		value: 'phone_number_quality_update',
		name: 'Phone Number Quality',
		description: `Throughput or messaging limit of a number changed. ${appOnly}.`,
		fields: ['phone_number_quality_update'],
	},
	{
		value: 'security',
		name: 'Security',
		description: `The two-step PIN was changed or a reset was requested. ${appOnly}.`,
		fields: ['security'],
	},
	{
		value: 'template_category_update',
		name: 'Template Category',
		description: `The category of a template changed or will. ${appOnly}.`,
		fields: ['template_category_update'],
	},
	{
		value: 'template_correct_category_detection',
		name: 'Template Category Misuse',
		description: `Meta thinks that a message belongs to another category. ${appOnly}.`,
		fields: ['template_correct_category_detection'],
	},
	{
		value: 'message_template_components_update',
		name: 'Template Edited',
		description: `Text or buttons of a template were edited. ${appOnly}.`,
		fields: ['message_template_components_update'],
	},
	{
		value: 'message_template_quality_update',
		name: 'Template Quality',
		description: `The quality score of a template changed. ${appOnly}.`,
		fields: ['message_template_quality_update'],
	},
	{
		value: 'message_template_status_update',
		name: 'Template Status',
		description: `A template was approved, rejected, paused or disabled. ${appOnly}.`,
		fields: ['message_template_status_update'],
	},
	{
		value: 'tracking_events',
		name: 'Tracking Event',
		description: `What became of a click on a marketing message. ${appOnly}.`,
		fields: ['tracking_events'],
	},
];
