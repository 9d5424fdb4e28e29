/* eslint-disable @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ControlError } from './controlError';
import type { World } from '../world/world';
import type { Call } from './call';
import { conversationRoutes } from './conversation';
import { customerRoutes } from './customers';
import { flowPlayRoutes } from './flowPlay';
import { flowControls } from './flows';
import { directoryRoutes } from './directory';
import { eventStream } from './events';
import type { BehaviorPatch, FaultInput, WebhookInput } from './types';
import { accountControls } from './accounts';
import { paymentControls } from './payments';
import { callControls } from './calls';
import { conversionControls } from './conversions';
import { groupControls } from './groups';
import { loginControls } from './login';
import { sampleRoutes } from './samples';
import { threadControls } from './threads';
import { templateControls } from './templates';
import { stateView } from './views';

/** The control API. It needs no token, because it listens on this machine only. */
export function controlRoutes(http: FastifyInstance, world: World): void {
	const call: Call = (method, path, run) => {
		http.route({
			method,
			url: `/_sandbox${path}`,
			handler: async (request: FastifyRequest, reply: FastifyReply) => {
				try {
					const input = { ...(request.query as object), ...bodyOf(request) };
					const output = await run(input as never, request.params as Record<string, string>);
					return await reply.header('cache-control', 'no-store').send(output ?? { ok: true });
				} catch (error) {
					if (!(error instanceof ControlError)) throw error;
					return await reply.code(error.status).send({ error: error.message });
				}
			},
		});
	};

	call('GET', '/state', () => stateView(world));
	call('POST', '/reset', async () => await world.reset());
	call('POST', '/clock', async ({ milliseconds }: { milliseconds: number }) => {
		if (!(Number(milliseconds) >= 0)) throw new ControlError('milliseconds must be 0 or more');
		await world.clock.advance(Number(milliseconds));
		return { now: world.clock.now() };
	});
	call('PATCH', '/behavior', (patch: BehaviorPatch) => {
		world.behave(patch);
		return world.behavior;
	});

	templateControls(call, world);
	flowControls(call, world);
	flowPlayRoutes(call, world);
	accountControls(call, world);
	loginControls(call, world);
	conversionControls(call, world);
	groupControls(call, world);
	callControls(call, world);
	paymentControls(call, world);
	threadControls(call, world);

	call('POST', '/faults', (input: FaultInput) => world.faults.add(input));
	call('GET', '/faults', () => world.faults.list());
	call('DELETE', '/faults', ({ id }: { id?: string }) => world.faults.remove(id));

	call('GET', '/requests', ({ after, limit }: Record<string, string>) =>
		world.requests.list(number(after), number(limit)),
	);
	call('GET', '/deliveries', ({ after, limit }: Record<string, string>) =>
		world.webhooks.deliveries.list(number(after), number(limit)),
	);
	call(
		'POST',
		'/webhooks',
		({ field, value, options = {} }: { field: string; value: object; options?: WebhookInput }) => {
			if (!field || typeof value !== 'object')
				throw new ControlError('field and value are required');
			world.webhooks.publish({
				accountId: options.businessAccountId ?? world.seed.businessAccountId,
				phoneNumberId: options.phoneNumberId ?? world.seed.phoneNumberId,
				field,
				value: value as Record<string, unknown>,
				test: options.test,
			});
		},
	);

	sampleRoutes(call, world);
	directoryRoutes(call, world);
	customerRoutes(call, world);
	conversationRoutes(call, world);
	eventStream(http, world);
}

function number(value: string | undefined): number | undefined {
	return value === undefined ? undefined : Number(value);
}

function bodyOf(request: FastifyRequest): object {
	const { body } = request;
	if (typeof body !== 'string' || body === '') return {};
	try {
		return JSON.parse(body) as object;
	} catch {
		throw new ControlError('The body is not valid JSON');
	}
}
