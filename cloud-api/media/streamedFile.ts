/** The content of a file in pieces; each call begins anew, so that a request can be repeated. */
export type FileContent = () => AsyncIterable<Uint8Array>;

/**
 * A file of a form that is read while it is sent: HTTP clients ask a form's file for its name, type,
 * size and stream, and a file of 100 MB never stands in memory as a whole.
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
