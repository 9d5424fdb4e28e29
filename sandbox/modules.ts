import { accountModules } from './accounts';
import type { FastifyInstance } from 'fastify';
import { coreNodes } from './graph/core';
import type { Graph } from './graph/graph';
import { mediaRoutes } from './media/routes';
import { uploadRoutes } from './media/uploads';
import { messageRoutes } from './messages/routes';
import { templateRoutes } from './templates/routes';
import { overrideRoutes } from './webhooks/overrides';
import { subscriptionRoutes } from './webhooks/subscriptions';
import type { World } from './world/world';

/** What a route module may register on: Graph objects and paths, or (rarely) plain HTTP routes. */
export interface SandboxApp {
	graph: Graph;
	http: FastifyInstance;
}

/** Serves one part of the API. */
export type RouteModule = (app: SandboxApp, world: World) => void;

/** Every part of the API, in the order in which it registers. Nodes come before their edges. */
export const modules: RouteModule[] = [
	({ graph }, world) => coreNodes(graph, world),
	messageRoutes,
	mediaRoutes,
	uploadRoutes,
	subscriptionRoutes,
	overrideRoutes,
	templateRoutes,
	...accountModules,
];
