/** What a template's status means to somebody who wants to send it (Meta: message templates). */
export interface StatusMeaning {
	/** Whether Meta sends a template in this status. */
	sendable: boolean;
	/** The status in words, short enough to stand beside a name. */
	words: string;
	/** What to do when it is not sendable. */
	fix: string;
}

const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	APPROVED: { sendable: true, words: 'approved', fix: '' },
	PENDING: {
		sendable: false,
		words: 'in review',
		fix: "Wait for Meta's review, which takes minutes to a day; the trigger's template status event tells you the outcome.",
	},
	IN_APPEAL: { sendable: false, words: 'in appeal', fix: 'Wait for the outcome of the appeal.' },
	REJECTED: {
		sendable: false,
		words: 'rejected',
		fix: 'Read the rejection reason with Template → Get, change the text, and submit it again with Template → Update.',
	},
	PAUSED: {
		sendable: false,
		words: 'paused',
		fix: 'Meta paused it because of low quality: for 3 hours the first time, 6 the second. Send something else meanwhile and look at what readers disliked.',
	},
	DISABLED: {
		sendable: false,
		words: 'disabled',
		fix: 'Meta disabled it for good after repeated low quality. Submit a new template under another name.',
	},
	ARCHIVED: {
		sendable: false,
		words: 'archived',
		fix: 'Bring it back with Template → Unarchive.',
	},
	PENDING_DELETION: { sendable: false, words: 'being deleted', fix: 'Choose another template.' },
	DELETED: { sendable: false, words: 'deleted', fix: 'Choose another template.' },
	LIMIT_EXCEEDED: {
		sendable: false,
		words: 'over the limit of templates',
		fix: 'Delete templates that are no longer used; an account holds 250, a verified business 6,000.',
	},
};

/** The meaning of a status; an unknown one is shown as Meta writes it and not presumed unsendable. */
export function explainStatus(status: string): StatusMeaning {
	return (
		STATUSES[status.toUpperCase()] ?? {
			sendable: true,
			words: status.toLowerCase().replace(/_/g, ' '),
			fix: '',
		}
	);
}
