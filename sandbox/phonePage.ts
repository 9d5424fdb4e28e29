/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'fs';
import { join } from 'path';

const HINT =
	'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>' +
	'<p>The sandbox is running. The phone page is not built yet: run <code>npm run build:phone</code> and reload.</p></html>';

/** Serves the built phone page at `/`; its files are looked for on every request, so a later build shows up. */
export async function phonePage(http: FastifyInstance, root: string): Promise<void> {
	await http.register(fastifyStatic, { root, serve: false });
	http.get('/', async (_request, reply) =>
		existsSync(join(root, 'index.html'))
			? await reply.sendFile('index.html', { maxAge: 0 })
			: await reply.type('text/html; charset=utf-8').send(HINT),
	);
	http.get('/assets/*', async (request, reply) => {
		const { '*': file } = request.params as { '*': string };
		return await reply.sendFile(`assets/${file}`);
	});
}
