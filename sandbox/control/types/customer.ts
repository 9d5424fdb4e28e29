export interface CustomerSettings {
	/** Messages are read when they are delivered. Default true. */
	autoRead: boolean;
	/** Whether the phone is online. Offline, messages stay `sent`. Default true. */
	online: boolean;
	/** Whether read receipts are on. Off, there is no `read` status. Default true. */
	readReceipts: boolean;
	/** The customer has blocked the business: messages stay `sent`. */
	blockedBusiness: boolean;
	/** The number is not on WhatsApp: sending fails with 131026. */
	notOnWhatsApp: boolean;
	/** The customer has stopped marketing messages: marketing templates fail with 131050. */
	stoppedMarketing: boolean;
	/** The business does not see the phone number: webhooks have no `from`, `wa_id`, or `recipient_id`. */
	hidesPhoneNumber: boolean;
}

export interface CustomerView extends CustomerSettings {
	waId: string;
	name: string;
	/** BSUID towards the seed business. */
	userId: string;
	username?: string;
	/** End of the typing indicator, by phone number ID. */
	typingUntil: Record<string, number>;
	/** End of the customer service window, by phone number ID. */
	windowExpiresAt: Record<string, number>;
	/** The valid `recipient_identity_key_hash`. */
	identityHash: string;
}
