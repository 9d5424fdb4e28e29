import type { Operation } from '../../runtime/operation';
import { control, controlOptions, conversation } from './control';

export const release: Operation = {
	name: 'Release',
	value: 'release',
	action: 'Release a conversation',
	description: 'Release control of a conversation, so that Meta routes the next message',
	fields: [...conversation, controlOptions],
	async run(call) {
		return await control(call, 'release');
	},
};
