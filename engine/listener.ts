/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGunzip, createInflate } from 'node:zlib';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { ExecutionHost } from './executionHost';
import type { RunResult } from './runResult';

/** The HTTP server of the engine: what n8n's server does under `/webhook/`, `/webhook-test/`, and `/webhook-waiting/`. */
export interface Listener {
	/** Scheme, host and port, without a path. */
	url: string;
	port: number;
	/** Resolves when the first `count` executions that calls started have ended. */
	waitForExecutions(count: number, timeoutMs?: number): Promise<RunResult[]>;
	close(): Promise<void>;
}

/**
 * Connections that may wait to be accepted. Beyond it (511 in Node.js) the kernel drops them, and on
 * a busy machine resets in the end those of a burst that comes from our own event loop.
 */
const BACKLOG = 4096;

/**
 * How long an idle connection is kept. A server that closes one while the next request is on its way
 * resets that request; with Node's five seconds, a busy machine's pause between two calls is enough.
 */
const KEEP_ALIVE_MS = 120_000;

/** @param port a free one when left out; rejects with code EADDRINUSE when it is taken */
export async function startListener(host: ExecutionHost, port = 0): Promise<Listener> {
	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', 'extended');
	app.use(readBody);
	app.use(async (request: Request, response: Response) => {
		await dispatch(host, request, response);
	});
	app.use((error: Error, _request: Request, response: Response, next: NextFunction) => {
		if (response.headersSent) next(error);
		else response.status(500).json({ code: 0, message: error.message });
	});

	const server = createServer(app).listen({ port, host: '127.0.0.1', backlog: BACKLOG });
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	await once(server, 'listening');
	const { port: actual } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${actual}`;
	host.baseUrl = url;
	return {
		url,
		port: actual,
		waitForExecutions: async (count, timeoutMs) => await host.executions.wait(count, timeoutMs),
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

/**
 * Keeps the bytes as they came in `rawBody` and parses the body by its type, as n8n does before it
 * calls a node. A JSON body that cannot be parsed is answered with 422.
 */
async function readBody(request: Request, response: Response, next: NextFunction): Promise<void> {
	const [contentType, ...parameters] = (request.headers['content-type'] ?? '').split(';');
	const charset = parameters.find((one) => one.trim().startsWith('charset='))?.split('=')[1];
	request.contentType = contentType.trim().toLowerCase() || undefined;
	request.encoding = (charset?.trim().toLowerCase() ?? 'utf-8') as BufferEncoding;
	request.rawBody = await buffer(decompressed(request));
	request.readRawBody = async () => {};
	request._body = true;
	try {
		request.body = request.rawBody.length ? parseBody(request) : {};
		next();
	} catch (error) {
		response
			.status(422)
			.json({ code: 422, message: 'Failed to parse request body', hint: (error as Error).message });
	}
}

function parseBody({ contentType, rawBody, encoding }: Request): unknown {
	const text = rawBody.toString(encoding);
	switch (contentType) {
		case 'application/json':
			return JSON.parse(text.replace(/^\uFEFF/, ''));
		case 'application/x-www-form-urlencoded':
			return Object.fromEntries(new URLSearchParams(text));
		case 'text/plain':
			return text;
		default:
			return {};
	}
}

function decompressed(request: Request): NodeJS.ReadableStream {
	switch (request.headers['content-encoding']) {
		case 'gzip':
			return request.pipe(createGunzip());
		case 'deflate':
			return request.pipe(createInflate());
		default:
			return request;
	}
}

async function dispatch(host: ExecutionHost, request: Request, response: Response): Promise<void> {
	const [, id, suffix] = /^\/webhook-waiting\/(\d+)\/([^/]+)$/.exec(request.path) ?? [];
	if (id !== undefined) {
		await host.waiting.receive(id, decodeURIComponent(suffix), request, response);
		return;
	}
	const [, prefix, path] = /^\/(webhook|webhook-test)\/(.*?)\/?$/.exec(request.path) ?? [];
	const call =
		path === undefined
			? undefined
			: host.routes.find(request.method, path, prefix === 'webhook-test');
	if (!call) {
		response.status(404).json({
			code: 404,
			message: `The requested webhook "${request.method} ${path ?? request.path}" is not registered.`,
		});
		return;
	}
	request.params = {};
	await call(request, response);
}
