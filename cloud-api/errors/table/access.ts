import type { CodeTable } from '../types';

const NEW_TOKEN =
	'Generate a system user token in Business settings → Users → System users, and paste it into the credential.';

/** Tokens, permissions, and restrictions of the account. */
export const access: CodeTable = {
	0: {
		title: 'Meta could not authenticate the request',
		fix: `The access token in the credential is no longer valid. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	3: {
		title: 'The app does not have access to this function of the API',
		fix: 'Open App dashboard → App Review → Permissions and check whatsapp_business_messaging (sending) and whatsapp_business_management (templates, phone numbers). Then generate a new token with both.',
		actor: 'account admin',
		retry: 'never',
	},
	10: {
		title: 'The access token lacks a permission that this call requires',
		fix: 'Assign the app and the WhatsApp Business Account to the system user with full control in Business settings → Users → System users, then generate a token with whatsapp_business_messaging and whatsapp_business_management. Some features also require that Meta makes the account eligible.',
		actor: 'account admin',
		retry: 'never',
	},
	102: {
		title: 'The session of the access token has expired',
		fix: NEW_TOKEN,
		actor: 'account admin',
		retry: 'stop',
	},
	104: {
		title: 'The request has no valid access token',
		fix: `Check that the Access Token of the credential is complete. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	190: {
		title: 'Meta does not accept the access token',
		fix: `It has expired, was revoked, or was not copied completely. The token of the API Setup page expires within a day. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	200: {
		title: 'The access token has no permission for this object',
		fix: 'Check in Business settings → Users → System users that the system user is assigned to this WhatsApp Business Account and to the app, then generate a new token.',
		actor: 'account admin',
		retry: 'never',
	},
	368: {
		title: 'Meta has restricted this WhatsApp Business Account because of a policy violation',
		fix: 'No messages can be sent until the restriction ends. See the reason and request a review in Business Support Home → Account overview.',
		actor: 'account admin',
		retry: 'stop',
	},
	131005: {
		title: 'The access token has no access to this phone number or account',
		fix: 'Assign the system user to this WhatsApp Business Account in Business settings → Accounts → WhatsApp accounts → People, or use a phone number of your own account.',
		actor: 'account admin',
		retry: 'never',
	},
	131031: {
		title: 'Meta has locked this WhatsApp Business Account',
		fix: 'Either a policy was violated, or the request does not match the account, e.g. because of a wrong two-step verification PIN. See the reason in Business Support Home.',
		actor: 'account admin',
		retry: 'stop',
	},
};

/** Subcodes of 190: why the token is not accepted. */
export const tokenSubcodes: CodeTable = {
	458: {
		title: 'The owner of the access token has removed the app',
		fix: `Log in with the app again, or use a system user token. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	459: {
		title: 'The owner of the access token must complete a check at Facebook first',
		fix: 'Log in at facebook.com with the account that generated the token and complete the check. Then run the workflow again.',
		actor: 'account admin',
		retry: 'stop',
	},
	460: {
		title: 'The access token expired because its owner changed the password',
		fix: `System user tokens do not depend on a password. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	463: {
		title: 'The access token has expired',
		fix: `The token of the API Setup page expires within a day, a user token after 60 days. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	464: {
		title: 'The Facebook account of the access token is not confirmed',
		fix: `Confirm its email address or phone number at facebook.com, or use a system user token. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	467: {
		title: 'The access token was revoked',
		fix: `Its owner logged out of all sessions or revoked it, or Meta revoked it for security reasons. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	492: {
		title: 'The session of the access token is not valid for this account',
		fix: `Its owner no longer has a role in the business. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
};
