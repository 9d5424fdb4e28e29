import { flag, mark, record, text, type Json } from '../read';

/** Kinds of message that carry a file. */
export const MEDIA_KINDS: ReadonlySet<string> = new Set([
	'audio',
	'document',
	'image',
	'sticker',
	'video',
]);

/**
 * `image`, `video`, `audio`, `document`, `sticker`: the caption as text, and where to fetch the file.
 * The ID serves for 7 days, `mediaUrl` for 5 minutes.
 */
export function mediaMessage(message: Json): Json {
	const media = record(message[text(message.type) ?? '']);
	return {
		text: text(media.caption),
		mediaId: text(media.id),
		mimeType: text(media.mime_type),
		fileName: text(media.filename),
		sha256: text(media.sha256),
		mediaUrl: text(media.url),
		voice: flag(media.voice),
		animated: mark(media.animated),
	};
}
