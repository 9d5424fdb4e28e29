import type { World } from '../support/world';

const PREFIX = 'n8n-nodes-whatsapp-cloud.';

/** The package as n8n loads it from the tarball. */
export function packageTests(world: () => World): void {
	describe('the installed package', () => {
		test('provides the action node, its tool versions, and the triggers', async () => {
			const types = await world().client.nodeTypes();
			const ours = types.map(({ name }) => name).filter((name) => name.startsWith(PREFIX));
			// Human review of an agent's tool is new in n8n 2.
			const review = world().server.release.version.startsWith('1.') ? [] : ['HitlTool'];
			expect(ours.sort()).toEqual(
				['', 'FlowTrigger', ...review, 'Tool', 'Trigger'].map(
					(name) => `${PREFIX}whatsAppCloud${name}`,
				),
			);
		});

		test('provides the credential for both nodes', async () => {
			const types = await world().client.credentialTypes();
			const credential = types.find(({ name }) => name === 'whatsAppCloudApi');
			expect(credential?.supportedNodes).toEqual(
				expect.arrayContaining([`${PREFIX}whatsAppCloud`, `${PREFIX}whatsAppCloudTrigger`]),
			);
		});

		test('serves the icons, light and dark', async () => {
			const types = await world().client.nodeTypes();
			const icons = types
				.filter(({ name }) => name.startsWith(PREFIX))
				.flatMap(({ iconUrl }) =>
					typeof iconUrl === 'object' ? Object.values(iconUrl) : [String(iconUrl)],
				);
			expect(icons.length).toBeGreaterThanOrEqual(4);
			for (const icon of new Set(icons)) {
				const { contentType, body } = await world().client.file(`/${icon}`);
				expect(contentType).toContain('image/svg+xml');
				expect(body).toContain('<svg');
			}
		});

		test("appears in the editor's search through its codex", async () => {
			const types = await world().client.nodeTypes();
			for (const node of ['whatsAppCloud', 'whatsAppCloudTrigger']) {
				const codex = types.find(({ name }) => name === PREFIX + node)?.codex;
				expect(codex?.categories).toContain('Communication');
			}
		});

		test('loads without warnings in the log', () => {
			const log = world().server.output();
			const complaints = log
				.split('\n')
				.filter((line) => /n8n-nodes-whatsapp-cloud|whatsAppCloud/i.test(line));
			expect(complaints).toEqual([]);
		});
	});
}
