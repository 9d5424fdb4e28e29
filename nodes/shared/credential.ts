import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';

export const CREDENTIAL_TYPE = 'whatsAppCloudApi';

/** The fields of the credential as text, trimmed; empty where nothing was entered. */
export interface Credential {
	accessToken: string;
	businessAccountId: string;
	phoneNumberId: string;
	appId: string;
	appSecret: string;
	previousAppSecret: string;
	/** Whether a token near its end is replaced when it is used. */
	renewAutomatically: boolean;
	/** E.g. `v25.0`. */
	graphVersion: string;
	/** Without a trailing slash. */
	baseUrl: string;
}

/** What a node context must offer for reading the credential; execute, hook, webhook and list contexts all do. */
export interface CredentialContext {
	getCredentials<T extends object = ICredentialDataDecryptedObject>(
		type: string,
		itemIndex?: number,
	): Promise<T>;
}

/** Reads and tidies the credential of a node. */
export async function readCredential(context: CredentialContext): Promise<Credential> {
	return tidyCredential(await context.getCredentials(CREDENTIAL_TYPE));
}

/** The stored fields as trimmed text, with the defaults of an older credential filled in. */
export function tidyCredential(stored: ICredentialDataDecryptedObject): Credential {
	const text = (name: string) => String(stored[name] ?? '').trim();
	return {
		accessToken: text('accessToken'),
		businessAccountId: text('businessAccountId'),
		phoneNumberId: text('phoneNumberId'),
		appId: text('appId'),
		appSecret: text('appSecret'),
		previousAppSecret: text('previousAppSecret'),
		renewAutomatically: stored.renewAutomatically !== false,
		graphVersion: text('graphVersion') || 'v25.0',
		baseUrl: (text('baseUrl') || 'https://graph.facebook.com').replace(/\/+$/, ''),
	};
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
 * A field of the credential that this call cannot do without.
 *
 * @throws InvalidInputError that names the field and where in Meta's pages it is found
 */
export function requireFromCredential(
	credential: Credential,
	field: keyof typeof WHERE,
	purpose: string,
): string {
	const value = credential[field];
	if (value !== '') return value;
	const [label, place] = WHERE[field];
	throw new InvalidInputError(
		`credential.${field}`,
		`The credential has no ${label}, which is needed ${purpose}`,
		`Open the credential and fill in "${label}". You find it under ${place}.`,
	);
}
