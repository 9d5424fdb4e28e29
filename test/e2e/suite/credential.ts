import { sandboxCredential } from '../../../demo/sandboxCredential';
import type { World } from '../support/world';

/** The credential form's "test" button, and what the editor may read back. */
export function credentialTests(world: () => World): void {
	describe('the credential', () => {
		/** Saves, then tests, as the editor does; n8n 1.123 keeps in the credential what it tests. */
		const testWith = async (changes: Record<string, string>) => {
			const { client, sandbox } = world();
			const fields = sandboxCredential(sandbox);
			const data = { ...fields.data, ...changes };
			const credential = await client.createCredential({ ...fields, data });
			return await client.testCredential({ ...credential, data });
		};

		test('passes its test with correct values', async () => {
			expect(await testWith({})).toMatchObject({ status: 'OK' });
		});

		test('explains an invalid token', async () => {
			const { status, message } = await testWith({ accessToken: 'EAAWRONG' });
			expect(status).toBe('Error');
			expect(message).toMatch(/access token/i);
			expect(message).not.toContain('EAAWRONG');
		});

		test('distinguishes a wrong account ID from an invalid token', async () => {
			const { status, message } = await testWith({ businessAccountId: '999999999999999' });
			expect(status).toBe('Error');
			expect(message).toMatch(/WhatsApp Business Account ID/);
			expect(message).toMatch(/token is valid/);
		});

		test('reports that the base URL does not respond', async () => {
			const { status, message } = await testWith({ baseUrl: 'http://127.0.0.1:9' });
			expect(status).toBe('Error');
			expect(message).not.toBe('');
		});

		test('returns no secrets to the editor', async () => {
			const { client, credential, sandbox } = world();
			const { data } = await client.credential(credential.id);
			expect(data).toMatchObject({ phoneNumberId: sandbox.seed.phoneNumberId });
			expect(JSON.stringify(data)).not.toContain(sandbox.seed.accessToken);
			expect(JSON.stringify(data)).not.toContain(sandbox.seed.appSecret);
		});
	});
}
