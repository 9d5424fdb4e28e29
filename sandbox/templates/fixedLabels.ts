/** Labels of template buttons without a text of their own, by button type. */
export const FIXED_LABELS: Readonly<Record<string, string>> = {
	COPY_CODE: 'Copy offer code',
	OTP: 'Copy code',
	REQUEST_CONTACT_INFO: 'Share contact info',
	CATALOG: 'View catalog',
	MPM: 'View items',
	SPM: 'View',
};
