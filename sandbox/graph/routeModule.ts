import type { FastifyInstance } from 'fastify';
import type { World } from '../world/world';
import type { Graph } from './graph';

/** What a route module registers on: Graph objects and paths, or (rarely) plain HTTP routes. */
export interface SandboxApp {
	graph: Graph;
	http: FastifyInstance;
}

/** Serves one part of the API. */
export type RouteModule = (app: SandboxApp, world: World) => void;
