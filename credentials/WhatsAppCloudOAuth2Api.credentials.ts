import type {
	IAuthenticateRuleResponseSuccessBody,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import {
	baseUrl,
	businessAccountId,
	graphVersion,
	phoneNumberId,
	previousAppSecret,
} from '../nodes/shared/credentialFields';

/** The Base URL as the hidden addresses start with it. */
const BASE = '($self["baseUrl"] || "https://graph.facebook.com").trim().replace(/\\/+$/, "")';
const VERSION = '($self["graphVersion"] || "v25.0")';
/** Only a sandbox has a Base URL without TLS; it serves the dialog, too. A gateway does not. */
const DIALOG_HOST = `(/^http:/i.test(${BASE}) ? ${BASE} : "https://www.facebook.com")`;
const HAS_CONFIGURATION = '($self["configurationId"] || "").trim() !== ""';
const PERMISSIONS = 'whatsapp_business_management,whatsapp_business_messaging,business_management';

function hidden(name: string, displayName: string, value: string): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}

/**
 * The credential of all nodes whose token Meta's login dialog issues (Meta: Facebook Login for Business,
 * manual login flow). n8n opens the dialog, exchanges the code, and stores the token; our transport signs
 * the requests, see `loginTransport.ts`.
 */
export class WhatsAppCloudOAuth2Api implements ICredentialType {
	name = 'whatsAppCloudOAuth2Api';

	displayName = 'WhatsApp Cloud OAuth2 API';

	extends = ['oAuth2Api'];

	icon: Icon = {
		light: 'file:../nodes/WhatsAppCloud/whatsAppCloud.svg',
		dark: 'file:../nodes/WhatsAppCloud/whatsAppCloud.dark.svg',
	};

	documentationUrl =
		'https://github.example/owner/n8n-nodes-whatsapp-cloud/blob/main/docs/connect-meta.md';

	properties: INodeProperties[] = [
		// n8n labels these two itself, "Client ID" and "Client Secret"; Meta's pages say App ID and App Secret.
		hidden('clientId', 'Client ID', '={{ ($self["appId"] || "").trim() }}'),
		hidden('clientSecret', 'Client Secret', '={{ ($self["appSecret"] || "").trim() }}'),
		hidden('grantType', 'Grant Type', 'authorizationCode'),
		hidden(
			'authUrl',
			'Authorization URL',
			`={{ ${DIALOG_HOST} + "/" + ${VERSION} + "/dialog/oauth" }}`,
		),
		hidden(
			'accessTokenUrl',
			'Access Token URL',
			`={{ ${BASE} + "/" + ${VERSION} + "/oauth/access_token" }}`,
		),
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 634974688087057',
			description: 'App dashboard → App settings → Basic',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'App dashboard → App settings → Basic → Show',
		},
		hidden('scope', 'Scope', `={{ ${HAS_CONFIGURATION} ? "" : "${PERMISSIONS}" }}`),
		hidden(
			'authQueryParameters',
			'Auth URI Query Parameters',
			`={{ ${HAS_CONFIGURATION} ? "config_id=" + $self["configurationId"].trim() + ($self["configurationType"] === "user" ? "" : "&override_default_response_type=true") : "" }}`,
		),
		hidden('authentication', 'Authentication', 'body'),
		{
			displayName: 'Login Configuration ID',
			name: 'configurationId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1234567890123456',
			hint: 'Recommended: with it, the token need not expire',
			description:
				'App dashboard → Facebook Login for Business → Configurations. Without it, the token is that of your Facebook account, and you reconnect every 60 days.',
		},
		{
			displayName: 'Token Type',
			name: 'configurationType',
			type: 'options',
			options: [
				{
					name: 'System User Access Token',
					value: 'systemUser',
					description: 'Does not depend on a person. Expires never or after 60 days.',
				},
				{ name: 'User Access Token', value: 'user', description: 'Expires after 60 days' },
			],
			default: 'systemUser',
			description: 'The access token type of the configuration. Meta rejects any other.',
			displayOptions: { hide: { configurationId: [''] } },
		},
		{ ...phoneNumberId, hint: 'Leave empty if there is only one phone number' },
		{ ...businessAccountId, hint: 'Leave empty if there is only one account' },
		previousAppSecret,
		graphVersion,
		baseUrl,
		// For the HTTP Request node, which n8n authorizes without our `authenticate`.
		hidden('allowedHttpRequestDomains', 'Allowed HTTP Request Domains', 'domains'),
		hidden(
			'allowedDomains',
			'Allowed Domains',
			`={{ "*.facebook.com, *.fbsbx.com, *.whatsapp.net, " + ${BASE}.replace(/^[a-z]+:\\/\\//i, "").replace(/[:\\/].*$/, "") }}`,
		),
	];

	/** In words for each way in which a token ends; n8n's editor shows only whether it is connected. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ($credentials.baseUrl || "https://graph.facebook.com").trim().replace(/\\/+$/, "") }}`,
			url: '={{ "/" + ($credentials.graphVersion || "v25.0") + "/me" }}',
			qs: { fields: 'id' },
			ignoreHttpStatusErrors: true,
		},
		rules: [
			ended(463, 'The access token has expired. Click "Reconnect".'),
			ended(
				460,
				'The access token expired because its owner changed the password. Click "Reconnect".',
			),
			ended(458, 'The owner of the access token has removed the app. Click "Reconnect".'),
			ended(467, 'The access token was revoked. Click "Reconnect".'),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error.type',
					value: 'OAuthException',
					message: 'Meta does not accept the access token. Click "Reconnect".',
				},
			},
		],
	};
}

/** The words for a subcode of Meta's code 190. */
function ended(subcode: number, message: string): IAuthenticateRuleResponseSuccessBody {
	return {
		type: 'responseSuccessBody',
		properties: { key: 'error.error_subcode', value: subcode, message },
	};
}
