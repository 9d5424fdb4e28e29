import { exampleWorkflow, withCredential } from '../../../n8n-server/exampleWorkflows';
import type { EditorPage } from '../support/editorPage';
import type { World } from '../support/world';

/** What the customer sees while this n8n answers. */
export function browserPhoneTests(world: () => World, editor: () => EditorPage): void {
	test('a customer writes on the phone page, gets a reply, and taps a button', async () => {
		const { page, show } = editor();
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
		await show('phone-answered');
	});
}
