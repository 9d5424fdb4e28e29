import type { FastifyInstance } from 'fastify';

import type { PlayedHosts } from './gateway';

/** Files by path, as a careless server sends them: the PDF without its type, and a login page instead of a file. */
const FILES: Readonly<Record<string, { type: string; content: Buffer }>> = {
	'/invoice-4711.pdf': {
		type: 'application/octet-stream',
		content: Buffer.from('%PDF-1.4\n%%EOF'),
	},
	'/photos-4712.zip': {
		type: 'application/zip',
		// An empty archive.
		content: Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
	},
	'/members/invoice-4713.pdf': {
		type: 'text/html; charset=utf-8',
		content: Buffer.from('<!doctype html><title>Log in</title>'),
	},
};

/** The file server of the example "Send a file from a link". */
export class PlayedFiles {
	readonly hosts: PlayedHosts = { 'files.example.com': (host) => this.routes(host) };

	private routes(host: FastifyInstance): void {
		for (const [path, { type, content }] of Object.entries(FILES))
			host.get(path, async (_request, reply) => await reply.type(type).send(content));
	}
}
