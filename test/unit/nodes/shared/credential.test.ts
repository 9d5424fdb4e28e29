import { tidyCredential } from '../../../../nodes/shared/credential';

describe('the stored credential', () => {
	it('is read without the spaces that copying adds, and without a trailing slash of the Base URL', () => {
		expect(
			tidyCredential({
				accessToken: ' EAA\n',
				appSecret: '\tx ',
				baseUrl: ' https://gw.example.com// ',
			}),
		).toMatchObject({ accessToken: 'EAA', appSecret: 'x', baseUrl: 'https://gw.example.com' });
	});

	it('has the defaults where it was stored by an older version', () => {
		expect(tidyCredential({ accessToken: 'EAA' })).toEqual({
			kind: 'accessToken',
			accessToken: 'EAA',
			businessAccountId: '',
			phoneNumberId: '',
			appId: '',
			appSecret: '',
			previousAppSecret: '',
			renewAutomatically: true,
			graphVersion: 'v25.0',
			baseUrl: 'https://graph.facebook.com',
			expiryState: '',
			flowPrivateKey: '',
		});
		expect(tidyCredential({ renewAutomatically: false }).renewAutomatically).toBe(false);
	});
});

describe('the access token', () => {
	it.each([
		'Bearer EAAG123',
		'bearer  EAAG123',
		'OAuth EAAG123',
		'"EAAG123"',
		"'EAAG123'",
		'“EAAG123”',
		'`EAAG123`',
		' "Bearer EAAG123" ',
		'Bearer "EAAG123"',
		'EAAG\n123',
		'\uFEFFEAAG123\u200B',
	])('is read from %j', (accessToken) => {
		expect(tidyCredential({ accessToken }).accessToken).toBe('EAAG123');
	});
});

describe('the Base URL', () => {
	it.each([
		['', 'https://graph.facebook.com'],
		['graph.facebook.com', 'https://graph.facebook.com'],
		['https://gw.example.com/whatsapp//', 'https://gw.example.com/whatsapp'],
		['HTTPS://GW.example.com', 'https://gw.example.com'],
		['gw.example.com:8443/x', 'https://gw.example.com:8443/x'],
		['localhost:3900', 'http://localhost:3900'],
		['127.0.0.1:3900', 'http://127.0.0.1:3900'],
		['sandbox:3900', 'http://sandbox:3900'],
		['http://localhost:3900/', 'http://localhost:3900'],
		['http://192.168.1.7', 'http://192.168.1.7'],
		['http://172.20.0.2:3900', 'http://172.20.0.2:3900'],
		['http://[::1]:3900', 'http://[::1]:3900'],
		['http://host.docker.internal:3900', 'http://host.docker.internal:3900'],
		['"https://gw.example.com"', 'https://gw.example.com'],
	])('%j is %s', (baseUrl, expected) => {
		expect(tidyCredential({ baseUrl }).baseUrl).toBe(expected);
	});

	it.each([
		'http://graph.facebook.com',
		'http://gw.example.com',
		'http://172.32.0.1',
		'http://11.0.0.1',
		'ftp://graph.facebook.com',
		'file:///etc/passwd',
		'javascript://alert',
		'https://',
		'https://user:secret@gw.example.com',
		'https://gw.example.com/?x=1',
		'https://gw.example.com/#x',
		'not a url',
	])('%j is invalid', (baseUrl) => {
		expect(() => tidyCredential({ baseUrl })).toThrow(/^The Base URL of the credential is invalid/);
		try {
			tidyCredential({ baseUrl });
		} catch (error) {
			expect(String((error as Error).message)).not.toContain('secret');
		}
	});
});
