import type { MessageContent } from './content';
import { characters } from './schema';

/** The typing indicator disappears after 25 seconds (Meta: Typing indicators). */
export const MAX_TYPING_MS = 25_000;
const START_MS = 1_000;
/** About the speed of somebody who types fast on a phone, so that nobody waits long. */
const PER_CHARACTER_MS = 30;

/** How long somebody would type this message, in milliseconds: from 1 to 25 seconds. */
export function typingMs(content: MessageContent): number {
	return Math.min(MAX_TYPING_MS, START_MS + PER_CHARACTER_MS * characters(textOf(content)));
}

/** The text that a person would type: of a text or interactive message, or a caption. */
function textOf({ type, ...content }: MessageContent): string {
	const inner = content[type] as
		| { body?: string | { text?: string }; caption?: string }
		| undefined;
	const { body, caption } = inner ?? {};
	const text = typeof body === 'object' ? body.text : (body ?? caption);
	return typeof text === 'string' ? text : '';
}
