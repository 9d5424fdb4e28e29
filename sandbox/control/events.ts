import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world';

/**
 * `GET /_sandbox/events`: Server-Sent Events. `?types=message,status` limits them (requests are
 * streamed only if named). `GET /_sandbox/media/:id`: bytes without a token.
 */
export function eventStream(http: FastifyInstance, world: World): void {
	http.get('/_sandbox/events', (request, reply) => {
		const { types } = request.query as { types?: string };
		const wanted = types ? new Set(types.split(',')) : undefined;
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store',
			connection: 'keep-alive',
		});
		raw.write(': listening\n\n');
		const stop = world.bus.listen((event) => {
			if (wanted ? !wanted.has(event.type) : event.type === 'request') return;
			raw.write(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
		});
		raw.on('close', stop);
	});

	http.get('/_sandbox/media/:id', async (request, reply) => {
		const { id } = request.params as { id: string };
		const media = world.media.findIncludingExpired(id);
		if (!media) return await reply.code(404).send({ error: `There is no media ${id}` });
		return await reply
			.header('content-type', media.mimeType)
			.header('content-length', media.file.size)
			.header('cache-control', 'no-store')
			.send(world.files.read(media.file));
	});
}
