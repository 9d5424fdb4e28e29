import type { MessageView } from '../../control/types';
import { plainText } from '../format/blocks';
import { listAt, textAt } from '../parts/json';

const MEDIA: Record<string, string> = {
	image: '📷 Photo',
	video: '🎬 Video',
	document: '📄 Document',
	sticker: '💟 Sticker',
};

/** A message in one line without formatting, for chat lists and quotes. */
export function summary(message: MessageView): string {
	const { type, content } = message;
	if (message.revoked) return '🚫 This message was deleted';
	const caption = plainText(textAt(content, 'caption'));
	switch (type) {
		case 'text':
			return plainText(textAt(content, 'body'));
		case 'image':
		case 'video':
			return caption ? `${MEDIA[type].split(' ')[0]} ${caption}` : MEDIA[type];
		case 'document':
			return `📄 ${caption || message.media['']?.filename || textAt(content, 'filename') || 'Document'}`;
		case 'audio':
			return message.media['']?.voice || textAt(content, 'voice') ? '🎤 Voice message' : '🎵 Audio';
		case 'sticker':
			return MEDIA.sticker;
		case 'location':
			return `📍 ${textAt(content, 'name') || 'Location'}`;
		case 'contacts':
			return `👤 ${textAt(listAt(content)[0], 'name', 'formatted_name') || 'Contact'}`;
		case 'button':
			return textAt(content, 'text');
		case 'order':
			return '🛒 Order';
		case 'template':
			return plainText(
				message.template?.body ?? message.template?.header?.text ?? textAt(content, 'name'),
			);
		case 'interactive': {
			const reply =
				textAt(content, 'button_reply', 'title') ||
				textAt(content, 'list_reply', 'title') ||
				textAt(content, 'nfm_reply', 'body');
			return (
				plainText(reply || textAt(content, 'body', 'text')) ||
				textAt(content, 'type').replaceAll('_', ' ')
			);
		}
		case 'system':
			return textAt(content, 'body');
		default:
			return `[${type}]`;
	}
}
