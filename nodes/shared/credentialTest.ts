import { inspectToken, NEEDED_SCOPES } from '../../cloud-api/accounts/tokens';
import { CloudApiError, GraphError } from '../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';

/**
 * Checks everything in a credential: the token, the accounts it has access to, that the phone number
 * belongs to the account, and that App ID and App Secret belong together.
 *
 * @throws Error with the text that n8n shows under the credential
 */
export async function testCredential(graph: GraphApi, credential: Credential): Promise<void> {
	const { accessToken, businessAccountId, phoneNumberId, appId, appSecret } = credential;
	if (accessToken === '') reject('The access token is empty. Paste one.');
	await ask(graph.get('me', { fields: 'id' }));
	if (businessAccountId !== '') {
		await testAccount(graph, credential);
		if (phoneNumberId !== '') await testPhoneNumber(graph, businessAccountId, phoneNumberId);
	} else if (phoneNumberId !== '') {
		const number = digitsOf(phoneNumberId, 'Default Phone Number ID');
		await ask(
			graph.get(number, { fields: 'id,display_phone_number' }),
			'The access token is valid, but the Default Phone Number ID is not',
		);
	}
	if (appId !== '' && appSecret !== '') await testApp(graph, accessToken, appId);
}

async function testAccount(
	graph: GraphApi,
	{ accessToken, businessAccountId }: Credential,
): Promise<void> {
	const account = digitsOf(businessAccountId, 'WhatsApp Business Account ID');
	try {
		await graph.get(account, { fields: 'id,name,message_template_namespace' });
	} catch (error) {
		const accounts = await inspectToken(graph, accessToken, false).then(
			({ businessAccountIds }) => businessAccountIds,
			() => [],
		);
		explainIn(
			'The access token is valid, but the WhatsApp Business Account ID is not',
			error,
			accounts.length > 0 ? ` The token has access to ${accounts.join(', ')}.` : '',
		);
	}
}

interface PhoneNumber {
	id: string;
	display_phone_number?: string;
}

/** A phone number in place of its ID is recognized by its digits. */
async function testPhoneNumber(
	graph: GraphApi,
	businessAccountId: string,
	phoneNumberId: string,
): Promise<void> {
	const numbers = await ask(
		graph.list<PhoneNumber>(`${businessAccountId}/phone_numbers`, {
			fields: 'id,display_phone_number',
		}),
		'The phone numbers of the account cannot be read',
	);
	if (numbers.some(({ id }) => id === phoneNumberId)) return;
	const digits = onlyDigits(phoneNumberId);
	const same = numbers.find(
		({ display_phone_number: number = '' }) => digits !== '' && onlyDigits(number) === digits,
	);
	if (same) {
		reject(`The Default Phone Number ID is a phone number. Enter its ID instead: ${same.id}.`);
	}
	const known = numbers
		.slice(0, 5)
		.map(({ id, display_phone_number: number = '' }) => `${id} (${number})`);
	reject(
		`The access token and the account are valid, but the Default Phone Number ID does not belong to this account. ${known.length > 0 ? `Its phone number IDs are ${known.join(', ')}.` : 'The account has no phone number yet.'}`,
	);
}

function digitsOf(id: string, label: string): string {
	if (/^\d{1,40}$/.test(id)) return id;
	return reject(
		`The ${label} consists of digits only, e.g. 106540352242922. It is shown under App dashboard → WhatsApp → API Setup; it is not a phone number or a name.`,
	);
}

function onlyDigits(text: string): string {
	return text.replace(/\D/g, '');
}

async function testApp(graph: GraphApi, accessToken: string, appId: string): Promise<void> {
	const facts = await ask(
		inspectToken(graph, accessToken, true),
		'The access token is valid, but App ID and App Secret do not belong together',
	);
	if (facts.appId && facts.appId !== appId) {
		reject(
			`The access token belongs to the app ${facts.appId}, not to the App ID of this credential. Generate the token with this app, or enter the ID and secret of the other app.`,
		);
	}
	const missing = NEEDED_SCOPES.filter((scope) => !facts.scopes.includes(scope));
	if (missing.length > 0) {
		reject(
			`The access token lacks the permission ${missing.join(' and ')}. Generate a new token with it.`,
		);
	}
}

/** @param what the value at fault, where Meta's answer does not say it */
async function ask<T>(request: Promise<T>, what?: string): Promise<T> {
	try {
		return await request;
	} catch (error) {
		return explainIn(what, error);
	}
}

function explainIn(what: string | undefined, error: unknown, hint = ''): never {
	if (error instanceof GraphError && what)
		reject(`${what}: ${lower(error.message)}.${hint} ${error.description}`);
	if (error instanceof CloudApiError) reject(`${error.message}. ${error.description}`);
	throw error;
}

function lower(sentence: string): string {
	return /^(Meta|WhatsApp)\b/.test(sentence)
		? sentence
		: sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function reject(text: string): never {
	throw new Error(text);
}
