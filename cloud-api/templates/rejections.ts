/** Why Meta rejected a template. */
export interface Rejection {
	/** Meta's code, e.g. `TAG_CONTENT_MISMATCH`. */
	code: string;
	/** What the code means, one sentence. */
	meaning: string;
	/** What to change before you submit it again. */
	fix: string;
}

const REASONS: Readonly<Record<string, Omit<Rejection, 'code'>>> = {
	ABUSIVE_CONTENT: {
		meaning: 'Meta considers the text abusive or threatening',
		fix: 'Remove threats, legal warnings, and anything that puts pressure on the customer, then submit the template again.',
	},
	CATEGORY_NOT_AVAILABLE: {
		meaning: 'The category is not available for this account or language',
		fix: 'Choose another category. Marketing requires an account in good standing; authentication requires a verified business in some countries.',
	},
	INCORRECT_CATEGORY: {
		meaning: 'The content belongs to another category',
		fix: 'Submit it in the category that fits: offers and news are marketing, updates about something the customer did are utility, codes are authentication. Or turn on "Allow Category Change".',
	},
	INVALID_FORMAT: {
		meaning: 'Variables or text are not formatted correctly',
		fix: 'Check the variables for wrong braces, special characters, and gaps in their numbers, and check that each sample value fits its variable.',
	},
	PROMOTIONAL: {
		meaning: 'The text is promotional, which the category does not allow',
		fix: 'Remove the promotion, or submit the template as marketing.',
	},
	SCAM: {
		meaning: 'Meta considers the text a scam',
		fix: 'Name your business and the reason for the message, link only to your own domain (no shorteners), and do not ask for card numbers, passwords, or documents.',
	},
	TAG_CONTENT_MISMATCH: {
		meaning: 'The language or category does not match the text',
		fix: 'Check that the whole text, including sample values, is in the chosen language and fits the chosen category.',
	},
};

/** Explains a rejection reason. An unknown reason keeps its code. Returns undefined for `NONE` or no reason. */
export function explainRejection(reason: string | null | undefined): Rejection | undefined {
	if (!reason || reason.toUpperCase() === 'NONE') return undefined;
	const code = reason.toUpperCase();
	const known = REASONS[code];
	if (known) return { code, ...known };
	return {
		code: reason,
		meaning: `Meta rejected the template: ${reason}`,
		fix: 'Open the template in WhatsApp Manager to see the full notice, then edit it, or appeal there.',
	};
}
