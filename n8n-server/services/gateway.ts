/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import fastify, { type FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** The routes of each simulated service by host name. */
export type PlayedHosts = Record<string, (host: FastifyInstance) => void>;

/** A proxy through which a program reaches the simulated hosts under their real names over HTTPS. */
export interface Gateway {
	/** Environment for the program, so that it uses the proxy and trusts its certificate. */
	env: Record<string, string>;
	close(): Promise<void>;
}

export interface GatewayOptions {
	/** `block` blocks all other hosts, so that nothing leaves this machine; `tunnel` connects to the real ones. */
	others: 'block' | 'tunnel';
}

const REJECTION = 'HTTP/1.1 502 Not simulated\r\nConnection: close\r\n\r\n';

/** Starts a proxy on the loopback interface that responds for `hosts`. */
export async function startGateway(hosts: PlayedHosts, options: GatewayOptions): Promise<Gateway> {
	const names = Object.keys(hosts);
	const { cert, private: key } = await generate(
		[{ name: 'commonName', value: 'Played services' }],
		{
			extensions: [
				{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
			],
		},
	);
	const folder = mkdtempSync(path.join(tmpdir(), 'played-services-'));
	const certificate = path.join(folder, 'certificate.pem');
	writeFileSync(certificate, cert);

	let tls: Server | undefined;
	const app = fastify({
		bodyLimit: 128 * 1024 * 1024,
		serverFactory: (handler) => (tls = createHttpsServer({ key, cert }, handler)),
	});
	for (const [host, routes] of Object.entries(hosts)) {
		await app.register(async (scope) => {
			scope.addHook('onRoute', (route) => {
				route.constraints = { ...route.constraints, host };
			});
			routes(scope);
		});
	}
	await app.ready();

	const sockets = new Set<Duplex>();
	const keep = (socket: Duplex) => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
	};
	const proxy = createHttpServer((_request, response) => response.writeHead(502).end());
	proxy.on('connect', ({ url = '' }, socket: Socket) => {
		keep(socket);
		const { hostname, port } = new URL(`https://${url}`);
		const accept = () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		if (names.includes(hostname)) {
			accept();
			tls?.emit('connection', socket);
		} else if (options.others === 'tunnel') {
			const target = connect(Number(port || 443), hostname, accept);
			keep(target);
			socket.pipe(target).pipe(socket);
		} else {
			socket.end(REJECTION);
		}
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const { port } = proxy.address() as AddressInfo;
	return {
		env: {
			HTTPS_PROXY: `http://127.0.0.1:${port}`,
			NO_PROXY: 'localhost,127.0.0.1,[::1]',
			NODE_EXTRA_CA_CERTS: certificate,
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			proxy.close();
			await app.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
