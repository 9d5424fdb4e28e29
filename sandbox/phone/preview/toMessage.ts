import type { Json, MediaView, MessageView } from '../../control/types';
import { at, objectAt, textAt } from '../parts/json';
import { renderDefinition } from './renderDefinition';

/** The media links of a body, by path. Media IDs cannot be shown in a preview. */
function mediaOf(content: Json, path: string[] = []): Record<string, MediaView> {
	if (content === null || typeof content !== 'object') return {};
	const url = textAt(content, 'link');
	const own: Record<string, MediaView> = url
		? {
				[path.join('.')]: {
					id: url,
					url,
					mimeType: '',
					fetched: true,
					filename: textAt(content, 'filename') || undefined,
				},
			}
		: {};
	for (const [key, value] of Object.entries(content))
		Object.assign(own, mediaOf(value, [...path, key]));
	return own;
}

/**
 * Turns the input of a preview into a message:
 * - a body for `POST /{phone-number-id}/messages` (`{ type: "interactive", interactive: {…} }`);
 * - a template definition as it is submitted (`{ name, language, components: […] }`), drawn with
 *   its sample values;
 * - a message of the control API, or a part of one (`{ type, content, … }`).
 * `from: "customer"` renders it as written by the customer.
 */
export function toMessage(input: Json, index = 0): MessageView {
	const given = objectAt(input);
	const isDefinition = Array.isArray(given.components) && !given.type;
	const type = isDefinition ? 'template' : textAt(given, 'type') || 'text';
	const content = at(given, 'content') ?? at(given, type) ?? given;
	return {
		id: `preview-${index}`,
		direction: textAt(given, 'from') === 'customer' ? 'incoming' : 'outgoing',
		phoneNumberId: '',
		customer: '',
		type,
		content,
		media: mediaOf(content),
		timestamp: Date.UTC(2026, 0, 1, 9, 41),
		status: 'read',
		statuses: [],
		reactions: [],
		...(isDefinition ? { template: renderDefinition(given) } : {}),
		...(given as Partial<MessageView>),
	};
}
