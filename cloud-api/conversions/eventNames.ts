/** Names that Meta accepts for conversions from WhatsApp (business messaging), with their labels. */
export const EVENT_NAMES = [
	{ name: 'Add to Cart', value: 'AddToCart' },
	{ name: 'Initiate Checkout', value: 'InitiateCheckout' },
	{ name: 'Lead Submitted', value: 'LeadSubmitted' },
	{ name: 'Purchase', value: 'Purchase' },
	{ name: 'View Content', value: 'ViewContent' },
] as const;

/** Names of Meta's other channels that it rejects here with subcode 2804066, and what to use instead. */
const REJECTED: Record<string, string | undefined> = {
	Lead: 'LeadSubmitted',
	CompleteRegistration: 'LeadSubmitted',
	Contact: 'LeadSubmitted',
	Schedule: 'LeadSubmitted',
	SubmitApplication: 'LeadSubmitted',
	Search: 'ViewContent',
	AddPaymentInfo: 'InitiateCheckout',
	StartTrial: 'Purchase',
	Subscribe: 'Purchase',
};

/**
 * Why Meta rejects an event name for business messaging, with the closest name that it accepts; `undefined`
 * for names that are accepted or unknown.
 */
export function whyRejected(name: string): { problem: string; fix: string } | undefined {
	const instead = Object.hasOwn(REJECTED, name) ? REJECTED[name] : undefined;
	return instead === undefined
		? undefined
		: {
				problem: `Meta does not accept the event "${name}" for conversions from WhatsApp`,
				fix: `Use ${instead}. Meta accepts ${EVENT_NAMES.map(({ value }) => value).join(', ')}.`,
			};
}
