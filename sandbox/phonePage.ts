/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFile } from 'fs/promises';
import { extname, join, normalize } from 'path';

const HINT =
	'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>' +
	'<p>The sandbox is running. The phone page is not built. Run <code>npm run build:phone</code>, then reload.</p></html>';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.map': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
};

/** Serves the built phone page at `/`. Files are read on every request, so a later build is picked up. */
export function phonePage(http: FastifyInstance, root: string): void {
	const file = async (reply: FastifyReply, path: string) => {
		try {
			const bytes = await readFile(join(root, normalize(`/${path}`)));
			const type = TYPES[extname(path)] ?? 'application/octet-stream';
			return await reply.type(type).header('cache-control', 'no-cache').send(bytes);
		} catch {
			return await reply.callNotFound();
		}
	};
	http.setNotFoundHandler(async (request, reply) =>
		request.url === '/'
			? await reply.type(TYPES['.html']).send(HINT)
			: await reply.code(404).send({ error: `There is no ${request.url}` }),
	);
	http.get('/', async (_request, reply) => await file(reply, 'index.html'));
	http.get('/assets/*', async (request, reply) => {
		const { '*': path } = request.params as { '*': string };
		return await file(reply, `assets/${path}`);
	});
}
