/** Why Meta rejected a template, for a person. */
export interface Rejection {
	/** Meta's code, e.g. `TAG_CONTENT_MISMATCH`. */
	code: string;
	/** What the code means, one sentence. */
	meaning: string;
	/** What to change before submitting again. */
	fix: string;
}

const REASONS: Readonly<Record<string, Omit<Rejection, 'code'>>> = {
	ABUSIVE_CONTENT: {
		meaning: 'The text reads as abusive or threatening to Meta',
		fix: 'Take out threats, legal warnings and anything that puts pressure on the reader, then edit the template and submit it again.',
	},
	CATEGORY_NOT_AVAILABLE: {
		meaning: 'The category is not available to this account or language',
		fix: 'Choose another category; marketing needs an account in good standing, authentication a verified business in some countries.',
	},
	INCORRECT_CATEGORY: {
		meaning: 'The content belongs to another category',
		fix: 'Submit it in the category that fits: offers and news are marketing, updates about something the customer did are utility, codes are authentication. Or let Meta change the category when submitting.',
	},
	INVALID_FORMAT: {
		meaning: 'Variables or text are not formatted as Meta wants them',
		fix: 'Look for variables with wrong braces, special characters or gaps in their numbers, and for samples that do not fit their variables.',
	},
	PROMOTIONAL: {
		meaning: 'The text promotes something although the category does not allow it',
		fix: 'Take the promotion out, or submit the template as marketing.',
	},
	SCAM: {
		meaning: 'The text reads like a scam to Meta',
		fix: 'Name your business and the reason for writing, use links to your own domain only (no shorteners), and do not ask for card numbers, passwords or documents.',
	},
	TAG_CONTENT_MISMATCH: {
		meaning: 'The language or category chosen does not match the text',
		fix: 'Check that the whole text, samples included, is in the chosen language and fits the chosen category.',
	},
};

/** Puts Meta's rejection reason into words; an unknown one keeps its code. Undefined for `NONE` and nothing. */
export function explainRejection(reason: string | null | undefined): Rejection | undefined {
	if (!reason || reason.toUpperCase() === 'NONE') return undefined;
	const code = reason.toUpperCase();
	const known = REASONS[code];
	if (known) return { code, ...known };
	return {
		code: reason,
		meaning: `Meta rejected the template: ${reason}`,
		fix: 'Open the template in WhatsApp Manager for the full notice, then edit and submit it again, or appeal there.',
	};
}
