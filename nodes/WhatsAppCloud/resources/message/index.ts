import type { Resource } from '../../runtime/operation';
import { markAsRead } from './markAsRead';
import { sendButtons } from './sendButtons';
import { sendMedia } from './sendMedia';
import { sendReaction } from './sendReaction';
import { sendText } from './sendText';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [sendText, sendMedia, sendButtons, sendReaction, markAsRead],
};
