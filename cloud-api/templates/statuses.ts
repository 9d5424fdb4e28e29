/** The meaning of a template status for sending (Meta: message templates). */
export interface StatusMeaning {
	/** Whether a template in this status can be sent. */
	sendable: boolean;
	/** A short description of the status. */
	words: string;
	/** What to do if it cannot be sent. */
	fix: string;
}

const STATUSES: Readonly<Record<string, StatusMeaning>> = {
	APPROVED: { sendable: true, words: 'approved', fix: '' },
	PENDING: {
		sendable: false,
		words: 'in review',
		fix: "Wait for Meta's review, which takes minutes to a day. The trigger's Template Status event reports the outcome.",
	},
	IN_APPEAL: { sendable: false, words: 'in appeal', fix: 'Wait for the outcome of the appeal.' },
	REJECTED: {
		sendable: false,
		words: 'rejected',
		fix: 'Get the rejection reason with Template → Get, then change the text with Template → Update.',
	},
	PAUSED: {
		sendable: false,
		words: 'paused',
		fix: 'Meta paused it because of low quality: for 3 hours the first time, for 6 hours the second time. Use another template meanwhile.',
	},
	DISABLED: {
		sendable: false,
		words: 'disabled',
		fix: 'Meta disabled it permanently after repeated low quality. Submit a new template with another name.',
	},
	ARCHIVED: {
		sendable: false,
		words: 'archived',
		fix: 'Restore it with Template → Unarchive.',
	},
	PENDING_DELETION: { sendable: false, words: 'being deleted', fix: 'Choose another template.' },
	DELETED: { sendable: false, words: 'deleted', fix: 'Choose another template.' },
	LIMIT_EXCEEDED: {
		sendable: false,
		words: 'over the template limit',
		fix: 'Delete unused templates. An account can have 250 templates, or 6,000 if the business is verified.',
	},
};

/** Returns the meaning of a status. An unknown status counts as sendable. */
export function explainStatus(status: string): StatusMeaning {
	return (
		STATUSES[status.toUpperCase()] ?? {
			sendable: true,
			words: status.toLowerCase().replace(/_/g, ' '),
			fix: '',
		}
	);
}
