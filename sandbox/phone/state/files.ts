import type { IncomingInput, MediaInput } from '../../control/types';

/** The message type for a file. */
export function mediaTypeOf(
	mimeType: string,
): 'image' | 'video' | 'audio' | 'document' | 'sticker' {
	if (mimeType === 'image/webp') return 'sticker';
	if (mimeType === 'image/jpeg' || mimeType === 'image/png') return 'image';
	if (mimeType === 'video/mp4' || mimeType === 'video/3gpp') return 'video';
	if (/^audio\/(aac|amr|mpeg|mp4|ogg)/.test(mimeType)) return 'audio';
	return 'document';
}

/** A file's bytes as base64. */
export async function base64(file: Blob): Promise<string> {
	const url = await new Promise<string>((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(new Error('The file cannot be read'));
		reader.readAsDataURL(file);
	});
	return url.slice(url.indexOf(',') + 1);
}

/** A customer's message with a file. */
export async function fileMessage(
	file: File,
	options: { as?: 'document' | 'voice'; caption?: string } = {},
): Promise<IncomingInput> {
	const mimeType = file.type || 'application/octet-stream';
	const type =
		options.as === 'document'
			? 'document'
			: options.as === 'voice'
				? 'audio'
				: mediaTypeOf(mimeType);
	const media: MediaInput = { data: await base64(file), mimeType };
	if (type === 'document') media.filename = file.name;
	// Phones record voice messages as Ogg.
	if (type === 'audio' && (options.as === 'voice' || mimeType.startsWith('audio/ogg')))
		media.voice = true;
	if (options.caption && ['image', 'video', 'document'].includes(type))
		media.caption = options.caption;
	return { type, media };
}
