import type { Resource } from '../../runtime/operation';
import { markAsRead } from './markAsRead';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [markAsRead],
};
