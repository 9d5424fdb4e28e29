/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'stream';
import type { StoredFile } from '../world/files';
import type { World } from '../world/world';
import { invalidParameter } from './errors';

const MAX_TEXT = 20 * 1024 * 1024;

/** Reads a text body. */
export async function collect(payload: Readable): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of payload as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > MAX_TEXT) throw invalidParameter('The request body is too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** Parses JSON and form bodies. Other bodies are not read here. */
export function readBody(http: FastifyRequest): unknown {
	const { body } = http;
	if (body instanceof URLSearchParams) return Object.fromEntries(body);
	if (typeof body !== 'string') return undefined;
	if (body.trim() === '') return {};
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw invalidParameter('Invalid parameter', {
			details: 'The request body is not valid JSON.',
		});
	}
}

/** Reads a multipart body: files are stored on disk, fields are returned. */
export async function receiveParts(
	world: World,
	http: FastifyRequest,
	files: Map<string, StoredFile>,
): Promise<Record<string, unknown>> {
	const fields: Record<string, unknown> = {};
	for await (const part of http.parts()) {
		if (part.type === 'file') {
			const file = await world.files.store(part.file);
			file.filename = part.filename;
			file.mimeType = part.mimetype;
			files.set(part.fieldname, file);
		} else {
			fields[part.fieldname] = part.value;
		}
	}
	return fields;
}
