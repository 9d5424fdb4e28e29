import type { Locator } from 'playwright-core';
import { sandboxCredential } from '../../../demo/sandboxCredential';
import type { EditorPage } from '../support/editorPage';
import { actionNode, chainOf } from '../support/workflows';
import type { World } from '../support/world';

/** The form of the credential, opened from the node that uses it. */
export function browserCredentialTests(world: () => World, editor: () => EditorPage): void {
	describe('the credential', () => {
		test('is tested when it is opened and saved, and explains errors', async () => {
			const { byTestId, openLastNode, page, show } = editor();
			const { client, sandbox } = world();
			const credential = await client.createCredential({
				...sandboxCredential(sandbox),
				name: 'Opened in the editor',
			});
			const sendText = { resource: 'message', operation: 'sendText' };
			await openLastNode(chainOf('Send', [actionNode(credential, 'WhatsApp Cloud API', sendText)]));
			await byTestId('credential-edit-button').click();
			const form = byTestId('credential-edit-dialog');
			await form.getByText('Connection tested successfully').waitFor();
			await show('credential');

			// A click before the form has taken the typed text over saves the former text, and n8n tests nothing new.
			const save = async (expected: Locator, tries = 3): Promise<void> => {
				await page.keyboard.press('Tab');
				await byTestId('credential-save-button').click();
				const seen = await expected.waitFor({ timeout: 20_000 }).then(
					() => true,
					() => false,
				);
				if (seen) return;
				if (tries === 1) throw new Error(`The form does not show ${expected}`);
				await save(expected, tries - 1);
			};
			const token = form.locator('[data-test-id="parameter-input-accessToken"] input');
			await token.fill('EAAWRONG');
			await save(form.getByText('More details'));
			await form.getByText('More details').click();
			await form.getByText(/^Meta does not accept the access token\. /).waitFor();
			await show('credential-rejected');
			expect(await form.innerText()).not.toContain('EAAWRONG');

			await token.fill(sandbox.seed.accessToken);
			const account = form.locator('[data-test-id="parameter-input-businessAccountId"] input');
			await account.fill('999999999999999');
			await save(form.getByText(/token is valid, but the WhatsApp Business Account ID is not/));
			await show('credential-wrong-account');

			await account.fill(sandbox.seed.businessAccountId);
			await save(form.getByText('Connection tested successfully'));
			await page.keyboard.press('Escape');
		});
	});
}
