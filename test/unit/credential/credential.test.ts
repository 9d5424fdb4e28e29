import { tidyCredential } from '../../../nodes/shared/credential';

describe('the stored credential', () => {
	it('is read without the spaces of copying, and without a slash behind the Base URL', () => {
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
			accessToken: 'EAA',
			businessAccountId: '',
			phoneNumberId: '',
			appId: '',
			appSecret: '',
			previousAppSecret: '',
			renewAutomatically: true,
			graphVersion: 'v25.0',
			baseUrl: 'https://graph.facebook.com',
		});
		expect(tidyCredential({ renewAutomatically: false }).renewAutomatically).toBe(false);
	});
});
