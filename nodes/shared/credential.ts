import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import { normalizeBaseUrl } from './baseUrl';

export const CREDENTIAL_TYPE = 'whatsAppCloudApi';

/** The fields of the credential as text without what copying adds around them; empty when not filled in. */
export interface Credential {
	accessToken: string;
	businessAccountId: string;
	phoneNumberId: string;
	appId: string;
	appSecret: string;
	previousAppSecret: string;
	/** Whether a token that expires soon is renewed when it is used. */
	renewAutomatically: boolean;
	/** E.g. `v25.0`. */
	graphVersion: string;
	/** Without a trailing slash. */
	baseUrl: string;
	/** What is known about the token, see `tokenRenewal.ts`. */
	expiryState: string;
}

/** What reading the credential needs of a node context; execute, hook, webhook, and list contexts have it. */
export interface CredentialContext {
	getCredentials<T extends object = ICredentialDataDecryptedObject>(
		type: string,
		itemIndex?: number,
	): Promise<T>;
}

/**
 * Reads and tidies the credential of a node.
 *
 * @throws InvalidInputError when its Base URL is invalid
 */
export async function readCredential(context: CredentialContext): Promise<Credential> {
	return tidyCredential(await context.getCredentials(CREDENTIAL_TYPE));
}

/**
 * The stored fields as text with their defaults, without the spaces, quotes, and `Bearer` that copying adds.
 *
 * @throws InvalidInputError when the Base URL is invalid
 */
export function tidyCredential(stored: ICredentialDataDecryptedObject): Credential {
	const text = (name: string) => withoutQuotes(String(stored[name] ?? ''));
	return {
		accessToken: withoutQuotes(text('accessToken').replace(/^(Bearer|OAuth)\s+/i, '')).replace(
			/\s+/g,
			'',
		),
		businessAccountId: text('businessAccountId'),
		phoneNumberId: text('phoneNumberId'),
		appId: text('appId'),
		appSecret: text('appSecret'),
		previousAppSecret: text('previousAppSecret'),
		renewAutomatically: stored.renewAutomatically !== false,
		graphVersion: text('graphVersion') || 'v25.0',
		baseUrl: normalizeBaseUrl(text('baseUrl')),
		expiryState: text('expiryState'),
	};
}

/** Format characters that copying from web pages adds, e.g. zero-width spaces and byte order marks. */
const INVISIBLE = /\p{Cf}/gu;

function withoutQuotes(text: string): string {
	const plain = text.replace(INVISIBLE, '').trim();
	const quoted = /^(["'`“„‘])([\s\S]*)(["'`”“’])$/u.exec(plain);
	return quoted ? quoted[2].trim() : plain;
}

const WHERE: Record<
	'appId' | 'appSecret' | 'businessAccountId' | 'phoneNumberId',
	[string, string]
> = {
	appId: ['App ID', 'App dashboard → App settings → Basic'],
	appSecret: ['App Secret', 'App dashboard → App settings → Basic → Show'],
	businessAccountId: ['WhatsApp Business Account ID', 'App dashboard → WhatsApp → API Setup'],
	phoneNumberId: ['Default Phone Number ID', 'App dashboard → WhatsApp → API Setup'],
};

/**
 * A field of the credential that is required for this call.
 *
 * @throws InvalidInputError that names the field and where it is found in Meta's pages
 */
export function requireFromCredential(
	credential: Credential,
	field: keyof typeof WHERE,
	purpose: string,
): string {
	const value = credential[field];
	if (value !== '') return value;
	const [label, page] = WHERE[field];
	throw new InvalidInputError(
		`credential.${field}`,
		`The credential has no ${label}, which is required ${purpose}`,
		`Open the credential and fill in "${label}". Meta shows it under ${page}.`,
	);
}
