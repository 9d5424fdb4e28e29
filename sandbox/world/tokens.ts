/** A user or system user access token. App tokens (`{app-id}|{app-secret}`) are recognized by their format. */
export interface AccessToken {
	token: string;
	appId: string;
	userId: string;
	type: 'USER' | 'SYSTEM_USER';
	scopes: string[];
	/** WABAs that the token can access; `null`: all accounts of the app's business portfolio. */
	businessAccountIds: string[] | null;
	issuedAt: number;
	/** 0: never. */
	expiresAt: number;
	/** Subcode of error 190 if the token was invalidated (458 app removed, 460 password changed, 467 invalidated, …). */
	invalidSubcode?: number;
	/** Issued through the login dialog. */
	fromDialog?: boolean;
}

export const ALL_SCOPES = [
	'whatsapp_business_messaging',
	'whatsapp_business_management',
	'business_management',
	'whatsapp_business_manage_events',
];

/** All issued tokens, valid or not. */
export class Tokens {
	private readonly tokens = new Map<string, AccessToken>();

	add(token: AccessToken): AccessToken {
		this.tokens.set(token.token, token);
		return token;
	}

	find(token: string): AccessToken | undefined {
		return this.tokens.get(token);
	}

	list(): AccessToken[] {
		return [...this.tokens.values()];
	}
}
