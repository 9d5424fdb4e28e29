import type { IncomingInput, JsonObject, MediaInput, MessageView } from '../../control/types';
import { listAt, numberAt, objectAt, textAt } from '../parts/json';

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'] as const;

/** The forwarded copy of a message; undefined for types that cannot be forwarded. */
export function forwardOf(
	{ type, content, media, template }: MessageView,
	origin: string,
): IncomingInput | undefined {
	const mediaType = MEDIA.find((name) => name === type);
	const file = media[''];
	if (mediaType && file?.fetched) {
		const input: MediaInput = { url: new URL(file.url, origin).href, mimeType: file.mimeType };
		if (textAt(content, 'caption')) input.caption = textAt(content, 'caption');
		if (file.filename) input.filename = file.filename;
		if (file.voice) input.voice = true;
		return { type: mediaType, media: input, forwarded: true };
	}
	if (type === 'location') {
		const location = {
			latitude: numberAt(content, 'latitude') ?? 0,
			longitude: numberAt(content, 'longitude') ?? 0,
			name: textAt(content, 'name') || undefined,
			address: textAt(content, 'address') || undefined,
		};
		return { type, location, forwarded: true };
	}
	if (type === 'contacts') {
		const contacts: JsonObject[] = listAt(content).map((contact) => objectAt(contact));
		return { type, contacts, forwarded: true };
	}
	const text =
		type === 'text' ? textAt(content, 'body') : (template?.body ?? textAt(content, 'body', 'text'));
	return text ? { type: 'text', text, forwarded: true } : undefined;
}
