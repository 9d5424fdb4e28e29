/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from './freePort';
import { startGuarded } from './guardedProcess';
import { waitFor } from './waitFor';

export interface Redis {
	port: number;
	stop(): Promise<void>;
}

/** A temporary Redis on the loopback interface that writes nothing to disk. */
export async function startRedis(log: string): Promise<Redis> {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-redis-'));
	const port = await freePort();
	const server = startGuarded(
		'redis-server',
		[
			'--bind',
			'127.0.0.1',
			'--port',
			String(port),
			'--save',
			'',
			'--appendonly',
			'no',
			'--dir',
			folder,
		],
		{ cwd: folder, env: { PATH: process.env.PATH }, log },
	);
	await waitFor('Redis to answer', async () => {
		server.assertRunning();
		return (await ping(port)).startsWith('+PONG');
	});
	return {
		port,
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function ping(port: number): Promise<string> {
	return await new Promise((resolve, reject) => {
		const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
		socket.setTimeout(2_000, () => socket.destroy(new Error('Redis does not respond')));
		socket.once('error', reject);
		socket.once('data', (data) => {
			socket.destroy();
			resolve(data.toString());
		});
	});
}
