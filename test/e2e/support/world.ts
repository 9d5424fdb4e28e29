import { install } from '../../../n8n-server/install';
import type { InstalledN8n } from '../../../n8n-server/installN8n';
import { N8nClient, type CredentialRecord } from '../../../n8n-server/n8nClient';
import { startN8nServer, type N8nServer } from '../../../n8n-server/n8nServer';
import { startServices, type PlayedServices } from '../../../n8n-server/services';
import { packagedNodes } from '../../../n8n-server/packagedNodes';
import type { ReleaseName } from '../../../n8n-server/releases';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { buildPhonePage } from '../../../demo/build';
import { sandboxCredential } from '../../../demo/sandboxCredential';

/** One n8n with our package, a sandbox in place of Meta, and a matching credential. */
export interface World {
	installed: InstalledN8n;
	server: N8nServer;
	client: N8nClient;
	sandbox: Sandbox;
	/** Simulates the third-party services and blocks everything else. */
	services: PlayedServices;
	/** Signs in again, because a restarted n8n has no sessions. */
	reconnect(): Promise<void>;
	credential: CredentialRecord;
}

/** Time for n8n to start on a busy machine. */
export const START_MS = 300_000;

/** Starts a world before the tests of a file and closes it after them. */
export function useWorld(name: ReleaseName): () => World {
	const stops: Array<() => Promise<void>> = [];
	let world: World;

	beforeAll(async () => {
		const installed = (await install([name]))[name];
		await buildPhonePage();
		const sandbox = await startSandbox({ behavior: { window: 'seeded' } });
		stops.push(async () => await sandbox.close());
		const services = await startServices({ others: 'block' });
		stops.push(async () => await services.close());
		const { env } = services;
		const server = await startN8nServer({ installed, nodes: packagedNodes(), name, env });
		stops.push(async () => await server.stop());
		const client = await N8nClient.connect(server.url);
		const types = await client.nodeTypes();
		if (!types.some(({ name }) => name.startsWith('n8n-nodes-whatsapp-cloud.'))) {
			throw new Error(`n8n has not loaded the package:\n${server.tail()}`);
		}
		const credential = await client.createCredential(sandboxCredential(sandbox));
		const reconnect = async () => {
			world.client = await N8nClient.connect(server.url);
		};
		world = { installed, server, client, sandbox, services, credential, reconnect };
	}, START_MS);

	afterAll(async () => {
		for (const stop of stops.reverse()) await stop();
	}, 60_000);

	return () => world;
}
