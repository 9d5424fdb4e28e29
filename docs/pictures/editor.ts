/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';
import { buildPackage } from '../../demo/build';
import { launchBrowser } from '../../n8n-server/browser';
import { exampleWorkflow, withCredential } from '../../n8n-server/exampleWorkflows';
import { install } from '../../n8n-server/install';
import { N8nClient, owner, type WorkflowFile } from '../../n8n-server/n8nClient';
import { startN8nServer } from '../../n8n-server/n8nServer';
import { packNodes } from '../../n8n-server/packagedNodes';
import { sandboxCredential } from '../../demo/sandboxCredential';
import { startSandbox } from '../../sandbox/index';
import { orderUpdate } from '../../n8n-server/sampleTemplates';

const IMAGES = path.join(__dirname, '..', 'images');
const SIZE = { width: 1320, height: 860 };

function node(
	type: string,
	name: string,
	parameters: INodeParameters = {},
	typeVersion = 1,
): INode {
	const id = randomUUID();
	return { id, name, type, typeVersion, position: [0, 0], parameters, webhookId: id };
}

/** n8n's editor, signed in, at a resolution for documentation. */
class Editor {
	private constructor(
		readonly page: Page,
		private readonly client: N8nClient,
	) {}

	static async open(
		browser: Awaited<ReturnType<typeof launchBrowser>>,
		client: N8nClient,
	): Promise<Editor> {
		const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1.5 });
		await context.route(
			({ hostname }) => hostname !== '127.0.0.1',
			async (route) => await route.abort(),
		);
		const page = await context.newPage();
		page.setDefaultTimeout(60_000);
		await page.goto(`${client.url}/signin`);
		await page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').fill(owner.email);
		await page.locator('input[type="password"]').fill(owner.password);
		await page.locator('button:has-text("Sign in")').click();
		await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
		return new Editor(page, client);
	}

	byTestId(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	/** Opens a workflow, or the form of its last node. */
	async show(workflow: WorkflowFile, place: 'canvas' | 'node'): Promise<void> {
		const { id, nodes } = await this.client.createWorkflow(workflow);
		const form = place === 'node' ? `/${nodes.at(-1)?.id}` : '';
		await this.page.goto(`${this.client.url}/workflow/${id}${form}`);
		await this.byTestId(place === 'node' ? 'node-parameters' : 'canvas-node')
			.first()
			.waitFor();
		if (place === 'canvas') await this.page.keyboard.press('1'); // Fits all into view.
	}

	/** Takes a screenshot without animations and notifications. */
	async shoot(name: string): Promise<void> {
		const { page } = this;
		await page.addStyleTag({ content: '.el-notification { display: none !important; }' });
		await page.mouse.move(SIZE.width / 2, 4);
		await this.byTestId('node-parameters').evaluateAll((forms) => {
			for (const form of forms)
				for (let one: Element | null = form; one; one = one.parentElement) one.scrollTop = 0;
		});
		let before: Buffer | undefined;
		for (let now = await page.screenshot(); !before?.equals(now); now = await page.screenshot()) {
			before = now;
			await page.waitForTimeout(500);
		}
		await page.screenshot({ path: path.join(IMAGES, `${name}.png`), animations: 'disabled' });
	}
}

/** `npm run docs:editor`: takes the screenshots `docs/images/editor-*.png` in a real n8n 2.40, which it installs into the cache if necessary. */
async function main(): Promise<void> {
	await buildPackage();
	const nodes = await packNodes();
	const installed = (await install(['new'])).new;
	const sandbox = await startSandbox({ behavior: { window: 'open' } });
	const server = await startN8nServer({ installed, nodes, name: 'pictures' });
	const browser = await launchBrowser();
	try {
		const client = await N8nClient.connect(server.url);
		const credential = await client.createCredential(sandboxCredential(sandbox));
		const editor = await Editor.open(browser, client);
		const { page } = editor;
		const chain = (...chained: INode[]): WorkflowFile =>
			withCredential(
				{
					name: 'Picture',
					nodes: chained,
					connections: Object.fromEntries(
						chained
							.slice(1)
							.map(({ name }, index) => [
								chained[index].name,
								{ main: [[{ node: name, type: 'main', index: 0 }]] },
							]),
					),
				},
				credential,
			);
		const send = (parameters: INodeParameters) =>
			chain(
				node('n8n-nodes-base.manualTrigger', 'Start'),
				node('n8n-nodes-whatsapp-cloud.whatsAppCloud', 'WhatsApp Cloud API', parameters),
			);

		await sandbox.control.addTemplate(orderUpdate);
		const recipient = sandbox.seed.customers[0].waId;
		await editor.show(send({ operation: 'sendTemplate', recipient }), 'node');
		await editor.byTestId('resource-locator-template').locator('input').last().click();
		await editor.byTestId('rlc-item').filter({ hasText: orderUpdate.name }).click();
		const values = {
			'header.text.1': '815',
			'body.1': 'Ana',
			'body.2': 'noon',
			'button.0.url': '815',
		};
		for (const [id, value] of Object.entries(values)) {
			await editor.byTestId(`parameter-input-${id}`).locator('input').fill(value);
		}
		await editor.byTestId('node-execute-button').click();
		await editor.byTestId('ndv-data-container').getByText('messageId').first().waitFor();
		await editor.shoot('editor-workflow');

		await editor.show(send({ operation: 'sendText', recipient: 'abc', text: 'Hello' }), 'node');
		await editor.byTestId('node-execute-button').click();
		await editor.byTestId('output-panel').getByText('"abc" is not').first().waitFor();
		await editor.shoot('editor-error');

		const trigger = node(
			'n8n-nodes-whatsapp-cloud.whatsAppCloudTrigger',
			'WhatsApp Cloud API Trigger',
			{},
			2,
		);
		await editor.show(chain(trigger), 'node');
		await page.getByText('When will this node trigger my flow?').click();
		await page.getByText('Nothing arrives?').first().waitFor();
		await editor.shoot('editor-trigger');

		await editor.show(
			withCredential(exampleWorkflow('appointment-reminder'), credential),
			'canvas',
		);
		await editor.shoot('editor-example');
	} finally {
		await browser.close();
		await server.stop();
		await sandbox.close();
	}
}

main().catch((reason: unknown) => {
	process.stderr.write(
		`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
	);
	process.exitCode = 1;
});
