import type { Browser, Page } from 'playwright-core';
import { launchBrowser, screenshot, signedInPage } from '../../e2e/browser';
import type { WorkflowFile } from '../../e2e/n8nClient';
import { exampleWorkflow, withCredential } from '../../e2e/exampleWorkflows';
import { resources } from '../../nodes/WhatsAppCloud/resources';
import type { MessageView } from '../../sandbox/control/types';
import { orderUpdate } from './support/orderUpdate';
import { START_MS, useWorld } from './support/world';
import { actionNode, chainOf, manualNode, triggerNode } from './support/workflows';

/** What a person sees in n8n's editor and on the phone page, in Chromium. */
describe('in the browser, n8n 2.40', () => {
	const world = useWorld('new');
	let browser: Browser;
	let page: Page;
	const complaints: string[] = [];

	beforeAll(async () => {
		browser = await launchBrowser();
		page = await signedInPage(browser, world().server.url);
		page.on('pageerror', (error) => complaints.push(error.message));
	}, START_MS);

	afterAll(async () => await browser?.close(), 60_000);

	afterEach(async () => {
		await screenshot(page, `end-of-${expect.getState().currentTestName?.replace(/\W+/g, '-')}`);
	});

	const byTestId = (id: string) => page.locator(`[data-test-id="${id}"]`);

	/** Opens the form of a workflow's last node. */
	async function openLastNode(file: WorkflowFile): Promise<string> {
		const { id, nodes } = await world().client.createWorkflow(file);
		const last = nodes.at(-1);
		await page.goto(`${world().server.url}/workflow/${id}/${last?.id}`);
		await byTestId('node-parameters').waitFor();
		return id;
	}

	const send = (parameters: Record<string, string>) =>
		chainOf('Send', [manualNode(), actionNode(world().credential, 'WhatsApp Cloud', parameters)]);

	test('searching "whatsapp" finds both nodes and says what they do', async () => {
		await page.goto(`${world().server.url}/workflow/new`);
		await byTestId('node-creator-plus-button').click();
		await byTestId('node-creator-search-bar').fill('whatsapp');
		const found = byTestId('node-creator-item-name').filter({ hasText: /^WhatsApp Cloud$/ });
		await found.first().waitFor();
		await screenshot(page, 'search');
		await found.first().click();
		await page.getByText(/^Triggers \(\d+\)/).waitFor();
		// Below the triggers, and closed as long as the workflow has none.
		await page.getByText(/^Actions \(\d+\)/).click();
		await page.getByText('Send a template message').waitFor({ state: 'attached' });
		await screenshot(page, 'actions');
	});

	test('every resource can be chosen and offers its operations', async () => {
		await openLastNode(send({ resource: 'message', operation: 'sendText' }));
		const choices = byTestId('parameter-input-item').filter({ visible: true });
		for (const { name, value, operations } of resources) {
			await byTestId('parameter-input-resource').click();
			await choices
				.filter({ has: page.getByText(name, { exact: true }) })
				.first()
				.click();
			await byTestId('parameter-input-operation').click();
			for (const operation of operations) {
				await choices.filter({ hasText: operation.description }).first().waitFor();
			}
			await page.keyboard.press('Escape');
			await screenshot(page, `form-${value}`);
		}
		expect(complaints).toEqual([]);
	});

	test('a template is picked, its values are filled in, and the phone shows it', async () => {
		const { sandbox } = world();
		const [{ waId }] = sandbox.seed.customers;
		await sandbox.control.addTemplate(orderUpdate);
		await openLastNode(send({ resource: 'message', operation: 'sendTemplate', recipient: waId }));
		await byTestId('resource-locator-template').locator('[data-test-id="rlc-input"]').click();
		await byTestId('rlc-item').filter({ hasText: 'order_update' }).click();
		const values = {
			'header.text.1': '815',
			'body.1': 'Ana',
			'body.2': 'noon',
			'button.0.url': '815',
		};
		for (const [id, value] of Object.entries(values)) {
			await byTestId(`parameter-input-${id}`).locator('input').fill(value);
		}
		await screenshot(page, 'template-form');
		await byTestId('node-execute-button').click();
		const isTemplate = ({ type, direction }: MessageView) =>
			direction === 'outgoing' && type === 'template';
		const { template } = await sandbox.control.waitForMessage(isTemplate, 60_000);
		expect(template?.header?.text).toBe('Order 815');
		expect(template?.body).toBe('Hello Ana, your order leaves at noon.');
		await byTestId('ndv-data-container').getByText('messageId').first().waitFor();
		await screenshot(page, 'template-sent');
		await page.goto(`${sandbox.phoneUrl}#${waId}@${sandbox.seed.phoneNumberId}`);
		await page.getByText('Hello Ana, your order leaves at noon.').last().waitFor();
		await screenshot(page, 'template-phone');
	});

	test('a refusal says what happened and how to get on', async () => {
		await openLastNode(
			send({ resource: 'message', operation: 'sendText', recipient: 'abc', text: 'Hello' }),
		);
		await byTestId('node-execute-button').click();
		const output = byTestId('output-panel');
		await output.getByText('"abc" is not a phone number').first().waitFor();
		await screenshot(page, 'refusal');
		const words = await output.innerText();
		expect(words).toContain('(parameter "Recipient")');
		expect(words).toContain('Enter one phone number with country code');
		expect(words).not.toMatch(/undefined|\[object/);
	});

	test('the panel of the trigger says what to do', async () => {
		await openLastNode(chainOf('Receive', [triggerNode(world().credential)]));
		await page.getByText('Write to your WhatsApp number').first().waitFor();
		await page.getByText('Activate the workflow to receive WhatsApp messages').first().waitFor();
		await page.getByText('When will this node trigger my flow?').click();
		await page.getByText('Nothing arrives?').first().waitFor();
		await screenshot(page, 'trigger-panel');
	});

	test('on the phone page a customer writes, gets an answer and taps a button', async () => {
		const { client, credential, sandbox } = world();
		const [, { waId, name }] = sandbox.seed.customers;
		const welcome = withCredential(exampleWorkflow('welcome-conversation'), credential);
		const { id } = await client.createWorkflow(welcome);
		await client.activate(id);
		await page.goto(`${sandbox.phoneUrl}#${waId}@${sandbox.seed.phoneNumberId}`);
		await page.getByRole('textbox', { name: /message/i }).fill('Good morning');
		await page.keyboard.press('Enter');
		await page.getByText(`Hello ${name}!`).last().waitFor();
		await page.getByRole('button', { name: 'Delivery time' }).last().click();
		await page.getByText('Your cake arrives').last().waitFor();
		await screenshot(page, 'phone-answered');
	});
});
