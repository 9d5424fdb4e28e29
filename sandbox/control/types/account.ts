export interface TokenInput {
	token?: string;
	appId?: string;
	type?: 'USER' | 'SYSTEM_USER';
	scopes?: string[];
	/** WABA IDs that it reaches; default: all accounts of the app's business. */
	businessAccountIds?: string[];
	/** Milliseconds on the sandbox's clock; 0 (default): never. */
	expiresAt?: number;
}

/** What may be true of a number; what is left out stays as it is. */
export interface NumberChange {
	registered?: boolean;
	quality?: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	/** CONNECTED, RESTRICTED, BANNED, … */
	status?: string;
	nameStatus?: string;
	codeVerification?: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
	pin?: string;
	throughput?: 'STANDARD' | 'HIGH';
	/** TIER_250, TIER_2K, … */
	messagingLimit?: string;
	accountMode?: 'LIVE' | 'SANDBOX';
	official?: boolean;
	username?: string;
}

/** What may be true of a WABA; what is left out stays as it is. */
export interface AccountChange {
	/** Whether the seed's app is subscribed to it. */
	subscribed?: boolean;
	/** APPROVED, PENDING, REJECTED. */
	reviewStatus?: string;
	/** verified, not_verified, … */
	verification?: string;
	paymentMethod?: boolean;
	/** Every message is refused with 368. */
	restricted?: boolean;
	/** Every message is refused with 131031. */
	locked?: boolean;
}
