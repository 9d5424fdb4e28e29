/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface ApiCall {
	method: string;
	url: string;
	headers: IncomingMessage['headers'];
	body: unknown;
}

/** The response of the double; undefined never responds. */
export type Answer =
	| { status?: number; headers?: Record<string, string>; body?: unknown }
	| undefined;

/** Starts a real HTTP server on 127.0.0.1 for a test that needs another service. */
export async function startApiDouble(answer: (call: ApiCall) => Answer) {
	const calls: ApiCall[] = [];
	const server = createServer(async (request, response) => {
		const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
		const call: ApiCall = {
			method: request.method ?? '',
			url: request.url ?? '',
			headers: request.headers,
			body: hasBody ? await json(request) : undefined,
		};
		calls.push(call);
		const reply = answer(call);
		if (!reply) return;
		response.writeHead(reply.status ?? 200, {
			'Content-Type': 'application/json',
			...reply.headers,
		});
		response.end(JSON.stringify(reply.body ?? {}));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		calls,
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
