/** Limits of order messages (Meta: Payments API, order details messages). */
export const ORDER_LIMITS = {
	referenceId: 35,
	statusDescription: 120,
	expirationDescription: 120,
	itemName: 60,
	/** Descriptions of tax, shipping, and discount, and the name of a discount program. */
	note: 60,
	quantity: 1_000_000,
	/** Seconds between sending and the expiration. */
	minExpiration: 300,
	beneficiaryName: 200,
	addressLine: 100,
} as const;
