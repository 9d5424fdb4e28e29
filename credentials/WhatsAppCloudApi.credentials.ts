import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { authenticate } from '../nodes/shared/authenticate';
import { PRIVATE_HEADERS } from '../nodes/shared/authorization';
import { preAuthentication } from '../nodes/shared/tokenRenewal';

/** The credential of both nodes: the access token and the IDs that belong to it. */
export class WhatsAppCloudApi implements ICredentialType {
	name = 'whatsAppCloudApi';

	displayName = 'WhatsApp Cloud API';

	icon: Icon = {
		light: 'file:../nodes/WhatsAppCloud/whatsAppCloud.svg',
		dark: 'file:../nodes/WhatsAppCloud/whatsAppCloud.dark.svg',
	};

	documentationUrl = 'https://github.example/owner/n8n-nodes-whatsapp-cloud#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'Use a system user token; it does not expire. The token of the API Setup page expires within a day.',
			description:
				'Business settings → Users → System users → Generate token, with the permissions whatsapp_business_messaging and whatsapp_business_management',
		},
		{
			displayName: 'Default Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			hint: 'The ID of the sender, not the phone number itself',
			description:
				'The phone number to send from, unless a node selects another. App dashboard → WhatsApp → API Setup → Phone number ID.',
		},
		{
			displayName: 'WhatsApp Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			hint: 'Required for templates, and to select phone numbers from a list',
			description:
				'App dashboard → WhatsApp → API Setup, next to the phone number ID. Newer pages call it the messaging account ID. Do not enter the business portfolio ID of Business settings → Business info.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 634974688087057',
			hint: 'Required for the trigger and for token renewal',
			description:
				'App dashboard → App settings → Basic. Also required to upload a profile photo or a sample file for a template.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Required for the trigger and for token renewal',
			description:
				'App dashboard → App settings → Basic → Show. The trigger uses it to verify that a delivery comes from Meta.',
		},
		{
			displayName: 'Renew Token Automatically',
			name: 'renewAutomatically',
			type: 'boolean',
			default: true,
			description:
				'Whether to renew a token that expires within seven days when it is used, and to store the new one in this credential. Requires App ID and App Secret. A token that does not expire is not changed.',
		},
		{
			displayName: 'Previous App Secret',
			name: 'previousAppSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Only while you change the app secret',
			description:
				'Deliveries that Meta signed with the previous app secret are still accepted. Clear this field when the change is complete.',
		},
		{
			displayName: 'Expiry State',
			name: 'expiryState',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
		{
			displayName: 'Graph API Version',
			name: 'graphVersion',
			type: 'options',
			options: [
				{ name: 'V21.0 (Until January 2027)', value: 'v21.0' },
				{ name: 'V22.0 (Until May 2027)', value: 'v22.0' },
				{ name: 'V23.0 (Until October 2027)', value: 'v23.0' },
				{ name: 'V24.0 (Until February 2028)', value: 'v24.0' },
				{ name: 'V25.0 (Recommended)', value: 'v25.0' },
				{ name: 'V26.0 (Newest)', value: 'v26.0' },
			],
			default: 'v25.0',
			description: "The version of Meta's API. Meta supports each version for at least two years.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			description:
				'Keep the default to use Meta. Change it to use a gateway or the local sandbox of this package. The access token is sent only to this address and to the hosts of Meta.',
		},
	];

	authenticate: IAuthenticate = authenticate;

	preAuthentication = preAuthentication;

	/** The header makes `preAuthentication` check the whole credential and explain what is wrong. */
	test: ICredentialTestRequest = {
		request: {
			// `authenticate` replaces it with the tidied Base URL.
			baseURL: 'https://graph.facebook.com',
			url: '={{ "/" + ($credentials.graphVersion || "v25.0") + "/me" }}',
			qs: { fields: 'id' },
			headers: { [PRIVATE_HEADERS.test]: 'all' },
			ignoreHttpStatusErrors: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error.type',
					value: 'OAuthException',
					message:
						'Meta does not accept the access token. Generate a system user token and copy it completely.',
				},
			},
		],
	};
}
