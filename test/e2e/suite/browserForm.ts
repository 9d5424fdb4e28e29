import { resources } from '../../../nodes/WhatsAppCloud/resources';
import type { MessageView } from '../../../sandbox/control/types';
import type { EditorPage } from '../support/editorPage';
import { orderUpdate } from '../../../n8n-server/sampleTemplates';
import { actionNode, chainOf, manualNode } from '../support/workflows';
import type { World } from '../support/world';

/** The action node in the editor: found, filled in, executed, rejected. */
export function browserFormTests(world: () => World, editor: () => EditorPage): void {
	describe('the action node', () => {
		const send = (parameters: Record<string, string>) =>
			chainOf('Send', [
				manualNode(),
				actionNode(world().credential, 'WhatsApp Cloud API', parameters),
			]);

		test('is found by "whatsapp" together with the trigger and shows its description', async () => {
			const { page, byTestId, show } = editor();
			await page.goto(`${world().server.url}/workflow/new`);
			await byTestId('node-creator-plus-button').click();
			await byTestId('node-creator-search-bar').fill('whatsapp');
			const found = byTestId('node-creator-item-name').filter({ hasText: /^WhatsApp Cloud API$/ });
			await found.first().waitFor();
			await show('search');
			await found.first().click();
			await page.getByText(/^Triggers \(\d+\)/).waitFor();
			// Below the triggers, and closed as long as the workflow has none.
			await page.getByText(/^Actions \(\d+\)/).click();
			await page.getByText('Send a template message').waitFor({ state: 'attached' });
			await show('actions');
		});

		test('shows every resource and its operations', async () => {
			const { page, byTestId, choose, complaints, openLastNode, show } = editor();
			await openLastNode(send({ resource: 'message', operation: 'sendText' }));
			const choices = byTestId('parameter-input-item').filter({ visible: true });
			for (const { name, value, operations } of resources) {
				await choose('resource', name);
				await byTestId('parameter-input-operation').click();
				for (const { description } of operations) {
					await choices.filter({ hasText: description }).first().waitFor();
				}
				await page.keyboard.press('Escape');
				await show(`form-${value}`);
			}
			expect(complaints()).toEqual([]);
		});

		test('sends a chosen template with values, and the phone shows it', async () => {
			const { page, byTestId, openLastNode, output, show } = editor();
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
			await show('template-form');
			await byTestId('node-execute-button').click();
			const isTemplate = ({ type, direction }: MessageView) =>
				direction === 'outgoing' && type === 'template';
			const { template } = await sandbox.control.waitForMessage(isTemplate, 60_000);
			expect(template?.header?.text).toBe('Order 815');
			expect(template?.body).toBe('Hello Ana, your order leaves at noon.');
			await output().getByText('messageId').first().waitFor();
			await show('template-sent');
			await page.goto(`${sandbox.phoneUrl}#${waId}@${sandbox.seed.phoneNumberId}`);
			await page.getByText('Hello Ana, your order leaves at noon.').last().waitFor();
			await show('template-phone');
		});

		test('explains an error and its fix', async () => {
			const { byTestId, openLastNode, output, show } = editor();
			await openLastNode(
				send({ resource: 'message', operation: 'sendText', recipient: 'abc', text: 'Hello' }),
			);
			await byTestId('node-execute-button').click();
			await output().getByText('"abc" is not a phone number').first().waitFor();
			await show('rejection');
			const words = await output().innerText();
			expect(words).toContain('(parameter "Recipient")');
			expect(words).toContain('Enter one phone number with country code');
			expect(words).not.toMatch(/undefined|\[object/);
		});

		test('explains a rejection by Meta and its fix', async () => {
			const { byTestId, openLastNode, output, show } = editor();
			const { sandbox } = world();
			const [{ waId }] = sandbox.seed.customers;
			// What newcomers meet first: a test number writes only to the numbers on its list.
			await sandbox.control.behavior({ allowedRecipients: [] });
			try {
				await openLastNode(
					send({ resource: 'message', operation: 'sendText', recipient: waId, text: 'Hello' }),
				);
				await byTestId('node-execute-button').click();
				await byTestId('node-error-message').first().waitFor();
				await show('rejection-of-meta');
				const words = await output().innerText();
				expect(words).toContain('The test phone number cannot message this recipient');
				expect(words).toContain('add the recipient under App dashboard');
				expect(words.match(/Meta says/g)).toHaveLength(1);
			} finally {
				await sandbox.control.behavior({ allowedRecipients: null });
			}
		});
	});
}
