import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { authenticate } from '../nodes/shared/authenticate';
import { PRIVATE_HEADERS } from '../nodes/shared/authorization';
import {
	baseUrl,
	businessAccountId,
	graphVersion,
	phoneNumberId,
	previousAppSecret,
} from '../nodes/shared/credentialFields';
import { preAuthentication } from '../nodes/shared/tokenRenewal';

/** The credential of all nodes: an access token that a person pastes, and the IDs that belong to it. */
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
		phoneNumberId,
		businessAccountId,
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
		previousAppSecret,
		{
			displayName: 'Expiry State',
			name: 'expiryState',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
		{
			displayName: 'Flow Private Key',
			name: 'flowPrivateKey',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		graphVersion,
		baseUrl,
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
