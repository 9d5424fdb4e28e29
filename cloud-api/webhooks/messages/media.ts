import { safeFileName } from '../../media/safeFileName';
import { flag, mark, record, text, type Json } from '../read';

/** Message types that carry a file. */
export const MEDIA_RULES: ReadonlySet<string> = new Set([
	'audio',
	'document',
	'image',
	'sticker',
	'video',
]);

/** `image`, `video`, `audio`, `document`, `sticker`: the caption as text, and the file. */
export function mediaMessage(message: Json): Json {
	const media = record(message[text(message.type) ?? '']);
	return {
		text: text(media.caption),
		...mediaFields(media),
		voice: flag(media.voice),
		animated: mark(media.animated),
	};
}

/** The fields of one of Meta's files. The ID is valid for 7 days, `mediaUrl` for 5 minutes. */
export function mediaFields(media: Json): Json {
	return {
		mediaId: text(media.id),
		mimeType: text(media.mime_type),
		fileName: safeFileName(media.filename) ?? safeFileName(media.file_name),
		sha256: text(media.sha256),
		mediaUrl: text(media.url),
	};
}
