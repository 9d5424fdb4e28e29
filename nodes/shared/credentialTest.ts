import { readReach } from '../../cloud-api/accounts/reach';
import { inspectToken, NEEDED_SCOPES } from '../../cloud-api/accounts/tokens';
import { CloudApiError, GraphError, InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';
import { objectOf } from './credentialObjects';

/**
 * Checks everything in a credential: the token, the accounts it has access to, that the phone number
 * belongs to the account, and that App ID and App Secret belong together.
 *
 * @throws Error with the text that n8n shows under the credential
 */
export async function testCredential(graph: GraphApi, credential: Credential): Promise<void> {
	const { accessToken, businessAccountId, phoneNumberId, appId, appSecret } = credential;
	if (accessToken === '') reject('The access token is empty. Paste one.');
	checkShapes(credential);
	await ask(graph.get('me', { fields: 'id' }));
	if (businessAccountId !== '') {
		await testAccount(graph, credential);
		if (phoneNumberId !== '') await testPhoneNumber(graph, businessAccountId, phoneNumberId);
	} else if (phoneNumberId !== '') {
		await testPhoneNumberAlone(graph, credential);
	}
	if (appId !== '' && appSecret !== '') await testApp(graph, accessToken, appId);
}

/** What the shape of a value alone tells: values that stand in each other's place. */
function checkShapes({ accessToken, appId, appSecret }: Credential): void {
	if (/^EAA/.test(appSecret)) {
		reject(`The App Secret is an access token. ${APP_PAGE}`);
	}
	if (/^[\da-f]{32}$/i.test(accessToken)) {
		reject(
			'The Access Token is an app secret. A token starts with EAA: Business settings → Users → System users → Generate token.',
		);
	}
	if (appId !== '' && !/^\d{1,40}$/.test(appId)) {
		reject(
			/^[\da-f]{32}$/i.test(appId) && /^\d{1,40}$/.test(appSecret)
				? 'App ID and App Secret are swapped. The ID consists of digits only.'
				: `The App ID consists of digits only. ${APP_PAGE}`,
		);
	}
}

const APP_PAGE = 'Copy App ID and App Secret from App dashboard → App settings → Basic.';
const ACCOUNT_PAGE = 'It is shown under App dashboard → WhatsApp → API Setup.';

async function testAccount(
	graph: GraphApi,
	{ accessToken, businessAccountId }: Credential,
): Promise<void> {
	const account = digitsOf(businessAccountId, 'WhatsApp Business Account ID');
	try {
		await graph.get(account, { fields: 'id,name,message_template_namespace' });
	} catch (error) {
		const found = await objectOf(graph, account);
		const accounts = await inspectToken(graph, accessToken, false).then(
			({ businessAccountIds }) => businessAccountIds,
			() => [],
		);
		const reachable = found?.is === 'business portfolio' ? found.accounts : accounts;
		if (found) {
			reject(
				`The WhatsApp Business Account ID is the ID of a ${found.is}. ${reachable.length > 0 ? `Enter the ID of the account instead: ${reachable.slice(0, 5).join(', ')}.` : ACCOUNT_PAGE}`,
			);
		}
		explainIn(
			'The access token is valid, but the WhatsApp Business Account ID is not',
			error,
			accounts.length > 0 ? ` The token has access to ${accounts.join(', ')}.` : '',
		);
	}
}

/** Without an account: what the token can access tells what a wrong ID should have been. */
async function testPhoneNumberAlone(graph: GraphApi, credential: Credential): Promise<void> {
	const { accessToken, phoneNumberId } = credential;
	const reach = await readReach(graph, accessToken, '').catch(() => undefined);
	rejectPhoneNumber(
		phoneNumberId,
		(reach?.numbers ?? []).map((one) => ({
			id: one.phoneNumberId,
			display_phone_number: one.phoneNumber,
		})),
	);
	const id = digitsOf(phoneNumberId, 'Default Phone Number ID');
	const found = await objectOf(graph, id);
	if (found && found.is !== 'phone number') rejectObject(found.is);
	await ask(
		graph.get(id, { fields: 'id,display_phone_number' }),
		'The access token is valid, but the Default Phone Number ID is not',
	);
}

function rejectObject(what: string): never {
	return reject(
		`The Default Phone Number ID is the ID of a ${what}. Enter the phone number ID. ${ACCOUNT_PAGE}`,
	);
}

/** A phone number in place of its ID is recognized by its digits. */
function rejectPhoneNumber(phoneNumberId: string, numbers: readonly PhoneNumber[]): void {
	const digits = onlyDigits(phoneNumberId);
	if (numbers.some(({ id }) => id === phoneNumberId)) return;
	const same = numbers.find(
		({ display_phone_number: number = '' }) => digits !== '' && onlyDigits(number) === digits,
	);
	if (same) {
		reject(`The Default Phone Number ID is a phone number. Enter its ID instead: ${same.id}.`);
	}
}

interface PhoneNumber {
	id: string;
	display_phone_number?: string;
}

/** The number must belong to the account. */
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
	rejectPhoneNumber(phoneNumberId, numbers);
	const found = await objectOf(graph, phoneNumberId);
	if (found && found.is !== 'phone number') rejectObject(found.is);
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
	const facts = await inspectToken(graph, accessToken, true).catch(
		async (error: unknown) => await rejectApp(graph, accessToken, appId, error),
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

/** The token itself says which app it belongs to, and so which of the two values is wrong. */
async function rejectApp(
	graph: GraphApi,
	accessToken: string,
	appId: string,
	error: unknown,
): Promise<never> {
	const own = await inspectToken(graph, accessToken, false).then(
		(facts) => facts.appId,
		() => undefined,
	);
	if (error instanceof InvalidInputError && own !== undefined) {
		reject(
			own === appId
				? 'The access token and the App ID are valid, but the App Secret is not. Copy it again: App dashboard → App settings → Basic → Show.'
				: `The access token belongs to the app ${own}, not to the App ID of this credential. Generate the token with this app, or enter the ID and secret of the app ${own}.`,
		);
	}
	return explainIn(
		'The access token is valid, but App ID and App Secret do not belong together',
		error,
	);
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
