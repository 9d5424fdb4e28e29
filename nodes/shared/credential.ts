import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import type { Reach } from '../../cloud-api/accounts/reach';
import { type CloudApiError, InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import { normalizeBaseUrl } from './baseUrl';
import { undecidedError } from './undecided';

export const CREDENTIAL_TYPE = 'whatsAppCloudApi';
export const LOGIN_CREDENTIAL_TYPE = 'whatsAppCloudOAuth2Api';

/** The fields of the credential as text without what copying adds around them; empty when not filled in. */
export interface Credential {
	/** Where the token comes from: pasted by a person, or granted in Meta's login dialog. */
	kind: 'accessToken' | 'oAuth2';
	/** Empty while a credential of the login dialog is not connected. */
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
	/** Milliseconds at which a token of the login dialog expires, where this n8n stores it. */
	tokenExpiresAt?: number;
	/** Private keys of flow endpoints as PEM, see `flowKeyOrders.ts`; empty before the first. */
	flowPrivateKey: string;
	/** What the token can access, where it was looked up because a default is not filled in. */
	reach?: Reach;
	/** Why that is not known, e.g. because Meta no longer accepts the token. */
	reachError?: CloudApiError;
}

/** What reading the credential needs of a node context; execute, hook, webhook, and list contexts have it. */
export interface CredentialContext {
	getCredentials<T extends object = ICredentialDataDecryptedObject>(
		type: string,
		itemIndex?: number,
	): Promise<T>;
	getNode(): INode;
}

/** Whether a node uses the credential that is connected in Meta's login dialog. */
export function usesOAuth2({ parameters }: Pick<INode, 'parameters'>): boolean {
	return parameters.authentication === 'oAuth2';
}

/**
 * Reads and tidies the credential of a node, whichever kind its _Authentication_ names.
 *
 * @throws InvalidInputError when its Base URL is invalid
 */
export async function readCredential(context: CredentialContext): Promise<Credential> {
	return usesOAuth2(context.getNode())
		? tidyOAuth2Credential(await context.getCredentials(LOGIN_CREDENTIAL_TYPE))
		: tidyCredential(await context.getCredentials(CREDENTIAL_TYPE));
}

/**
 * The stored fields as text with their defaults, without the spaces, quotes, and `Bearer` that copying adds.
 *
 * @throws InvalidInputError when the Base URL is invalid
 */
export function tidyCredential(stored: ICredentialDataDecryptedObject): Credential {
	const text = (name: string) => withoutQuotes(String(stored[name] ?? ''));
	return {
		kind: 'accessToken',
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
		flowPrivateKey: text('flowPrivateKey'),
	};
}

/**
 * The same for the credential of the login dialog, whose token n8n stores beside the fields.
 *
 * @throws InvalidInputError when the Base URL is invalid
 */
export function tidyOAuth2Credential(stored: ICredentialDataDecryptedObject): Credential {
	const { access_token: token, n8n_expires_at: expiresAt } = Object(
		stored.oauthTokenData,
	) as Record<string, unknown>;
	return {
		...tidyCredential({
			...stored,
			accessToken: typeof token === 'string' ? token : '',
			// Only the login dialog issues another token that n8n stores.
			renewAutomatically: false,
			expiryState: '',
		}),
		kind: 'oAuth2',
		...(Number(expiresAt) > 0 && { tokenExpiresAt: Number(expiresAt) }),
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
 * @throws InvalidInputError that names the field and where it is found in Meta's pages; Meta's rejection of
 *   the token where that is why the field could not be found out
 */
export function requireFromCredential(
	credential: Credential,
	field: keyof typeof WHERE,
	purpose: string,
): string {
	const value = credential[field];
	if (value !== '') return value;
	if (field === 'businessAccountId' || field === 'phoneNumberId') {
		const undecided = undecidedError(credential, field, purpose);
		if (undecided) throw undecided;
		if (credential.reachError?.retry === 'stop') throw credential.reachError;
	}
	const [label, page] = WHERE[field];
	throw new InvalidInputError(
		`credential.${field}`,
		`The credential has no ${label}, which is required ${purpose}`,
		`Open the credential and fill in "${label}". Meta shows it under ${page}.`,
	);
}
