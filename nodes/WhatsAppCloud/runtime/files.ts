import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { FileContent } from '../../../cloud-api/media/streamedFile';

export interface InputFile {
	/** As declared by the workflow, e.g. `image/png`. */
	mimeType: string;
	fileName?: string;
	/** Tells two files apart within one execution without reading them. */
	key: string;
	/** Bytes. */
	size(): Promise<number>;
	/** The content in pieces; each call begins anew. */
	content: FileContent;
	/** The first bytes, as many as asked or as there are. */
	head(length: number): Promise<Uint8Array>;
	/** The whole content; for files known to be small. */
	read(): Promise<Buffer>;
}

/** Bytes or a Node stream. */
export type OutputContent = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** Binary data of one item. */
export class Files {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
	) {}

	/**
	 * The file under a binary field of the item, not yet read.
	 *
	 * @param field name of the parameter that holds the name, for the message
	 * @throws InvalidInputError that lists the names there are
	 */
	input(name: string, field: string): InputFile {
		const { binary = {} } = this.context.getInputData()[this.itemIndex] ?? {};
		const data: IBinaryData | undefined = Object.hasOwn(binary, name) ? binary[name] : undefined;
		if (!data) {
			const names = Object.keys(binary);
			throw new InvalidInputError(
				field,
				`The item has no file under the name "${name}"`,
				names.length > 0
					? `The files of this item are named: ${names.join(', ')}. Enter one of these names.`
					: 'The item carries no file at all. Put a node before this one that loads it (HTTP Request, Read/Write Files, Google Drive, …), or switch to a link or a media ID.',
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

	/** Stores a stream or bytes as binary data of an output item without holding the whole in memory. */
	async output(content: OutputContent, fileName?: string, mimeType?: string): Promise<IBinaryData> {
		return await this.context.helpers.prepareBinaryData(content, fileName, mimeType);
	}
}

const PIECE_BYTES = 256 * 1024;

/** n8n keeps the file outside the item, on disk or in an object store. */
async function* stored(
	helpers: IExecuteFunctions['helpers'],
	id: string,
): AsyncGenerator<Uint8Array> {
	yield* (await helpers.getBinaryStream(id, PIECE_BYTES)) as AsyncIterable<Uint8Array>;
}

/** n8n keeps the file in the item, as base64: four characters for three bytes. */
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
