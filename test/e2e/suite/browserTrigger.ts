import { sandboxCredential } from '../../../demo/sandboxCredential';
import type { EditorPage } from '../support/editorPage';
import { chainOf, triggerNode } from '../support/workflows';
import type { World } from '../support/world';

/** The trigger in the editor: its panel, and a message that arrives while it listens. */
export function browserTriggerTests(world: () => World, editor: () => EditorPage): void {
	describe('the trigger', () => {
		const open = async (credential = world().credential) =>
			await editor().openLastNode(chainOf('Receive', [triggerNode(credential)]));

		test('shows instructions in its panel', async () => {
			const { page, show } = editor();
			await open();
			await page.getByText('Send a message to your WhatsApp number').first().waitFor();
			await page.getByText('Publish the workflow').first().waitFor();
			await page.getByText('When will this node trigger my flow?').click();
			await page.getByText('Nothing arrives?').first().waitFor();
			await show('trigger-panel');
		});

		test("listens and shows the customer's message", async () => {
			const { byTestId, output, page, show } = editor();
			const { control, seed } = world().sandbox;
			const [{ waId, name }] = seed.customers;
			await open();
			await byTestId('trigger-execute-button').click();
			await byTestId('trigger-listening').waitFor();
			await show('trigger-listening');
			await control.customer(waId).sendText('Is the shop open?');
			await output().getByText('Is the shop open?').first().waitFor();
			await show('trigger-arrived');
			await byTestId('radio-button-schema').click();
			const schema = output().getByText(name).first();
			await schema.waitFor();
			await page.mouse.move(0, 0);
			await show('trigger-arrived-schema');
			expect(await output().innerText()).toContain(waId);
		});

		test('explains why it cannot listen, and the fix', async () => {
			const { byTestId, page, show } = editor();
			const { client, sandbox } = world();
			const fields = sandboxCredential(sandbox);
			const credential = await client.createCredential({
				...fields,
				name: 'Without app secret',
				data: { ...fields.data, appSecret: '' },
			});
			await open(credential);
			await byTestId('trigger-execute-button').click();
			const words = page.getByRole('alert').filter({ hasText: 'The credential has no App Secret' });
			await words.getByText('App settings → Basic').waitFor();
			await show('trigger-rejected');
		});
	});
}
