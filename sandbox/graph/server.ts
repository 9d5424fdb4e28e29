/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Readable } from 'stream';
import { setTimeout as sleep } from 'timers/promises';
import type { Json } from '../control/types';
import { failureOf, type FaultMatch } from '../faults/faultResponse';
import type { StoredFile } from '../world/files';
import type { World } from '../world/world';
import { GraphAnswer } from './answer';
import { authenticate, checkProof, tokenOf } from './auth';
import { collect, readBody, receiveParts } from './body';
import { envelope, GraphError, invalidParameter } from './errors';
import type { Graph } from './graph';
import { metaJson } from './json';
import { DOWNLOADS } from './nodes';
import { recordRequest } from './record';
import { GraphRequest } from './request';
import { splitVersion, type VersionedPath } from './versions';

const MAX_FILE = 256 * 1024 * 1024;

/** The HTTP server of the Graph API: parses, authenticates, applies faults, and answers in Meta's format. */
export async function createServer(world: World, graph: Graph): Promise<FastifyInstance> {
	const server = Fastify({
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		bodyLimit: MAX_FILE,
	});
	await server.register(multipart, { limits: { fileSize: MAX_FILE } });
	server.removeContentTypeParser(['application/json', 'text/plain']);
	server.addContentTypeParser(
		'application/json',
		async (request: FastifyRequest, payload: Readable) =>
			isUpload(request) ? undefined : await collect(payload),
	);
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		async (request: FastifyRequest, payload: Readable) =>
			isUpload(request) ? undefined : new URLSearchParams(await collect(payload)),
	);
	server.addContentTypeParser('*', async () => undefined);
	server.setErrorHandler(async (error, _request, reply) => {
		const known = error instanceof GraphError ? error : invalidParameter('Invalid parameter');
		if (known !== error) reportUnexpected(error);
		await reply
			.code(known.status)
			.type('application/json; charset=UTF-8')
			.send(metaJson(envelope(known, world.ids.trace())));
	});
	server.all('/*', async (request, reply) => await serve(world, graph, request, reply));
	return server;
}

function isUpload(request: FastifyRequest): boolean {
	return /\/upload:/.test(decodeURIComponent(request.url.split('?')[0]));
}

async function serve(
	world: World,
	graph: Graph,
	http: FastifyRequest,
	reply: FastifyReply,
): Promise<unknown> {
	const started = Date.now();
	const url = new URL(http.url, 'http://sandbox');
	const query = Object.fromEntries(url.searchParams);
	const traceId = world.ids.trace();
	const files = new Map<string, StoredFile>();
	let versioned: VersionedPath = { version: '', asked: null, path: url.pathname };
	let body: unknown;
	let match: FaultMatch | undefined;
	let answer: GraphAnswer;
	let errorCode: number | undefined;
	const warnings: string[] = [];
	try {
		versioned = splitVersion(url.pathname);
		const path = withoutTrailingSlash(safeDecode(versioned.path), warnings);
		body = readBody(http);
		match = world.faults.match(http.method, path, body);
		await delay(world, match?.fault.latency);
		if (match?.fault.drop === 'before') return cut();
		const failure =
			match &&
			failureOf(match.fault, {
				method: http.method,
				url: http.url,
				headers: http.headers,
				body,
			});
		if (failure instanceof GraphError) throw failure;
		const request = new GraphRequest({
			method: http.method,
			version: versioned.version,
			path,
			query,
			body,
			files,
			stream: isUpload(http) ? http.raw : undefined,
			headers: http.headers,
			origin: world.url,
			authenticate: (params) => {
				const caller = authenticate(world, tokenOf(http.headers.authorization, params));
				checkProof(world, caller, params.appsecret_proof);
				return caller;
			},
			receive: async () => {
				if (!http.isMultipart()) return {};
				const fields = await receiveParts(world, http, files);
				body = { ...fields, ...fileViews(files) };
				return fields;
			},
			warnings,
			fault: match?.fault,
		});
		answer = failure ?? asAnswer(await graph.handle(request));
		if (match?.fault.drop === 'after' || request.cut) return cut();
	} catch (error) {
		if (!(error instanceof GraphError)) reportUnexpected(error);
		const known =
			error instanceof GraphError
				? error
				: new GraphError({
						code: 1,
						status: 500,
						message: 'An unknown error occurred',
					});
		errorCode = known.parts.code;
		answer = new GraphAnswer(envelope(known, traceId), known.status, {
			'www-authenticate': challenge(known),
			...known.parts.headers,
		});
		http.raw.resume();
	} finally {
		for (const file of files.values()) void world.files.remove(file);
	}
	record(answer.status);
	return send();

	function record(status: number): void {
		recordRequest(world, {
			http,
			path: versioned.path,
			version: versioned.asked,
			query,
			body: body as Json,
			status,
			errorCode,
			fault: match?.id,
			warnings,
			durationMs: Date.now() - started,
		});
	}

	function cut(): FastifyReply {
		record(0);
		reply.hijack();
		http.raw.socket.destroy();
		return reply;
	}

	function send(): FastifyReply {
		void reply.code(answer.status).headers({
			'content-type': 'application/json; charset=UTF-8',
			'facebook-api-version': versioned.version || 'v26.0',
			'x-fb-trace-id': traceId,
			'x-fb-request-id': traceId,
			'x-fb-rev': '1030000000',
			'cache-control': 'private, no-cache, no-store, must-revalidate',
			...answer.headers,
			...match?.headers,
		});
		const { body: content } = answer;
		if (content instanceof Readable || typeof content === 'string') return reply.send(content);
		return reply.send(metaJson(content));
	}
}

/** Clients send a slash at the end; Meta's pages never do. */
function withoutTrailingSlash(path: string, warnings: string[]): string {
	if (path.length < 2 || !path.endsWith('/')) return path;
	const bare = path.replace(/\/+$/, '');
	if (bare !== `/${DOWNLOADS}`) {
		warnings.push('The path ends with a slash. Production accepts it; Meta documents it without.');
	}
	return bare;
}

/** Uploaded files as the request view shows them. */
function fileViews(files: Map<string, StoredFile>): Record<string, unknown> {
	return Object.fromEntries(
		[...files].map(([name, { filename, mimeType, size }]) => [
			name,
			{ filename, mimeType, fileSize: size },
		]),
	);
}

function asAnswer(value: unknown): GraphAnswer {
	return value instanceof GraphAnswer ? value : new GraphAnswer(value);
}

async function delay(world: World, faultLatency = 0): Promise<void> {
	const { latency } = world.behavior;
	const usual =
		typeof latency === 'number' ? latency : world.random.between(latency[0], latency[1]);
	if (usual + faultLatency > 0) await sleep(usual + faultLatency);
}

function safeDecode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function challenge(error: GraphError): string {
	const kind = error.parts.code === 190 ? 'invalid_token' : 'invalid_request';
	const text = error.parts.message.slice(0, 200).replace(/[^\x20-\x7e]|"/g, ' ');
	return `OAuth "Facebook Platform" "${kind}" "${text}"`;
}

/** Prints a bug of the sandbox, because the caller sees code 1 only. */
function reportUnexpected(error: unknown): void {
	process.stderr.write(
		`Sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
	);
}
