/** What WhatsApp writes on a template button whose definition has no text, by the kind of button. */
export const FIXED_LABELS: Readonly<Record<string, string>> = {
	COPY_CODE: 'Copy offer code',
	OTP: 'Copy code',
	REQUEST_CONTACT_INFO: 'Share contact info',
	CATALOG: 'View catalog',
	MPM: 'View items',
	SPM: 'View',
};
