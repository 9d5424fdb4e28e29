export interface TokenInput {
	token?: string;
	appId?: string;
	type?: 'USER' | 'SYSTEM_USER';
	scopes?: string[];
	/** WABA IDs that the token can access; default: all accounts of the app's business portfolio. */
	businessAccountIds?: string[];
	/** Milliseconds on the sandbox's clock; 0 (default): never. */
	expiresAt?: number;
}

/** A change of a phone number. Omitted keys are unchanged. */
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
	/** Official Business Account. Others are rejected by the groups API (131215). */
	official?: boolean;
	/** Coexistence. Turning it on starts the 24 hours of `smb_app_data`, unless `onboardedAt` is set. */
	isOnBizApp?: boolean;
	/** Milliseconds on the sandbox's clock. */
	onboardedAt?: number;
	username?: string;
	/** The app's role in Conversation Routing: `customer_service`, `escalation`, … Enrolls the number. */
	routingRole?: string;
	/** Status of the application as Official Business Account. */
	obaStatus?: 'NOT_STARTED' | 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED';
}

/** A change of a WABA. Omitted keys are unchanged. */
export interface AccountChange {
	/** Whether the seed's app is subscribed to it. */
	subscribed?: boolean;
	/** APPROVED, PENDING, REJECTED. */
	reviewStatus?: string;
	/** verified, not_verified, … */
	verification?: string;
	paymentMethod?: boolean;
	/** Every message is rejected with 368. */
	restricted?: boolean;
	/** Every message is rejected with 131031. */
	locked?: boolean;
	/** New groups are rejected with 131214. */
	groupCreationDisabled?: boolean;
	/** Whether in-app sign-ups are enabled; default true. Off: 2494165. */
	signupsEnabled?: boolean;
}
