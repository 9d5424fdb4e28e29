const REASONS: ReadonlyMap<string, string> = new Map([
	['ABUSIVE_CONTENT', 'the content is abusive or threatening'],
	['CATEGORY_NOT_AVAILABLE', 'the category is not available to this account'],
	['DISABLED', 'people blocked or reported it too often'],
	['FIRST_PAUSE', 'paused for 3 hours after negative feedback'],
	['INCORRECT_CATEGORY', 'the content does not fit the category; submit it again in the right one'],
	['INVALID_FORMAT', 'variables or other parts are not formed as WhatsApp wants them'],
	['PROMOTIONAL', 'a template of this category must not advertise; submit it as marketing'],
	['RATE_LIMITING_PAUSE', 'paused because it was sent too fast for its quality'],
	['SCAM', 'the content looks like a scam'],
	['SECOND_PAUSE', 'paused for 6 hours after negative feedback; the next time disables it'],
	['TAG_CONTENT_MISMATCH', 'the language or category chosen does not fit the content'],
	['UNPAUSE', 'the pause is over'],
]);

/** Meta's reason for a template's status in words; an unknown one as Meta writes it. */
export function templateReason(reason: string): string {
	return REASONS.get(reason) ?? reason.toLowerCase().replace(/_/g, ' ');
}
