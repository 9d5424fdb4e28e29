import { N8nCli } from '../../../../n8n-server/n8nCli';
import {
	exampleNames,
	exampleWorkflow,
	withCredential,
} from '../../../../n8n-server/exampleWorkflows';
import type { World } from '../../support/world';

/** The examples as they are, imported as a user would. */
export function importedExamples(world: () => World): void {
	const known = new Set<string>();
	beforeAll(async () => {
		for (const { name, version } of await world().client.nodeTypes()) {
			for (const typeVersion of [version].flat()) known.add(`${name} ${typeVersion}`);
		}
	});

	test.each(exampleNames())('%s: n8n recognizes every node', (name) => {
		const used = exampleWorkflow(name).nodes.map(
			({ type, typeVersion }) => `${type} ${typeVersion}`,
		);
		expect(used.filter((node) => !known.has(node))).toEqual([]);
	});

	test('welcome-conversation is unchanged after an export and import', async () => {
		const { client, credential, installed, server } = world();
		const cli = new N8nCli(installed, server);
		const { id, nodes, connections } = await client.createWorkflow(
			withCredential(exampleWorkflow('welcome-conversation'), credential),
		);
		const exported = await cli.exportWorkflow(id);
		expect(exported.nodes).toEqual(nodes);
		await client.deleteWorkflow(id);
		await cli.importWorkflow(exported);
		const again = await client.workflow(id);
		expect(again.nodes).toEqual(nodes);
		expect(again.connections).toEqual(connections);
		await client.activate(id);
	});
}
