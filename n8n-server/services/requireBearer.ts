import type { FastifyInstance } from 'fastify';

/** Rejects requests without this token, as the real service does. `open` paths need no token. */
export function requireBearer(
	host: FastifyInstance,
	token: string,
	open: (path: string) => boolean = () => false,
): void {
	host.addHook('onRequest', async (request, reply) => {
		if (open(request.url)) return;
		if (request.headers.authorization === `Bearer ${token}`) return;
		await reply.code(401).send({ error: { message: 'The token is not the one of this service' } });
	});
}
