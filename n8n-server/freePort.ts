/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type AddressInfo } from 'node:net';

/** Returns a free loopback port. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

/** @throws Error if the loopback port of `option` is in use */
export async function assertFree(port: number, option: string): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const server = createServer();
		server.once('error', ({ message, code }: NodeJS.ErrnoException) =>
			reject(new Error(code === 'EADDRINUSE' ? taken(port, option) : message)),
		);
		server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
	});
}

const taken = (port: number, option: string) =>
	`Port ${port} is taken. Choose another one with ${option}, for example ${option} ${port + 1}.`;
