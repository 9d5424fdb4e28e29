export interface CustomerSettings {
	/** Messages are read as soon as they are delivered. Default true. */
	autoRead: boolean;
	/** Offline: messages stay at `sent` until the customer comes back. Default true. */
	online: boolean;
	/** `false`: the customer's receipts are off, no `read` status. Default true. */
	readReceipts: boolean;
	/** The customer has blocked the business: nothing goes beyond `sent`. */
	blockedBusiness: boolean;
	/** The number is not on WhatsApp: sending fails with 131026. */
	notOnWhatsApp: boolean;
	/** The customer has stopped marketing messages: marketing templates fail with 131050. */
	stoppedMarketing: boolean;
	/** The business does not see the phone number: webhooks carry no `from`, `wa_id`, `recipient_id`. */
	hidesPhoneNumber: boolean;
}

export interface CustomerView extends CustomerSettings {
	waId: string;
	name: string;
	/** BSUID towards the seed business. */
	userId: string;
	username?: string;
	/** The business shows "typing…" to this customer until then. */
	typingUntil: Record<string, number>;
	/** End of the 24-hour customer service window, by phone number ID. */
	windowExpiresAt: Record<string, number>;
	/** What `recipient_identity_key_hash` must say. */
	identityHash: string;
}
