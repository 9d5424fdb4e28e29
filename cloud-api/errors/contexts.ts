import type { GraphErrorEnvelope } from './cloudApiError';
import type { CodeEntry } from './types';

export type Refusal = Partial<
	Pick<GraphErrorEnvelope, 'code' | 'subcode' | 'message' | 'details' | 'userMessage' | 'transient'>
>;

interface Context extends CodeEntry {
	code: number;
	/** Whether Meta's own words show this cause. */
	when: (words: string, refusal: Refusal) => boolean;
}

const CHECK_IDS =
	'WhatsApp Manager shows the ID of the account at the top left and that of a number under Account tools > Phone numbers. An ID of another business, of the app or of the business portfolio does not work here.';

/**
 * Causes that share a code with others and that only Meta's words tell apart. The first that fits wins.
 */
export const contexts: readonly Context[] = [
	{
		code: 100,
		when: (words) => /node type \(Business\)/i.test(words),
		title: 'The ID is that of a business portfolio, not of a WhatsApp Business Account',
		fix: 'Copy the WhatsApp Business Account ID into the credential: WhatsApp Manager shows it at the top left, and developers.facebook.com > your app > WhatsApp > API Setup shows it beside the phone number ID.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words) => /nonexisting field/i.test(words),
		title: 'The ID belongs to another kind of object than this operation needs',
		fix: `Check whether a phone number ID, an account ID and a template ID were mixed up. ${CHECK_IDS}`,
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words, { subcode }) =>
			subcode === 33 || /does not exist, cannot be loaded|singular published story/i.test(words),
		title: 'The ID does not exist, or the access token may not use it',
		fix: `Check the ID first, then whether the system user of the token is assigned to this account. ${CHECK_IDS}`,
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words) => /invalid appsecret_proof/i.test(words),
		title: 'The App Secret does not fit the app that the access token belongs to',
		fix: 'Copy App ID and App Secret again from developers.facebook.com > your app > App settings > Basic, and use a token that was made with this app.',
		actor: 'account admin',
		retry: 'stop',
	},
	{
		code: 100,
		when: (words) => /appsecret_proof/i.test(words),
		title: 'The app demands proof of the app secret with each call',
		fix: 'Fill in App Secret in the credential, or turn off "Require App Secret" on developers.facebook.com > your app > App settings > Advanced.',
		actor: 'account admin',
		retry: 'stop',
	},
	{
		code: 100,
		when: (words) => /callback verification|verify.?token|hub\.challenge/i.test(words),
		title: 'Meta could not verify the callback address',
		fix: 'Meta calls the address while it is registered: it must be public, use https with a valid certificate, and lead to this n8n. Behind a tunnel or proxy set WEBHOOK_URL of n8n to the public address.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words) => /parameter.?name is missing|named parameter/i.test(words),
		title: 'The template uses named parameters, but a name is missing',
		fix: 'Refresh the list under Values to Send (⋮), so that each value goes out with its name.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 131009,
		when: (words) => /sync|marketing_messages|marketing messages/i.test(words),
		title: 'The template is still being prepared for the Marketing Messages API',
		fix: 'New, changed and long unused templates take up to 10 minutes. Send it again then.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 600,
	},
	{
		code: 131009,
		when: (words) => /recipient|valid (whatsapp )?phone number|parameter to\b/i.test(words),
		title: 'The recipient is not a number that WhatsApp accepts',
		fix: 'Write the number with + and country code, e.g. +16505551234, without letters or a second number.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 133010,
		when: (words) => /recipient|consumer|user account/i.test(words),
		title: 'The recipient has no WhatsApp account',
		fix: 'Check the number, with + and country code. The person needs WhatsApp to be reached.',
		actor: 'recipient',
		retry: 'never',
	},
];
