import { credentialData } from '../../demo/sandboxCredential';
import { withSandbox } from '../support/withSandbox';

describe('the built package in the engine, against the sandbox', () => {
	const stage = withSandbox();

	it('sends a text that the customer receives', async () => {
		const result = await stage.engine.runNode('whatsAppCloud', {
			resource: 'message',
			operation: 'sendText',
			recipient: '+1 555 010 0201',
			text: 'Hello *Ana*',
		});
		expect(result.error).toBeUndefined();
		const [message] = await stage.control.messages({ direction: 'outgoing' });
		expect(result.json()).toMatchObject([{ messageId: message.id }]);
		expect(message.content).toMatchObject({ body: 'Hello *Ana*' });
		await stage.control.waitForStatus(message.id, 'read');
	});

	it('starts each test with an empty sandbox', async () => {
		expect(await stage.control.messages()).toEqual([]);
	});

	it.each([
		['fresh', ''],
		['used before', 'known'],
	])('tests a complete credential that is %s', async (_name, expiryState) => {
		const credential = { ...credentialData(stage.sandbox), expiryState };
		const test = async (change: Record<string, string>) =>
			await stage.engine.testCredential('whatsAppCloudApi', { ...credential, ...change });
		expect(await test({})).toEqual({ status: 'OK', message: 'Connection successful!' });

		const token = await test({ accessToken: 'EAAnotatoken' });
		expect(token).toMatchObject({ status: 'Error', message: expect.stringMatching(/token/i) });
		const account = await test({ businessAccountId: '99' });
		expect(account.message).toContain('the WhatsApp Business Account ID is not');
		const number = await test({ phoneNumberId: '99' });
		expect(number.message).toContain('the Default Phone Number ID does not belong to this account');
		const secret = await test({ appSecret: 'f'.repeat(32) });
		expect(secret.message).toContain('the App Secret is not');
	});
});
