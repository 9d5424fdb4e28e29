/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { BinaryDataConfig, BinaryDataService, Container } from './n8nCore';

/** Where n8n keeps the files of items. */
export type BinaryMode = 'memory' | 'filesystem' | 'database' | 's3';

interface StoredFile {
	content: Buffer;
	fileName?: string;
	mimeType?: string;
}

type Metadata = Omit<StoredFile, 'content'>;

/**
 * Stands in for n8n's database and S3 stores, which belong to n8n's server: files have an ID, are read as
 * streams in small pieces, and have no path.
 */
class StandInStore {
	private readonly files = new Map<string, StoredFile>();

	async init(): Promise<void> {}

	async store(_location: unknown, content: Buffer | Readable, metadata: Metadata) {
		const bytes = Buffer.isBuffer(content) ? content : await buffer(content);
		const fileId = `standin/${randomUUID()}`;
		this.files.set(fileId, { content: bytes, ...metadata });
		return { fileId, fileSize: bytes.length };
	}

	getPath(): never {
		throw new Error('A file in this store has no path');
	}

	async getAsBuffer(fileId: string): Promise<Buffer> {
		return this.find(fileId).content;
	}

	async getAsStream(fileId: string, chunkSize = 64 * 1024): Promise<Readable> {
		const { content } = this.find(fileId);
		const pieces = Math.ceil(content.length / chunkSize);
		return Readable.from(
			Array.from({ length: pieces }, (_, index) =>
				content.subarray(index * chunkSize, (index + 1) * chunkSize),
			),
		);
	}

	async getMetadata(fileId: string) {
		const { content, fileName, mimeType } = this.find(fileId);
		return { fileSize: content.length, fileName, mimeType };
	}

	async copyByFileId(_location: unknown, fileId: string): Promise<string> {
		const { content, ...metadata } = this.find(fileId);
		return (await this.store(undefined, content, metadata)).fileId;
	}

	async copyByFilePath(location: unknown, path: string, metadata: Metadata) {
		return await this.store(location, await readFile(path), metadata);
	}

	async rename(from: string, to: string): Promise<void> {
		this.files.set(to, this.find(from));
		this.files.delete(from);
	}

	private find(fileId: string): StoredFile {
		const file = this.files.get(fileId);
		if (!file) throw new Error(`The store has no file ${fileId}`);
		return file;
	}
}

/** Sets where this process keeps binary data. */
export async function setUpBinaryData(mode: BinaryMode): Promise<void> {
	const service = Container.get(BinaryDataService);
	Container.get(BinaryDataConfig).mode = mode === 'memory' ? 'default' : mode;
	await service.init();
	if (mode === 'database' || mode === 's3') service.setManager(mode, new StandInStore());
}
