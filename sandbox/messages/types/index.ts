import type { MessageType } from '../messageType';
import { contactsMessage } from './contacts';
import { interactiveMessage } from './interactive';
import { locationMessage } from './location';
import { mediaMessages } from './media';
import { pinMessage } from './pin';
import { reactionMessage } from './reaction';
import { textMessage } from './text';

/** All message types except templates, by `type`. */
export const MESSAGE_TYPES: ReadonlyMap<string, MessageType> = new Map(
	[
		textMessage,
		...mediaMessages,
		locationMessage,
		contactsMessage,
		reactionMessage,
		pinMessage,
		interactiveMessage,
	].map((entry) => [entry.type, entry]),
);
