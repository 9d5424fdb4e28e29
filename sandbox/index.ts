/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { join } from 'path';
import { SandboxControl } from './control/client';
import { controlRoutes } from './control/routes';
import type { BehaviorPatch } from './control/types';
import { Graph } from './graph/graph';
import { createServer } from './graph/server';
import { modules } from './modules';
import { phonePage } from './phonePage';
import { defaultSeed, type Seed } from './seed';
import { populate } from './world/populate';
import { World } from './world/world';

export { SandboxControl } from './control/client';
export type { Seed, SeedCustomer, SeedNumber } from './seed';

export interface SandboxOptions {
	/** Port on 127.0.0.1. 0 (default) picks a free port. */
	port?: number;
	/** Replaces keys of the seed. */
	seed?: Partial<Seed>;
	/** Replaces keys of the behavior, also after a reset. */
	behavior?: BehaviorPatch;
	/** Folder of the built phone page; default `build/phone`. */
	phoneRoot?: string;
}

/** A running sandbox. */
export interface Sandbox {
	/** Base URL of the Graph API without a trailing slash: the credential's Base URL. */
	url: string;
	/** Address of the phone page. */
	phoneUrl: string;
	seed: Seed;
	control: SandboxControl;
	/** Closes connections, timers, and temporary files. */
	close(): Promise<void>;
}

/** Starts a local Cloud API on 127.0.0.1. Any number of sandboxes can run side by side. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const seed: Seed = { ...defaultSeed(), ...options.seed };
	const world = new World(seed, populate, options.behavior);
	const graph = new Graph(world);
	const http = await createServer(world, graph);
	for (const register of modules) register({ graph, http }, world);
	controlRoutes(http, world);
	phonePage(http, options.phoneRoot ?? join(__dirname, '..', 'build', 'phone'));
	world.url = await http.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	return {
		url: world.url,
		phoneUrl: `${world.url}/`,
		seed,
		control: new SandboxControl(world.url),
		async close() {
			world.webhooks.close();
			await http.close();
			await world.close();
		},
	};
}
