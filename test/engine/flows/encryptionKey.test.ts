import type { INodeParameters } from 'n8n-workflow';
import { connectedCredentialData } from '../../../demo/sandboxCredential';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();
const EMPTY = '={{ $json.missing ?? "x" }}';

async function run(operation: string, parameters: INodeParameters = {}) {
	return await stage.engine.runNode('whatsAppCloud', {
		resource: 'phoneNumber',
		operation,
		...parameters,
	});
}

async function output(operation: string, parameters: INodeParameters = {}) {
	const result = await run(operation, parameters);
	if (result.error) throw new Error(`${result.error.message}\n${result.error.description ?? ''}`);
	const [item] = result.json();
	expect(schemaDifferences('phoneNumber', operation, item)).toEqual([]);
	expect(JSON.stringify(result)).not.toContain('PRIVATE KEY');
	return item;
}

const stored = async () =>
	String((await stage.engine.credentials.get('whatsAppCloudApi')).flowPrivateKey ?? '');
const keysIn = (field: string) => field.split('-----BEGIN PRIVATE KEY-----').length - 1;

it('makes a key, keeps the private half in the credential, and uploads the public one', async () => {
	expect(await output('getEncryptionKey')).toMatchObject({
		status: 'NONE',
		matchesCredential: false,
	});
	const set = await output('setEncryptionKey');
	expect(set).toEqual({
		phoneNumberId: stage.sandbox.seed.phoneNumberId,
		status: 'VALID',
		matchesCredential: true,
		publicKey: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
	});
	expect(keysIn(await stored())).toBe(1);
	expect(await output('getEncryptionKey')).toEqual(set);
});

it('keeps the key when it is uploaded again, and the one before a new key', async () => {
	const first = await output('setEncryptionKey');
	const kept = await stored();
	expect(await output('setEncryptionKey')).toEqual(first);
	expect(await stored()).toBe(kept);

	const second = await output('setEncryptionKey', { newKey: true });
	expect(second.publicKey).not.toBe(first.publicKey);
	expect(second).toMatchObject({ status: 'VALID', matchesCredential: true });
	expect((await stored()).endsWith(kept)).toBe(true);
	await output('setEncryptionKey', { newKey: true });
	expect(keysIn(await stored())).toBe(2);
});

it('shows a number that was registered again, and a key of somebody else', async () => {
	await output('setEncryptionKey');
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...(await stage.engine.credentials.get('whatsAppCloudApi')),
		flowPrivateKey: '',
	});
	expect(await output('getEncryptionKey')).toMatchObject({
		status: 'VALID',
		matchesCredential: false,
	});
});

it('changes nothing of the token', async () => {
	const before = await stage.engine.credentials.get('whatsAppCloudApi');
	await output('setEncryptionKey');
	const { flowPrivateKey, expiryState, ...after } =
		await stage.engine.credentials.get('whatsAppCloudApi');
	expect(flowPrivateKey).toMatch(/PRIVATE KEY/);
	expect(expiryState).toEqual(expect.any(String));
	expect({ ...after, expiryState: before.expiryState }).toEqual(before);
});

it.each(['setEncryptionKey', 'getEncryptionKey'])(
	'%s rejects a phone number that is no ID',
	async (operation) => {
		const { error } = await run(operation, { sender: { mode: 'id', value: EMPTY } });
		expect(error?.message).toMatch(
			/phone number ID "x" is not an ID \(parameter "Phone Number"\) \[item 0\]/,
		);
	},
);

it('says which credential can keep a key', async () => {
	await stage.engine.credentials.set(
		'whatsAppCloudOAuth2Api',
		connectedCredentialData(stage.sandbox),
	);
	const { error } = await run('setEncryptionKey', {
		authentication: 'oAuth2',
		sender: { mode: 'id', value: stage.sandbox.seed.phoneNumberId },
	});
	expect(error?.message).toMatch(
		/cannot be stored in a credential that is connected with Facebook/,
	);
});
