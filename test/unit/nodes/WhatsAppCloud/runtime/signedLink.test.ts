import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { isPrivate, signedLink } from '../../../../../nodes/WhatsAppCloud/runtime/signedLink';

describe('addresses that only this computer or its network can open', () => {
	it.each([
		'http://localhost:5678',
		'http://127.0.0.1:5678',
		'http://10.0.0.8',
		'http://172.16.0.1',
		'http://172.31.255.1',
		'http://192.168.1.20',
		'http://169.254.1.1',
		'http://100.64.0.1',
		'http://[::1]:5678',
		'http://[fd00::1]',
		'http://[fe80::1]',
		'http://n8n:5678',
		'https://n8n.local',
		'https://n8n.internal',
	])('%s', (url) => {
		expect(isPrivate(url)).toBe(true);
	});

	it.each([
		'https://n8n.example.com',
		'https://172.32.0.1',
		'https://8.8.8.8',
		'https://100.128.0.1',
		'https://[2001:db8::1]',
	])('%s is public', (url) => {
		expect(isPrivate(url)).toBe(false);
	});
});

describe('a link to a binary file', () => {
	const api = 'https://graph.facebook.com';
	const context = (address: string, create = true) =>
		({
			helpers: create
				? {
						createBinarySignedUrl: (_: IBinaryData, expiresIn: string) =>
							`${address}/rest/binary-data/signed?token=${expiresIn}`,
					}
				: {},
		}) as unknown as IExecuteFunctions;
	const binary = (id?: string): IBinaryData => ({ data: '', mimeType: 'image/gif', id });
	const link = (one: IExecuteFunctions, file: IBinaryData) => () =>
		signedLink(one, file, { hours: 24, api, field: 'mediaBinary' });

	it('expires after the given hours', () => {
		expect(link(context('https://n8n.example.com'), binary('f1'))()).toBe(
			'https://n8n.example.com/rest/binary-data/signed?token=86400s',
		);
	});

	it('may be local for a sandbox on this computer', () => {
		const one = context('http://localhost:5678');
		const api = 'http://localhost:3900';
		expect(signedLink(one, binary('f1'), { hours: 0.5, api, field: 'mediaBinary' })).toBe(
			'http://localhost:5678/rest/binary-data/signed?token=1800s',
		);
	});

	it.each<[string, IExecuteFunctions, IBinaryData, string]>([
		['in memory', context('https://x.com'), binary(), 'N8N_DEFAULT_BINARY_DATA_MODE'],
		['an n8n without such links', context('', false), binary('f1'), 'Update n8n'],
		['a local address', context('http://localhost:5678'), binary('f1'), 'N8N_EDITOR_BASE_URL'],
	])('%s: says which setting to change', (_, one, file, setting) => {
		expect(link(one, file)).toThrow(
			expect.objectContaining({
				field: 'mediaBinary',
				description: expect.stringContaining(setting) as string,
			}),
		);
	});
});
