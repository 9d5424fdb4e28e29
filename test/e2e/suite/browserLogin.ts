import type { INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { screenshot } from '../../../n8n-server/browser';
import type { CredentialRecord } from '../../../n8n-server/n8nClient';
import type { MessageView } from '../../../sandbox/control/types';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { EditorPage } from '../support/editorPage';
import { echoWorkflow } from '../support/workflows';
import type { World } from '../support/world';

const TYPE = 'whatsAppCloudOAuth2Api';
/** What stands for the credential until a person has created it. */
const NONE: CredentialRecord = { id: '', name: '', type: TYPE, data: {} };

/** From an empty n8n to an answered message: nothing but App ID and App Secret is entered. */
export function browserLoginTests(world: () => World, editor: () => EditorPage): void {
	describe('Connect with Facebook', () => {
		let meta: Sandbox;

		beforeAll(async () => {
			meta = await startSandbox({
				seed: { moreNumbers: [] },
				behavior: { window: 'seeded' },
			});
		});

		afterAll(async () => await meta?.close());

		/** A workflow without credentials, whose nodes are set to the login. */
		const workflow = (credential?: CredentialRecord) => {
			const file = echoWorkflow(credential ?? NONE, 'Connected:');
			for (const node of file.nodes as INode[]) {
				node.parameters.authentication = 'oAuth2';
				if (!credential) delete node.credentials;
			}
			return file;
		};

		/** Clicks the button of the form and answers Meta's dialog; the address is listed on the way. */
		async function connect(button: RegExp): Promise<Page> {
			const { page, byTestId } = editor();
			const [popup] = await Promise.all([
				page.waitForEvent('popup'),
				byTestId('credential-edit-dialog').getByRole('button', { name: button }).first().click(),
			]);
			const add = popup.getByRole('button', { name: 'Add to Valid OAuth Redirect URIs' });
			const go = popup.getByRole('button', { name: 'Continue' });
			await add.or(go).first().waitFor();
			if (await add.isVisible()) await add.click();
			await go.waitFor();
			return popup;
		}

		/** Confirms Meta's dialog, which then closes. */
		async function continued(popup: Page): Promise<void> {
			await Promise.all([
				popup.waitForEvent('close'),
				popup.getByRole('button', { name: 'Continue' }).click(),
			]);
		}

		test('ends with an answered message, and Reconnect replaces a token that ended', async () => {
			const { page, byTestId, openLastNode, show } = editor();
			const { client, server } = world();
			await openLastNode(workflow());
			await byTestId('node-credentials-select').click();
			await page.getByText('Create new credential').last().click();
			const form = byTestId('credential-edit-dialog');
			const enter = async (name: string, value: string) =>
				await form.locator(`[data-test-id="parameter-input-${name}"] input`).fill(value);
			await form.getByText('Access Token').first().waitFor();
			// n8n moves the node's Authentication into the form of the credential, in 2.40 as a menu.
			const way = page.getByText('Connect with Facebook (OAuth2)');
			if (!(await way.last().isVisible()))
				await form.getByRole('button', { name: 'Access Token' }).first().click();
			await way.last().click();
			await form.getByText('OAuth Redirect URL').waitFor();
			await enter('appId', meta.seed.appId);
			await enter('appSecret', meta.seed.appSecret);
			// The sandbox plays Meta; at Meta, the default stays.
			await enter('baseUrl', meta.url);
			await page.keyboard.press('Tab');
			await show('login-credential');

			const popup = await connect(/^Connect( my account)?$/);
			await screenshot(popup, `n8n-${server.release.version}/login-dialog`);
			await continued(popup);
			// n8n 2.x closes the form once the account is connected.
			const connected = form.getByText('Account connected');
			const stays = await connected.waitFor({ timeout: 10_000 }).then(
				() => true,
				() => false,
			);
			if (!stays) await byTestId('credential-edit-button').click();
			await connected.waitFor();
			await show('login-connected');
			await page.keyboard.press('Escape');

			const [credential] = await client.credentials(TYPE);
			const { id, nodes } = await client.createWorkflow(workflow(credential));
			await client.activate(id);
			const [{ waId }] = meta.seed.customers;
			await meta.control.customer(waId).sendText('hello');
			const isAnswer = ({ content }: MessageView) =>
				JSON.stringify(content).includes('Connected: hello');
			await meta.control.waitForMessage(isAnswer, 60_000);
			await page.goto(`${meta.phoneUrl}#${waId}@${meta.seed.phoneNumberId}`);
			await page.getByText('Connected: hello').last().waitFor();
			await show('login-answered');

			await meta.control.login.end('password-changed');
			await page.goto(`${server.url}/workflow/${id}/${nodes.at(-1)?.id}`);
			await byTestId('credential-edit-button').click();
			await continued(await connect(/^(Reconnect|Switch account)$/));
			await meta.control.customer(waId).sendText('again');
			const isSecond = ({ content }: MessageView) =>
				JSON.stringify(content).includes('Connected: again');
			await meta.control.waitForMessage(isSecond, 60_000);
		});
	});
}
