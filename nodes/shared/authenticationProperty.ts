import type { INodeProperties } from 'n8n-workflow';

/** How a node authenticates; the first parameter of every node. */
export const authenticationProperty: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Access Token',
			value: 'accessToken',
			description: 'Paste the token of a system user, which does not expire',
		},
		{
			name: 'Connect with Facebook (OAuth2)',
			value: 'oAuth2',
			description: "Grant access in Meta's login dialog. Requires only App ID and App Secret.",
		},
	],
	default: 'accessToken',
	description: 'How to connect to the WhatsApp Business Account',
};
