import type { INodeProperties } from 'n8n-workflow';

/** The options of a parameter with phone numbers; `parameter` is its label, `use` what is done with them. */
export function phoneNumberOptions(
	parameter: string,
	use: string,
): Record<'allowUnusualNumbers' | 'defaultCountry', INodeProperties> {
	return {
		allowUnusualNumbers: {
			displayName: 'Allow Unusual Numbers',
			name: 'allowUnusualNumbers',
			type: 'boolean',
			default: true,
			description: `Whether to ${use} phone numbers whose length does not match their country. When off, such numbers are rejected, because digits may be missing.`,
		},
		defaultCountry: {
			displayName: 'Default Country',
			name: 'defaultCountry',
			type: 'string',
			default: '',
			placeholder: 'e.g. DE',
			description: `Two-letter code of the country of national numbers in ${parameter}, such as 0170 1234567. Not needed for numbers from the WhatsApp Cloud API Trigger.`,
		},
	};
}
