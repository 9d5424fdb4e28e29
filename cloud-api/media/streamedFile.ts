/** Returns the content of a file in chunks; each call starts at the beginning, so that a request can be retried. */
export type FileContent = () => AsyncIterable<Uint8Array>;

/**
 * A form file that is read while it is sent, so that a file of 100 MB is never completely in memory. HTTP
 * clients use only its name, type, size, and stream.
 */
export class StreamedFile extends File {
	constructor(
		private readonly content: FileContent,
		size: number,
		name: string,
		type: string,
	) {
		super([], name, { type });
		Object.defineProperty(this, 'size', { value: size });
	}

	override stream(): ReturnType<File['stream']> {
		return this.content() as unknown as ReturnType<File['stream']>;
	}
}
