import { inspectToken, NEEDED_SCOPES } from '../../cloud-api/accounts/tokens';
import { CloudApiError, GraphError } from '../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../cloud-api/graph';
import { graphId } from '../../cloud-api/graphId';
import type { Credential } from './credential';

/**
 * Looks at everything that a credential holds: the token, the accounts it reaches, that the number
 * belongs to the account, and that app ID and app secret fit.
 *
 * @throws Error with the words that n8n shows under the credential
 */
export async function testCredential(graph: GraphApi, credential: Credential): Promise<void> {
	const { accessToken, businessAccountId, phoneNumberId, appId, appSecret } = credential;
	if (accessToken === '') refuse('There is no access token yet. Paste one.');
	await ask(graph.get('me', { fields: 'id' }));
	if (businessAccountId !== '') {
		const account = graphId(
			businessAccountId,
			'businessAccountId',
			'The WhatsApp Business Account ID',
		);
		await ask(
			graph.get(account, { fields: 'id,name,message_template_namespace' }),
			'The access token is fine, but the WhatsApp Business Account ID is not',
		);
		if (phoneNumberId !== '') {
			const numbers = await ask(
				graph.list<{ id: string }>(`${account}/phone_numbers`, { fields: 'id' }),
				'The phone numbers of the account cannot be read',
			);
			if (!numbers.some(({ id }) => id === phoneNumberId)) {
				refuse(
					'The access token and the account are fine, but the Default Phone Number ID is none of this account\'s numbers. On the API Setup page it stands as "Phone number ID"; it is not the phone number itself.',
				);
			}
		}
	} else if (phoneNumberId !== '') {
		const number = graphId(phoneNumberId, 'phoneNumberId', 'The Default Phone Number ID');
		await ask(
			graph.get(number, { fields: 'id,display_phone_number' }),
			'The access token is fine, but the Default Phone Number ID is not',
		);
	}
	if (appId !== '' && appSecret !== '') await testApp(graph, accessToken, appId);
}

async function testApp(graph: GraphApi, accessToken: string, appId: string): Promise<void> {
	const facts = await ask(
		inspectToken(graph, accessToken, true),
		'The access token is fine, but App ID and App Secret do not fit each other',
	);
	if (facts.appId && facts.appId !== appId) {
		refuse(
			`The access token belongs to another app (${facts.appId}) than the App ID given here. Generate the token with this app, or enter that app's ID and secret.`,
		);
	}
	const missing = NEEDED_SCOPES.filter((scope) => !facts.scopes.includes(scope));
	if (missing.length > 0) {
		refuse(
			`The access token lacks the permission ${missing.join(' and ')}. Generate a new one with it.`,
		);
	}
}

/** @param what which value is at fault, where the refusal alone does not tell */
async function ask<T>(request: Promise<T>, what?: string): Promise<T> {
	try {
		return await request;
	} catch (error) {
		return explainIn(what, error);
	}
}

function explainIn(what: string | undefined, error: unknown): never {
	if (error instanceof GraphError && what)
		refuse(`${what}: ${lower(error.message)}. ${error.description}`);
	if (error instanceof CloudApiError) refuse(`${error.message}. ${error.description}`);
	throw error;
}

function lower(sentence: string): string {
	return /^(Meta|WhatsApp)\b/.test(sentence)
		? sentence
		: sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function refuse(words: string): never {
	throw new Error(words);
}
