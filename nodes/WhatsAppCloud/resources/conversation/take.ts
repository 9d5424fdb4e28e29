import type { Operation } from '../../runtime/operation';
import { control, controlOptions, conversation } from './control';

export const take: Operation = {
	name: 'Take',
	value: 'take',
	action: 'Take over a conversation',
	description: 'Take control of a conversation. Only the app with the role Escalation can do this.',
	fields: [...conversation, controlOptions],
	async run(call) {
		return await control(call, 'take');
	},
};
