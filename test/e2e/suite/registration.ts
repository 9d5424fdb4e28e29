import { releases } from '../../../n8n-server/releases';
import { waitFor } from '../../../n8n-server/waitFor';
import { startProxy } from '../../engine/trigger/proxy';
import { expectText } from '../support/expectText';
import { numberCallback } from '../support/numberCallback';
import { echoWorkflow } from '../support/workflows';
import { START_MS, type World } from '../support/world';

const SECOND_NUMBER = '400000000000022';

/** What is registered at Meta through restarts, a change of n8n's domain, and with two accounts on one app. */
export function registrationTests(world: () => World): void {
	describe('the registration', () => {
		afterEach(async () => await world().client.deleteAllWorkflows());

		const restart = async () => {
			const { server, reconnect } = world();
			await server.pause();
			await server.resume();
			await reconnect();
		};

		test(
			'survives a restart and a change of the public domain',
			async () => {
				const { credential, sandbox, server } = world();
				const { waId } = sandbox.seed.customers[1];
				const { id } = await world().client.createWorkflow(echoWorkflow(credential, 'Moved:'));
				await world().client.activate(id);
				const callback = await numberCallback(sandbox);
				await restart();
				expect(await numberCallback(sandbox)).toBe(callback);
				await sandbox.control.customer(waId).sendText('after a restart');
				await expectText(sandbox, waId, 'Moved: after a restart', server.tail);

				const before = server.env.WEBHOOK_URL;
				const proxy = await startProxy({ '': server.url });
				try {
					server.env.WEBHOOK_URL = `${proxy.url}/`;
					await restart();
					// n8n 1.x registers at the start; newer ones when somebody publishes again.
					if (server.release.version !== releases.old.version) {
						await world().client.deactivate(id);
						await world().client.activate(id);
					}
					await waitFor(
						'the callback under the new domain',
						async () => (await numberCallback(sandbox))?.startsWith(proxy.url),
						{ timeoutMs: 60_000, details: server.tail },
					);
					await sandbox.control.customer(waId).sendText('at the new address');
					await expectText(sandbox, waId, 'Moved: at the new address', server.tail);
					await world().client.deactivate(id);
					await waitFor(
						'no callback to be left',
						async () => (await numberCallback(sandbox)) === undefined,
						{ details: server.tail },
					);
				} finally {
					server.env.WEBHOOK_URL = before;
					await restart();
					await proxy.close();
				}
			},
			START_MS * 2,
		);

		test('keeps two accounts on one app apart', async () => {
			const { client, credential, sandbox, server } = world();
			const { control, seed } = sandbox;
			const account = await control.addAccount({ name: 'Second Bakery' });
			await control.addNumber({
				id: SECOND_NUMBER,
				businessAccountId: account.id,
				displayPhoneNumber: '+1 555-010-0122',
			});
			const { token } = await control.addToken({ businessAccountIds: [account.id] });
			const second = await client.createCredential({
				name: 'Second account',
				type: 'whatsAppCloudApi',
				data: {
					accessToken: token,
					businessAccountId: account.id,
					phoneNumberId: SECOND_NUMBER,
					appId: seed.appId,
					appSecret: seed.appSecret,
					baseUrl: sandbox.url,
				},
			});
			const first = await client.createWorkflow(echoWorkflow(credential, 'One:'));
			await client.activate(first.id);
			const callback = await numberCallback(sandbox);
			const whole = echoWorkflow(second, 'Two:');
			const trigger = whole.nodes.find(({ name }) => name === 'Trigger');
			Object.assign(trigger ?? {}, {
				parameters: { registerFor: 'app', events: ['message', 'security'] },
			});
			const other = await client.createWorkflow(whole);
			await client.activate(other.id);

			const { waId } = seed.customers[1];
			await control.customer(waId).send({ type: 'text', text: 'b', phoneNumberId: SECOND_NUMBER });
			await expectText(sandbox, waId, 'Two: b', server.tail);
			await client.deactivate(other.id);
			expect(await numberCallback(sandbox)).toBe(callback);
			const app = (await control.state()).apps.find(({ id }) => id === seed.appId);
			expect(app?.subscription?.fields).toContain('messages');
			await control.customer(waId).sendText('a');
			await expectText(sandbox, waId, 'One: a', server.tail);
		});
	});
}
