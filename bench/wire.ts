/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Simulates a network in front of a server: every byte takes half a round trip, and a new connection takes
 * two round trips before it carries data, like TCP and TLS. Counts the connections.
 *
 * It doesn't simulate the CPU time of encryption, which favors clients that open many connections.
 */
export async function startWire(target: string, roundTripMs: number) {
	const { hostname, port } = new URL(target);
	let connections = 0;
	const open = new Set<Socket>();
	const server = createServer((near) => {
		connections += 1;
		const far = connect(Number(port), hostname);
		for (const socket of [near, far]) {
			open.add(socket);
			socket.setNoDelay(true);
			socket.on('close', () => open.delete(socket));
			socket.on('error', () => [near, far].forEach((end) => end.destroy()));
		}
		near.pipe(later(roundTripMs / 2, 2 * roundTripMs)).pipe(far);
		far.pipe(later(roundTripMs / 2)).pipe(near);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		takeConnections(): number {
			const count = connections;
			connections = 0;
			return count;
		},
		close() {
			for (const socket of open) socket.destroy();
			server.close();
		},
	};
}

/** Forwards data after a delay and in order. The first data waits `opening` longer. */
function later(ms: number, opening = 0): Transform {
	const openedAt = performance.now() + opening;
	let passed = Promise.resolve();
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			const at = Math.max(performance.now(), openedAt) + ms;
			passed = passed
				.then(async () => await sleep(at - performance.now()))
				.then(() => {
					if (!this.destroyed) this.push(chunk);
				});
			done();
		},
		flush(done) {
			void passed.then(() => done());
		},
	});
}
