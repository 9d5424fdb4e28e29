import type { CodeTable } from '../types';

const NEW_TOKEN =
	'Create a permanent token for a system user in Meta Business Suite under Settings > Users > System users, and paste it into the credential.';

/** Tokens, permissions and restrictions of the account: who may act at all. */
export const access: CodeTable = {
	0: {
		title: 'Meta could not tell who is calling',
		fix: `The access token in the credential is no longer accepted. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	3: {
		title: 'The app may not use this function of Meta',
		fix: 'Open the app on developers.facebook.com > App Review > Permissions and check whatsapp_business_messaging (sending) and whatsapp_business_management (templates, numbers). Then create a new token that includes them.',
		actor: 'account admin',
		retry: 'never',
	},
	10: {
		title: 'The access token lacks a permission that this call needs',
		fix: 'Give the system user the asset (app and WhatsApp account) with full control in Meta Business Suite > Settings > Users > System users, and create the token with whatsapp_business_messaging and whatsapp_business_management. Some features also need Meta to make the account eligible.',
		actor: 'account admin',
		retry: 'never',
	},
	102: {
		title: 'The session behind the access token has ended',
		fix: NEW_TOKEN,
		actor: 'account admin',
		retry: 'stop',
	},
	104: {
		title: 'The request reached Meta without a usable access token',
		fix: `Check that the Access Token field of the credential is filled in, without spaces or quotes around it. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	190: {
		title: 'Meta does not accept the access token',
		fix: `It has expired, was revoked, or was not copied as a whole. The token on the API Setup page of the app lives for a day only. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	200: {
		title: 'The access token has no permission for this object',
		fix: 'Check in Meta Business Suite > Settings > Users > System users that the system user is assigned to this WhatsApp account and to the app, and that the token was created after that.',
		actor: 'account admin',
		retry: 'never',
	},
	368: {
		title: 'Meta has restricted this WhatsApp Business Account for breaking its policies',
		fix: 'Nothing can be sent until the restriction ends. See the reason and ask for a review in Meta Business Suite > Business Support Home > Account overview.',
		actor: 'account admin',
		retry: 'stop',
	},
	131005: {
		title: 'Meta denied access to this number or account',
		fix: 'The token belongs to another business, or its system user is not assigned to this WhatsApp account. Assign it in Meta Business Suite > Settings > Accounts > WhatsApp accounts > People, or choose a number of your own account.',
		actor: 'account admin',
		retry: 'never',
	},
	131031: {
		title: 'Meta has locked this WhatsApp Business Account',
		fix: 'Either policies were broken, or the details of the request do not match the account (a wrong two-step PIN counts). See the reason in Meta Business Suite > Business Support Home.',
		actor: 'account admin',
		retry: 'stop',
	},
};

/** Subcodes of 190: why the token is not accepted. */
export const tokenSubcodes: CodeTable = {
	458: {
		title: 'The app was removed by the user this access token belongs to',
		fix: `Log in with the app again, or better: ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	459: {
		title: 'Meta asks the owner of the access token to log in and confirm something first',
		fix: 'Log in at facebook.com with the account that created the token and follow the check. Then run the workflow again.',
		actor: 'account admin',
		retry: 'stop',
	},
	460: {
		title: 'The access token ended because its owner changed the password',
		fix: `Tokens of system users are not bound to a password. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	463: {
		title: 'The access token has expired',
		fix: `The token on the API Setup page of the app lives for a day, a user token for 60 days. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	464: {
		title: 'The Facebook account behind the access token is not confirmed',
		fix: `Confirm its e-mail address or phone number at facebook.com. Or: ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	467: {
		title: 'The access token was revoked',
		fix: `Somebody logged out everywhere, revoked it, or Meta did so for safety. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
	492: {
		title: 'The session behind the access token is not valid for this account',
		fix: `Its owner has no role in the business any more. ${NEW_TOKEN}`,
		actor: 'account admin',
		retry: 'stop',
	},
};
