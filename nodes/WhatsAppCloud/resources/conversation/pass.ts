import type { Operation } from '../../runtime/operation';
import { control, controlOptions, conversation } from './control';

export const pass: Operation = {
	name: 'Pass',
	value: 'pass',
	action: 'Pass a conversation to another app',
	description:
		'Pass control of a conversation to the app with another role, e.g. from an AI agent to customer service',
	fields: [
		...conversation,
		{
			displayName: 'Target Role',
			name: 'targetRole',
			type: 'options',
			options: [
				{ name: 'Ads That Click to WhatsApp', value: 'ctwa' },
				{ name: 'AI Agent', value: 'ai_agent' },
				{ name: 'Customer Service', value: 'customer_service' },
				{ name: 'Escalation', value: 'escalation' },
				{ name: 'Marketing', value: 'marketing' },
				{ name: 'Utility', value: 'utility' },
			],
			default: 'customer_service',
			description: 'Role of the app that gets control',
		},
		controlOptions,
	],
	async run(call) {
		return await control(call, 'pass');
	},
};
