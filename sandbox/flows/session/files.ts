/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createCipheriv, createHash, createHmac, randomBytes, randomUUID } from 'crypto';
import type { FastifyInstance } from 'fastify';
import { readFile } from 'fs/promises';
import { Readable } from 'stream';
import type { JsonObject, MediaInput } from '../../control/types';
import { ControlError } from '../../control/controlError';
import { sniff } from '../../media/sniff';
import { RECEIVED_LIFETIME } from '../../media/store';
import type { PhoneNumber } from '../../world/directory';
import type { StoredFile } from '../../world/files';
import type { World } from '../../world/world';

/** A file that a customer chose in a picker. */
export class FlowFile {
	readonly id = randomUUID();

	constructor(
		readonly name: string,
		readonly mimeType: string,
		readonly file: StoredFile,
	) {}

	get size(): number {
		return this.file.size;
	}
}

/** `world.use(cdnFiles)`: encrypted files by media ID, as an endpoint downloads them. */
export function cdnFiles(): Map<string, Buffer> {
	return new Map();
}

/** Stores a file of a picker. */
export async function flowFile(
	world: World,
	{ data, mimeType, filename }: MediaInput,
): Promise<FlowFile> {
	if (data === undefined) throw new ControlError('A file of a form requires data (base64)');
	const file = await world.files.store(Readable.from([Buffer.from(data, 'base64')]));
	const type = mimeType ?? sniff(file.head)?.mimeType ?? 'application/octet-stream';
	return new FlowFile(filename ?? `file.${type.split('/')[1]}`, type, file);
}

/** A file in an answer message: media of the number. */
export function asMedia(
	world: World,
	number: PhoneNumber,
	{ name, mimeType, file }: FlowFile,
): JsonObject {
	const media = world.media.add(number.id, file, mimeType, RECEIVED_LIFETIME, name);
	return {
		file_name: name,
		mime_type: mimeType,
		sha256: Buffer.from(file.sha256, 'hex').toString('base64'),
		id: media.id,
	};
}

/**
 * A file for an endpoint: AES-256-CBC with PKCS7, then the first 10 bytes of an HMAC-SHA256 over
 * vector and ciphertext (Meta: "Media upload components").
 */
export async function asCdnFile(world: World, picked: FlowFile): Promise<JsonObject> {
	const [key, hmacKey, iv] = [randomBytes(32), randomBytes(32), randomBytes(16)];
	const clear = await readFile(picked.file.path);
	const cipher = createCipheriv('aes-256-cbc', key, iv);
	const ciphertext = Buffer.concat([cipher.update(clear), cipher.final()]);
	const hmac = createHmac('sha256', hmacKey).update(iv).update(ciphertext).digest();
	const stored = Buffer.concat([ciphertext, hmac.subarray(0, 10)]);
	world.use(cdnFiles).set(picked.id, stored);
	const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
	return {
		media_id: picked.id,
		cdn_url: `${world.url}/_sandbox/flow-media/${picked.id}`,
		file_name: picked.name,
		encryption_metadata: {
			encrypted_hash: hash(stored),
			iv: iv.toString('base64'),
			encryption_key: key.toString('base64'),
			hmac_key: hmacKey.toString('base64'),
			plaintext_hash: hash(clear),
		},
	};
}

/** Serves the encrypted files, without a token, as WhatsApp's CDN does. */
export function cdnRoutes(http: FastifyInstance, world: World): void {
	http.get('/_sandbox/flow-media/:id', async (request, reply) => {
		const stored = world.use(cdnFiles).get((request.params as { id: string }).id);
		if (!stored) return await reply.code(404).send();
		return await reply.type('application/octet-stream').send(stored);
	});
}
