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

			const token = form.locator('[data-test-id="parameter-input-accessToken"] input');
			await token.fill('EAAWRONG');
			await byTestId('credential-save-button').click();
			await form.getByText('More details').click();
			await form.getByText(/^Meta does not accept the access token\. /).waitFor();
			await show('credential-refused');
			expect(await form.innerText()).not.toContain('EAAWRONG');

			await token.fill(sandbox.seed.accessToken);
			const account = form.locator('[data-test-id="parameter-input-businessAccountId"] input');
			await account.fill('999999999999999');
			await byTestId('credential-save-button').click();
			await form.getByText(/token is valid, but the WhatsApp Business Account ID is not/).waitFor();
			await show('credential-wrong-account');

			await account.fill(sandbox.seed.businessAccountId);
			await byTestId('credential-save-button').click();
			await form.getByText('Connection tested successfully').waitFor();
			await page.keyboard.press('Escape');
		});
	});
}
