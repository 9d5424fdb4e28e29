/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { randomBytes } from 'crypto';
import { createReadStream } from 'fs';
import { PassThrough, pipeline, Readable, Transform } from 'stream';
import { GraphError, invalidParameter } from '../graph/errors';
import type { NodeType } from '../graph/graph';
import { APP } from '../graph/nodes';
import type { GraphRequest } from '../graph/request';
import type { SandboxApp } from '../graph/routeModule';
import type { StoredFile } from '../world/files';
import type { World } from '../world/world';

/** A resumable upload session. */
interface Upload {
	id: string;
	appId: string;
	fileName?: string;
	fileLength: number;
	fileType: string;
	/** The received bytes, in order. */
	pieces: StoredFile[];
	offset: number;
	handle?: string;
}

/** A finished upload. Template samples and profile pictures refer to it by its handle. */
export interface UploadedFile {
	handle: string;
	file: StoredFile;
	mimeType: string;
	fileName?: string;
}

const UPLOAD: NodeType<Upload> = { graphType: 'UploadSession' };
const TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];

/** The upload sessions. Other modules find finished uploads with `findHandle`. */
export class Uploads {
	readonly sessions = new Map<string, Upload>();
	private readonly handles = new Map<string, UploadedFile>();

	/** The file of an upload handle; `undefined` for anything else (such as a media ID). */
	findHandle(handle: string): UploadedFile | undefined {
		return this.handles.get(handle.trim());
	}

	addHandle(file: UploadedFile): void {
		this.handles.set(file.handle, file);
	}
}

/** `world.use(uploads)` */
export function uploads(): Uploads {
	return new Uploads();
}

/** Resumable Upload API: start a session, upload bytes from an offset, read the offset. Uses `Authorization: OAuth …`. */
export function uploadRoutes({ graph }: SandboxApp, world: World): void {
	graph.node(UPLOAD, {
		find: (id) => world.use(uploads).sessions.get(id),
		reaches: (upload, request) => upload.appId === request.app.id,
		scope: null,
		defaults: ['id', 'file_offset'],
		fields: { id: (upload) => upload.id, file_offset: (upload) => upload.offset },
	});

	graph.edge(
		APP,
		'POST',
		'uploads',
		(app, request) => {
			const fileLength = Number(request.required('file_length'));
			const fileType = request.required('file_type');
			if (!Number.isInteger(fileLength) || fileLength <= 0) {
				throw invalidParameter('Param file_length must be an integer greater than 0');
			}
			if (!TYPES.includes(fileType)) {
				throw invalidParameter(
					`Param file_type must be one of {${TYPES.join(', ')}} - got "${fileType}".`,
				);
			}
			const { file_name: fileName } = request.params;
			const upload: Upload = {
				id: `upload:${randomBytes(24).toString('base64url')}`,
				appId: app.id,
				fileName: typeof fileName === 'string' ? fileName : undefined,
				fileLength,
				fileType,
				pieces: [],
				offset: 0,
			};
			world.use(uploads).sessions.set(upload.id, upload);
			return { id: upload.id };
		},
		{ scope: null },
	);

	graph.edge(
		UPLOAD,
		'POST',
		'',
		async (upload, request) => {
			requireOAuth(request);
			const offset = Number(request.headers.file_offset ?? 0);
			if (!Number.isInteger(offset) || offset !== upload.offset) {
				throw invalidParameter(
					`The file_offset ${String(request.headers.file_offset)} does not match the upload, which continues at ${upload.offset}.`,
					{ subcode: 1363033 },
				);
			}
			if (!request.stream) throw invalidParameter('The request has no body.');
			const piece = await world.files.store(limited(request), true);
			upload.pieces.push(piece);
			upload.offset += piece.size;
			if (upload.offset > upload.fileLength) {
				throw invalidParameter(
					`The upload has ${upload.offset} bytes, but file_length was ${upload.fileLength}.`,
				);
			}
			if (upload.offset < upload.fileLength) {
				if (request.fault?.cutAfterBytes !== undefined) request.cut = true;
				return { id: upload.id, file_offset: upload.offset };
			}
			return { h: await finish(world, upload) };
		},
		{ scope: null },
	);
}

/** The request body. With a fault it ends early, like a lost connection. */
function limited(request: GraphRequest): Readable {
	const body = request.stream as Readable;
	const most = request.fault?.cutAfterBytes;
	if (most === undefined) return pipeline(body, new PassThrough(), () => {});
	let left = most;
	const gate = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			const part = chunk.subarray(0, left);
			left -= part.length;
			if (part.length > 0) this.push(part);
			done();
			if (left === 0) this.push(null);
		},
	});
	return pipeline(body, gate, () => {});
}

async function finish(world: World, upload: Upload): Promise<string> {
	upload.handle ??= `4::${Buffer.from(upload.fileType).toString('base64')}:${randomBytes(48).toString('base64url')}:e:1:${upload.appId}:1:ARY`;
	const file = await world.files.store(concatenated(upload.pieces));
	file.mimeType = upload.fileType;
	world.use(uploads).addHandle({
		handle: upload.handle,
		file,
		mimeType: upload.fileType,
		fileName: upload.fileName,
	});
	return upload.handle;
}

function concatenated(pieces: StoredFile[]): Readable {
	return Readable.from(
		(async function* () {
			for (const piece of pieces) yield* createReadStream(piece.path);
		})(),
		{ objectMode: false },
	);
}

function requireOAuth(request: GraphRequest): void {
	const authorization = String(request.headers.authorization ?? '');
	if (/^OAuth\s/i.test(authorization) || request.params.access_token !== undefined) return;
	throw new GraphError({
		code: 190,
		status: 401,
		message:
			'Invalid OAuth access token - resumable uploads need the header "Authorization: OAuth <token>"',
	});
}
