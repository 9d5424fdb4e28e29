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

/** One credential for the action node and the trigger: a token, and the IDs that go with it. */
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
			hint: 'Best of a system user: it does not end. That of the "API Setup" page works for a day.',
			description:
				'Business settings → Users → System users → Generate token, with the permissions whatsapp_business_messaging and whatsapp_business_management. The token on the app\'s "API Setup" page is temporary: it stops working after a day.',
		},
		{
			displayName: 'WhatsApp Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 102290129340398',
			hint: 'Needed for templates, and to choose numbers from a list',
			description:
				'App dashboard → WhatsApp → API Setup (in newer pages Use cases → Customize → Step 1. Try it out), below the phone number; also called Messaging account ID. Not the business portfolio ID shown in Business settings → Business info: templates and phone numbers cannot be read with that one.',
		},
		{
			displayName: 'Default Phone Number ID',
			name: 'phoneNumberId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 106540352242922',
			hint: 'The ID of the number that sends, not the phone number itself',
			description:
				'The number that sends unless a node names another. Stands beside the account ID as "Phone number ID".',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 634974688087057',
			hint: 'Needed by the trigger, and to renew the token',
			description:
				'App dashboard → App settings → Basic. Needed by the trigger, for renewing the token and for a profile photo.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Needed by the trigger, and to renew the token',
			description:
				'App dashboard → App settings → Basic → Show. Needed by the trigger, which checks with it that a message really comes from Meta, and for renewing the token.',
		},
		{
			displayName: 'Previous App Secret',
			name: 'previousAppSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Only while you change the app secret; otherwise empty',
			description:
				'Messages that Meta still signs with the old one stay accepted. Empty it afterwards.',
		},
		{
			displayName: 'Renew Token Automatically',
			name: 'renewAutomatically',
			type: 'boolean',
			default: true,
			description:
				'Whether to replace a token that ends within a week by a new one when it is used, and to keep the new one here. Needs App ID and App Secret; tokens that never end stay as they are.',
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
			description:
				"The version of Meta's API that requests are addressed to. Meta keeps each for at least two years.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			description:
				'Leave as it is to talk to Meta. Change it to use a gateway of your own or the local sandbox of this package.',
		},
	];

	authenticate: IAuthenticate = authenticate;

	preAuthentication = preAuthentication;

	/** The header makes `preAuthentication` look at the whole credential and say in words what is wrong. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ ($credentials.baseUrl || "https://graph.facebook.com").replace(/\\/+$/, "") }}',
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
						'Meta does not accept the access token. Generate a system user token and paste it whole.',
				},
			},
		],
	};
}
