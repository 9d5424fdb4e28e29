import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { FileContent } from '../../../cloud-api/media/streamedFile';
import { safeFileName } from '../../../cloud-api/media/safeFileName';

export interface InputFile {
	/** The declared type, e.g. `image/png`. */
	mimeType: string;
	fileName?: string;
	/** Identifies the file within one execution without reading it. */
	key: string;
	/** Bytes. */
	size(): Promise<number>;
	/** The content in chunks; each call starts at the beginning. */
	content: FileContent;
	/** Up to that many first bytes. */
	head(length: number): Promise<Uint8Array>;
	/** The whole content. */
	read(): Promise<Buffer>;
}

/** A buffer or a Node stream. */
export type OutputContent = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** Binary data of one item. */
export class Files {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
	) {}

	/** Names of the item's binary fields. */
	names(): string[] {
		return Object.keys(this.context.getInputData()[this.itemIndex]?.binary ?? {});
	}

	/**
	 * Returns the file in a binary field of the item, not yet read.
	 *
	 * @param field the parameter that contains the name, for errors
	 * @throws InvalidInputError that lists the existing names
	 */
	input(name: string, field: string): InputFile {
		const { binary = {} } = this.context.getInputData()[this.itemIndex] ?? {};
		const data: IBinaryData | undefined = Object.hasOwn(binary, name) ? binary[name] : undefined;
		if (!data) {
			const names = Object.keys(binary);
			throw new InvalidInputError(
				field,
				`The item has no binary field "${name}"`,
				names.length > 0
					? `Its binary fields are: ${names.join(', ')}. Enter one of these names.`
					: 'It has no binary fields. Add a node before this one that loads the file (HTTP Request, Read/Write Files, Google Drive, …), or use a link or a media ID.',
			);
		}
		const { helpers } = this.context;
		const { id } = data;
		const content: FileContent =
			id === undefined ? () => decoded(data.data) : () => stored(helpers, id);
		return {
			mimeType: data.mimeType,
			fileName: data.fileName,
			key: id ?? `item-${this.itemIndex}-${name}`,
			size: async () =>
				id === undefined
					? Buffer.byteLength(data.data, 'base64')
					: (await helpers.getBinaryMetadata(id)).fileSize,
			content,
			head: async (length) => await headOf(content(), length),
			read: async () => await helpers.getBinaryDataBuffer(this.itemIndex, name),
		};
	}

	/** Stores a buffer or a stream as binary data of an output item, under a safe file name. */
	async output(content: OutputContent, fileName?: string, mimeType?: string): Promise<IBinaryData> {
		return await this.context.helpers.prepareBinaryData(content, safeFileName(fileName), mimeType);
	}
}

const PIECE_BYTES = 256 * 1024;

/** The file is stored outside the item, on disk, in a database, or in an object store. */
async function* stored(
	helpers: IExecuteFunctions['helpers'],
	id: string,
): AsyncGenerator<Uint8Array> {
	yield* (await helpers.getBinaryStream(id, PIECE_BYTES)) as AsyncIterable<Uint8Array>;
}

/** The file is in the item as Base64: four characters for three bytes. */
async function* decoded(base64: string): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < base64.length; start += PIECE_BYTES) {
		yield Buffer.from(base64.slice(start, start + PIECE_BYTES), 'base64');
	}
}

async function headOf(content: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	let read = 0;
	for await (const piece of content) {
		pieces.push(piece);
		read += piece.length;
		if (read >= length) break;
	}
	return Buffer.concat(pieces).subarray(0, length);
}
