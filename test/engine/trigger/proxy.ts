/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import {
	createServer,
	request as httpRequest,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** What n8n's own calls meet: the proxy passes them, answers itself, hangs up, or never answers. */
export type OwnCalls = 'pass' | 'cut' | 'silent' | { status: number; body?: string };

/** A proxy in front of n8n, as in users' networks. */
export interface Proxy {
	/** Scheme, host and port, without a path. */
	url: string;
	/** Meta's calls always pass. */
	ownCalls: OwnCalls;
	/** Path in front → server behind. */
	routes: Record<string, string>;
	close(): Promise<void>;
}

/**
 * Starts a proxy that passes everything below a path on to a server.
 *
 * @param routes path in front → server behind with the path there, e.g. `{ '/a': 'http://127.0.0.1:5678' }`
 */
export async function startProxy(routes: Record<string, string>): Promise<Proxy> {
	const waiting = new Set<ServerResponse>();
	const server = createServer((request, response) => {
		if (isMeta(request)) return pass(proxy.routes, request, response);
		const { ownCalls } = proxy;
		if (ownCalls === 'pass') return pass(proxy.routes, request, response);
		if (ownCalls === 'cut') return void request.socket.destroy();
		if (ownCalls === 'silent') return void waiting.add(response);
		response.statusCode = ownCalls.status;
		response.end(ownCalls.body ?? `<h1>${ownCalls.status}</h1>`);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const proxy: Proxy = {
		url: `http://127.0.0.1:${port}`,
		ownCalls: 'pass',
		routes,
		async close() {
			for (const response of waiting) response.destroy();
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
	return proxy;
}

/** Meta names itself in the user agent, in verifications and deliveries. */
function isMeta({ headers }: IncomingMessage): boolean {
	return /^facebook/.test(headers['user-agent'] ?? '');
}

function pass(
	routes: Record<string, string>,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const path = request.url ?? '/';
	const [front, behind] = Object.entries(routes).find(([start]) => path.startsWith(start)) ?? [];
	if (front === undefined || behind === undefined) {
		response.statusCode = 404;
		response.end('<h1>404 Not Found</h1>');
		return;
	}
	const onward = httpRequest(
		`${behind}${path.slice(front.length)}`,
		{ method: request.method, headers: { ...request.headers, connection: 'close' } },
		(answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		},
	);
	onward.on('error', () => response.destroy());
	request.pipe(onward);
}
