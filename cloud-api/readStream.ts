/** What is kept of the body of a rejection; Meta's are below 2 KB. */
export const MAX_ERROR_BYTES = 64 * 1024;

/**
 * Reads a stream as UTF-8 text up to a limit, and closes it there.
 *
 * @param max bytes
 * @returns the text, and whether the stream was longer
 */
export async function readStream(
	stream: AsyncIterable<Uint8Array>,
	max: number,
): Promise<{ text: string; truncated: boolean }> {
	const { content, truncated } = await readBytes(stream, max);
	return { text: content.toString('utf8'), truncated };
}

/** The same as bytes. */
export async function readBytes(
	stream: AsyncIterable<Uint8Array>,
	max: number,
): Promise<{ content: Buffer; truncated: boolean }> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	let truncated = false;
	// Leaving the loop destroys a Node stream.
	for await (const chunk of stream) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		chunks.push(bytes.subarray(0, max - size));
		size += bytes.length;
		if (size > max) {
			truncated = true;
			break;
		}
	}
	return { content: Buffer.concat(chunks), truncated };
}
