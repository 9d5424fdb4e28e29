import { sandboxCredential } from '../../../demo/sandboxCredential';
import type { World } from '../support/world';
import { orderUpdate } from '../../../n8n-server/sampleTemplates';
import { actionNode } from '../support/workflows';

/** What the editor asks the server for while a form is filled in. */
export function editorHelpTests(world: () => World): void {
	describe('lists in the editor', () => {
		test('show the phone numbers of the account', async () => {
			const { client, credential, sandbox } = world();
			const { results } = await client.listSearch({
				node: actionNode(credential, 'WhatsApp', { resource: 'message', operation: 'sendText' }),
				path: 'parameters.sender',
				methodName: 'searchSenders',
			});
			const own = results.find(({ value }) => value === sandbox.seed.phoneNumberId);
			expect(own?.name).toContain(sandbox.seed.displayPhoneNumber);
		});

		test('show the templates, and a field for each value of the chosen one', async () => {
			const { client, credential, sandbox } = world();
			await sandbox.control.addTemplate(orderUpdate);
			const parameters = {
				resource: 'message',
				operation: 'sendTemplate',
				parameterInput: 'fields',
			};
			const { results } = await client.listSearch({
				node: actionNode(credential, 'WhatsApp', parameters),
				path: 'parameters.template',
				methodName: 'searchTemplates',
				filter: 'order',
			});
			const found = results.find(({ name }) => name.startsWith('order_update'));
			const template = { __rl: true, mode: 'list', value: String(found?.value) };
			const { fields } = await client.resourceMapperFields({
				node: actionNode(credential, 'WhatsApp', { ...parameters, template }),
				path: 'parameters.templateParameters',
				methodName: 'getTemplateParameters',
			});
			expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual([
				'header.text.1',
				'body.1',
				'body.2',
				'button.0.url',
			]);
		});

		test('explain a rejected token', async () => {
			const { client, sandbox } = world();
			const wrong = sandboxCredential(sandbox);
			const credential = await client.createCredential({
				...wrong,
				name: 'Wrong token',
				data: { ...wrong.data, accessToken: 'EAAWRONG' },
			});
			const asked = client.listSearch({
				node: actionNode(credential, 'WhatsApp', { resource: 'message', operation: 'sendText' }),
				path: 'parameters.sender',
				methodName: 'searchSenders',
			});
			await expect(asked).rejects.toThrow(/token/i);
		});
	});
}
