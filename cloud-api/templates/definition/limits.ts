/** Limits of a template's components, in characters unless stated otherwise (Meta: message templates). */
export const LIMITS = {
	name: 512,
	header: 60,
	body: 1024,
	/** The body of a template with a limited-time offer. */
	offerBody: 600,
	/** The body of a carousel card and of a single-product template. */
	cardBody: 160,
	footer: 60,
	buttons: 10,
	buttonText: 25,
	url: 2000,
	phoneNumber: 20,
	couponCode: 20,
	/** The coupon code of a limited-time offer. */
	offerCouponCode: 15,
	offerText: 16,
	oneTimePassword: 15,
	codeExpirationMinutes: 90,
	supportedApps: 5,
	packageName: 224,
	signatureHash: 11,
	minCards: 2,
	maxCards: 10,
	/** Minutes until a voice call button expires. */
	callMinutes: 43_200,
} as const;

/** The maximum number of buttons per type; other types are limited only in total. */
export const MAX_OF_KIND: Readonly<Record<string, number>> = {
	URL: 2,
	PHONE_NUMBER: 1,
	COPY_CODE: 1,
	FLOW: 1,
	CATALOG: 1,
	MPM: 1,
	SPM: 1,
	OTP: 1,
	VOICE_CALL: 1,
	ORDER_DETAILS: 1,
	REQUEST_CONTACT_INFO: 1,
};

/** Names of the button types. */
export const BUTTON_NAMES: Readonly<Record<string, string>> = {
	QUICK_REPLY: 'quick reply',
	URL: 'URL',
	PHONE_NUMBER: 'phone number',
	COPY_CODE: 'copy code',
	FLOW: 'flow',
	CATALOG: 'catalog',
	MPM: 'multi-product',
	SPM: 'single-product',
	OTP: 'one-time password',
	VOICE_CALL: 'voice call',
	ORDER_DETAILS: 'order details',
	REQUEST_CONTACT_INFO: 'contact request',
};

/** Minimum and maximum time to live per category, in seconds; -1 means 30 days. */
export const TIME_TO_LIVE: Readonly<Record<string, readonly [number, number]>> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};
