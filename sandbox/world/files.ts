/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import { createHash } from 'crypto';
import { createReadStream, createWriteStream } from 'fs';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Readable } from 'stream';
import { Transform } from 'stream';
import { pipeline } from 'stream/promises';

/** A file on disk, so that 100 MB are never held in memory. */
export interface StoredFile {
	path: string;
	size: number;
	/** Hex. */
	sha256: string;
	/** The first 4,096 bytes: enough to detect the file type. */
	head: Buffer;
	filename?: string;
	/** The declared MIME type. */
	mimeType?: string;
}

const HEAD_BYTES = 4096;

/** A folder of temporary files, deleted when the sandbox closes. */
export class Files {
	private folder?: Promise<string>;
	private counter = 0;

	/** Streams bytes to disk. With `keepPartial`, the bytes that arrived before an interruption are kept. */
	async store(source: Readable, keepPartial = false): Promise<StoredFile> {
		this.folder ??= mkdtemp(join(tmpdir(), 'whatsapp-sandbox-'));
		const path = join(await this.folder, String(++this.counter));
		const hash = createHash('sha256');
		const heads: Buffer[] = [];
		let size = 0;
		const meter = new Transform({
			transform(chunk: Buffer, _encoding, done) {
				if (size < HEAD_BYTES) heads.push(chunk.subarray(0, HEAD_BYTES - size));
				size += chunk.length;
				hash.update(chunk);
				done(null, chunk);
			},
		});
		try {
			await pipeline(source, meter, createWriteStream(path));
		} catch (error) {
			if (!keepPartial) {
				await rm(path, { force: true });
				throw error;
			}
		}
		return { path, size, sha256: hash.digest('hex'), head: Buffer.concat(heads) };
	}

	read(file: StoredFile): Readable {
		return createReadStream(file.path);
	}

	async remove(file: StoredFile): Promise<void> {
		await rm(file.path, { force: true });
	}

	async clear(): Promise<void> {
		const folder = await this.folder;
		this.folder = undefined;
		if (folder) await rm(folder, { recursive: true, force: true });
	}
}
