import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { createEngine, type Engine } from '../../../engine';
import { additionalData } from '../../../engine/additionalData';
import { CredentialsHelper } from '../../../engine/credentialsHelper';

const TYPE = 'whatsAppCloudOAuth2Api';
const APP = { appId: ' 634974688087057 ', appSecret: ' secret of it ' };
const SCOPE = 'whatsapp_business_management,whatsapp_business_messaging,business_management';
let engine: Engine;

beforeAll(async () => {
	engine = await createEngine();
});

afterAll(async () => await engine.close());

/** The credential as n8n's login flow receives it: with defaults, and expressions resolved. */
function resolved(stored: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	const helper = new CredentialsHelper(engine.nodeTypes, engine.credentials);
	const data = additionalData(helper, 'http://127.0.0.1:5678');
	return helper.resolve(data, { ...APP, ...stored }, TYPE, 'internal');
}

describe('what n8n is told for the login', () => {
	it('without a configuration: the permissions, and the addresses of Meta', () => {
		expect(resolved({})).toMatchObject({
			grantType: 'authorizationCode',
			clientId: '634974688087057',
			clientSecret: 'secret of it',
			authUrl: 'https://www.facebook.com/v25.0/dialog/oauth',
			accessTokenUrl: 'https://graph.facebook.com/v25.0/oauth/access_token',
			scope: SCOPE,
			authQueryParameters: '',
			authentication: 'body',
		});
	});

	it.each([
		['systemUser', 'config_id=123&override_default_response_type=true'],
		['user', 'config_id=123'],
	])('with a configuration of the type %s: no permissions', (configurationType, parameters) => {
		const given = { configurationId: ' 123 ', configurationType };
		expect(resolved(given)).toMatchObject({ scope: '', authQueryParameters: parameters });
	});

	it('with another version: everywhere', () => {
		expect(resolved({ graphVersion: 'v26.0' })).toMatchObject({
			authUrl: 'https://www.facebook.com/v26.0/dialog/oauth',
			accessTokenUrl: 'https://graph.facebook.com/v26.0/oauth/access_token',
		});
	});

	it.each([
		[
			'https://gateway.example.com/meta/',
			'https://www.facebook.com/v25.0/dialog/oauth',
			'https://gateway.example.com/meta/v25.0/oauth/access_token',
			'gateway.example.com',
		],
		[
			'http://localhost:3900',
			'http://localhost:3900/v25.0/dialog/oauth',
			'http://localhost:3900/v25.0/oauth/access_token',
			'localhost',
		],
	])('with the Base URL %s', (baseUrl, authUrl, accessTokenUrl, host) => {
		expect(resolved({ baseUrl })).toMatchObject({
			authUrl,
			accessTokenUrl,
			allowedHttpRequestDomains: 'domains',
			allowedDomains: `*.facebook.com, *.fbsbx.com, *.whatsapp.net, ${host}`,
		});
	});
});
