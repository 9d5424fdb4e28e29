import type { GraphErrorEnvelope } from './cloudApiError';
import type { Authentication } from '../transport';
import type { CodeEntry } from './types';

export type RejectionFacts = Partial<
	Pick<GraphErrorEnvelope, 'code' | 'subcode' | 'message' | 'details' | 'userMessage' | 'transient'>
> & {
	/** What the request was authenticated with. */
	authentication?: Authentication;
};

interface Context extends CodeEntry {
	code: number;
	/** Whether Meta's own text names this cause. */
	when: (words: string, rejection: RejectionFacts) => boolean;
}

const CHECK_IDS =
	'WhatsApp Manager shows the account ID at the top left and phone number IDs under Account tools → Phone numbers. The ID of another business, of the app, or of the business portfolio is not accepted here.';

/**
 * Causes that share a code with others and that only Meta's text or the kind of request tells apart. The
 * first match wins.
 */
export const contexts: readonly Context[] = [
	...[1, 101, 190].map(
		(code): Context => ({
			code,
			when: (words, { authentication }) =>
				(authentication === 'app' && (code !== 1 || /validating/i.test(words))) ||
				/error validating (client secret|application)|invalid (client_id|client_secret|application id)/i.test(
					words,
				),
			title: 'Meta does not accept the App ID and App Secret',
			fix: 'The access token is not the cause. Copy App ID and App Secret again from App dashboard → App settings → Basic. A reset secret replaces the old one at once.',
			actor: 'account admin',
			retry: 'stop',
		}),
	),
	{
		code: 100,
		when: (words) => /node type \(Business\)/i.test(words),
		title: 'The ID is that of a business portfolio, not of a WhatsApp Business Account',
		fix: 'Enter the WhatsApp Business Account ID in the credential. WhatsApp Manager shows it at the top left, and App dashboard → WhatsApp → API Setup next to the phone number ID.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words) => /nonexisting field/i.test(words),
		title: 'The ID is of a different type than this operation requires',
		fix: `Check whether a phone number ID, an account ID, and a template ID were swapped. ${CHECK_IDS}`,
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words, { subcode }) =>
			subcode === 33 || /does not exist, cannot be loaded|singular published story/i.test(words),
		title: 'The ID does not exist, or the access token has no access to it',
		fix: `Check the ID, then whether the system user of the token is assigned to this account. ${CHECK_IDS}`,
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words) => /invalid appsecret_proof/i.test(words),
		title: 'The App Secret does not belong to the app of the access token',
		fix: 'Copy App ID and App Secret again from App dashboard → App settings → Basic, and use a token that was generated with this app.',
		actor: 'account admin',
		retry: 'stop',
	},
	{
		code: 100,
		when: (words) => /appsecret_proof/i.test(words),
		title: 'The app requires a proof of the app secret with each call',
		fix: 'Fill in "App Secret" in the credential, or turn off the setting Require app secret under App dashboard → App settings → Advanced.',
		actor: 'account admin',
		retry: 'stop',
	},
	{
		code: 100,
		when: (words) => /callback verification|verify.?token|hub\.challenge/i.test(words),
		title: 'Meta could not verify the callback URL',
		fix: 'Meta calls the URL during registration: it must be public, use https with a valid certificate, and lead to this n8n. Behind a tunnel or proxy, set N8N_WEBHOOK_URL of n8n (before n8n 2.41: WEBHOOK_URL) to the public address.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 100,
		when: (words) => /parameter.?name is missing|named parameter/i.test(words),
		title: 'The template uses named parameters, but a name is missing',
		fix: 'Refresh the list under "Values to Send" (⋮), so that each value is sent with its name.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 131009,
		when: (words) => /sync|marketing_messages|marketing messages/i.test(words),
		title: 'The template is not ready for the Marketing Messages API yet',
		fix: 'New, changed, and long unused templates require up to 10 minutes. Send it again then.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 600,
	},
	{
		code: 131009,
		when: (words) => /recipient|valid (whatsapp )?phone number|parameter to\b/i.test(words),
		title: 'WhatsApp does not accept the phone number of the recipient',
		fix: 'Enter the phone number with + and country code, e.g. +16505551234, without letters or a second phone number.',
		actor: 'workflow builder',
		retry: 'never',
	},
	{
		code: 133010,
		when: (words) => /recipient|consumer|user account/i.test(words),
		title: 'The recipient has no WhatsApp account',
		fix: 'Check the phone number with + and country code.',
		actor: 'recipient',
		retry: 'never',
	},
];
