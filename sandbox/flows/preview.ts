import { randomBytes } from 'crypto';
import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world';
import { flows, type Flow } from './flow';

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

/** The preview link. It needs no token, and expires after 30 days or when a new one is requested. */
export function previewOf(world: World, flow: Flow, invalidate: boolean): unknown {
	const now = world.clock.now();
	if (invalidate || !flow.preview || flow.preview.expiresAt <= now) {
		flow.preview = { token: randomBytes(16).toString('hex'), expiresAt: now + THIRTY_DAYS };
	}
	const { token, expiresAt } = flow.preview;
	return {
		preview_url: `${world.url}/_sandbox/flows/${flow.id}/preview?token=${token}`,
		expires_at: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, '+0000'),
	};
}

/** Serves the Flow JSON of `assets`, and the preview link, which opens the phone page. */
export function previewRoutes(http: FastifyInstance, world: World): void {
	const find = (params: unknown) => world.use(flows).get((params as { id: string }).id);
	http.get('/_sandbox/flows/:id/flow.json', async (request, reply) => {
		const flow = find(request.params);
		if (!flow?.asset) return await reply.code(404).send({ error: 'There is no such Flow JSON' });
		return await reply.type('application/json').send(flow.asset.text);
	});
	http.get('/_sandbox/flows/:id/preview', async (request, reply) => {
		const flow = find(request.params);
		const { token } = request.query as { token?: string };
		const valid =
			flow?.preview?.token === token && (flow?.preview?.expiresAt ?? 0) > world.clock.now();
		if (!flow || !token || !valid) {
			return await reply.code(404).send({ error: 'The preview link is not valid, or has expired' });
		}
		return await reply.redirect(`/?flow=${flow.id}`);
	});
}
