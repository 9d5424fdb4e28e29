/** A user or system user access token. App tokens (`{app-id}|{app-secret}`) are recognized by their form instead. */
export interface AccessToken {
	token: string;
	appId: string;
	userId: string;
	type: 'USER' | 'SYSTEM_USER';
	scopes: string[];
	/** WABAs that it reaches; `null`: all accounts of the app's business. */
	businessAccountIds: string[] | null;
	issuedAt: number;
	/** 0: never. */
	expiresAt: number;
	/** Set when it was invalidated: the subcode of error 190 (458 app removed, 460 password changed, 467 invalidated …). */
	invalidSubcode?: number;
}

export const ALL_SCOPES = [
	'whatsapp_business_messaging',
	'whatsapp_business_management',
	'business_management',
	'whatsapp_business_manage_events',
];

/** Every token that was ever issued, valid or not. */
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
