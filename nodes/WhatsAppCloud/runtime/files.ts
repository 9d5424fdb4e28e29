import { createHash } from 'crypto';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { FileContent } from '../../../cloud-api/media/streamedFile';
import { safeFileName } from '../../../cloud-api/media/safeFileName';

/** A file that is sent or uploaded. */
export interface InputFile {
	/** The declared type, e.g. `image/png`; empty if none is declared. */
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
	/** Up to that many last bytes. */
	tail(length: number): Promise<Uint8Array>;
	/** The whole content. */
	read(): Promise<Buffer>;
	/** The file as binary data of n8n, stored first if it is not. */
	stored(): Promise<IBinaryData>;
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
		if (data) return this.fromBinary(data, data.id ?? `item-${this.itemIndex}-${name}`);
		const names = Object.keys(binary);
		throw new InvalidInputError(
			field,
			`The item has no binary field "${name}"`,
			names.length > 0
				? `Its binary fields are: ${names.join(', ')}. Enter one of these names.`
				: 'It has no binary fields. Add a node before this one that loads the file (HTTP Request, Read/Write Files, Google Drive, …), or use a link or a media ID.',
		);
	}

	/** Returns binary data of n8n as a file, not yet read. */
	fromBinary(data: IBinaryData, key: string): InputFile {
		const { helpers } = this.context;
		const { id } = data;
		const content: FileContent =
			id === undefined ? () => decoded(data.data) : () => streamed(helpers, id);
		return {
			mimeType: data.mimeType,
			fileName: data.fileName,
			key,
			size: async () =>
				id === undefined
					? Buffer.byteLength(data.data, 'base64')
					: (await helpers.getBinaryMetadata(id)).fileSize,
			content,
			head: async (length) => await headOf(content(), length),
			tail: async (length) => await tailOf(content(), length),
			read: async () => await all(content()),
			stored: async () => data,
		};
	}

	/** Returns bytes as a file. */
	fromBytes(
		bytes: Buffer,
		{ mimeType = '', fileName }: { mimeType?: string; fileName?: string },
	): InputFile {
		const content: FileContent = () => chunks(bytes);
		return {
			mimeType,
			fileName,
			key: createHash('sha256').update(bytes).digest('hex'),
			size: async () => bytes.length,
			content,
			head: async (length) => bytes.subarray(0, length),
			tail: async (length) => bytes.subarray(Math.max(0, bytes.length - length)),
			read: async () => bytes,
			stored: async () => await this.output(bytes, fileName, mimeType || undefined),
		};
	}

	/** Stores a buffer or a stream as binary data of n8n, under a safe file name. */
	async output(content: OutputContent, fileName?: string, mimeType?: string): Promise<IBinaryData> {
		return await this.context.helpers.prepareBinaryData(content, safeFileName(fileName), mimeType);
	}
}

const PIECE_BYTES = 256 * 1024;

/** The file is stored outside the item, on disk, in a database, or in an object store. */
async function* streamed(
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

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += PIECE_BYTES)
		yield bytes.subarray(start, start + PIECE_BYTES);
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

async function tailOf(content: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
	let last: Buffer = Buffer.alloc(0);
	for await (const piece of content) {
		last = Buffer.concat([last, piece]);
		if (last.length > length) last = last.subarray(last.length - length);
	}
	return last;
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	for await (const piece of content) pieces.push(piece);
	return Buffer.concat(pieces);
}
