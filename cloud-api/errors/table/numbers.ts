import type { CodeTable } from '../types';

/** Registration, PIN, username, blocked users, and other settings of a phone number. */
export const numbers: CodeTable = {
	133000: {
		title: 'A previous deregistration of the phone number was not completed',
		fix: 'Deregister the phone number again, then register it.',
		actor: 'account admin',
		retry: 'never',
	},
	133005: {
		title: 'The two-step verification PIN is incorrect',
		fix: 'Enter the six digits that were set for this phone number. A forgotten PIN can be reset in WhatsApp Manager → Account tools → Phone numbers → Two-step verification.',
		actor: 'account admin',
		retry: 'never',
	},
	133006: {
		title: 'The phone number must be verified before it can be registered',
		fix: 'Request a code by SMS or call, verify it, then register the phone number.',
		actor: 'account admin',
		retry: 'never',
	},
	133008: {
		title: 'An incorrect two-step verification PIN was entered too often',
		fix: 'Wait as long as Meta says, then enter the correct PIN or reset it in WhatsApp Manager.',
		actor: 'account admin',
		retry: 'later',
	},
	133009: {
		title: 'The two-step verification PIN was entered too soon after the last try',
		fix: 'Wait as long as Meta says, then enter it again.',
		actor: 'account admin',
		retry: 'later',
	},
	133010: {
		title: 'The sender is not registered on the Cloud API',
		fix: 'Register it (Phone Number → Register) with its two-step verification PIN. If it was registered before, it was deregistered, moved to another account, or moved back to the WhatsApp Business app: check that the phone number ID is still correct.',
		actor: 'account admin',
		retry: 'later',
	},
	133015: {
		title: 'The phone number was deleted recently and is not available yet',
		fix: 'Wait 5 minutes, then try again.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 300,
	},
	133016: {
		title: 'The phone number was registered or deregistered too often',
		fix: 'Meta allows 10 registrations in 72 hours. The phone number cannot be registered for 72 hours.',
		actor: 'account admin',
		retry: 'later',
		waitSeconds: 259_200,
	},
	136024: {
		title: 'Meta did not send the verification code',
		fix: 'Wait a few hours if codes were requested several times, or request it by voice call instead of SMS. A phone number that is already verified needs no code.',
		actor: 'account admin',
		retry: 'later',
		generic: true,
	},
	136025: {
		title: 'Meta did not accept the verification code',
		fix: 'Enter the digits of the last SMS or call. Request a new code if it has expired.',
		actor: 'account admin',
		retry: 'never',
		generic: true,
	},
	139100: {
		title: 'Some of the people could not be blocked or unblocked',
		fix: 'See the result for each person. Only people who wrote in the last 24 hours can be blocked.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139101: {
		title: 'The block list is full',
		fix: 'It holds 64,000 people. Unblock some first.',
		actor: 'account admin',
		retry: 'never',
	},
	139102: {
		title: 'The block list is being changed by another request',
		fix: 'Make these changes one after the other, and try again.',
		actor: 'nobody',
		retry: 'transient',
	},
	139103: {
		title: 'Meta could not change the block list',
		fix: 'Try again in a few minutes.',
		actor: 'Meta',
		retry: 'transient',
	},
	147001: {
		title: 'Meta does not accept the username',
		fix: "See Meta's message for the reason, or use one of the username suggestions.",
		actor: 'account admin',
		retry: 'never',
	},
	147002: {
		title: 'Meta does not accept the username',
		fix: "See Meta's message for the reason, or use one of the username suggestions.",
		actor: 'account admin',
		retry: 'never',
	},
	147003: {
		title: 'The username cannot be set for this phone number now',
		fix: "See Meta's message for the reason.",
		actor: 'account admin',
		retry: 'never',
	},
	147004: {
		title: 'The username cannot be set for this phone number now',
		fix: "See Meta's message for the reason.",
		actor: 'account admin',
		retry: 'never',
	},
	147005: {
		title: 'The username cannot be set for this phone number now',
		fix: "See Meta's message for the reason.",
		actor: 'account admin',
		retry: 'never',
	},
	1752041: {
		title: 'The account already uses the Marketing Messages API',
		fix: 'No action is required.',
		actor: 'nobody',
		retry: 'never',
	},
};

/** Subcodes of 100 about migration, signups, routing, conversions, and synchronization. */
export const numberSubcodes: CodeTable = {
	2388001: {
		title: 'The phone number is still in use by another WhatsApp account',
		fix: 'Delete the account in the WhatsApp app of that phone number, or onboard the phone number with coexistence, then register it again.',
		actor: 'account admin',
		retry: 'never',
	},
	2388012: {
		title: 'The phone number is already registered with another WhatsApp Business Account',
		fix: 'Remove it there first, or migrate it in WhatsApp Manager.',
		actor: 'account admin',
		retry: 'never',
	},
	2388091: {
		title: 'The phone number cannot be migrated to this account',
		fix: 'Its display name must be approved, and its two-step verification must be turned off in the old account.',
		actor: 'account admin',
		retry: 'never',
	},
	2388093: {
		title: 'Meta does not accept the request for this phone number or template',
		fix: "Meta uses this subcode for several checks; Meta's message says which. For a template with a media header, the sample must be the upload handle of a resumable upload, not a media ID.",
		actor: 'workflow builder',
		retry: 'never',
	},
	2388103: {
		title: 'The phone number cannot be migrated because of its certificate or display name',
		fix: "The display name must be approved and identical in both accounts, and the account must not exceed Meta's limit of phone numbers.",
		actor: 'account admin',
		retry: 'never',
	},
	2494164: {
		title: 'The signup does not exist',
		fix: 'Check the signup ID, and that it belongs to this WhatsApp Business Account.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2494165: {
		title: 'In-app signups are not enabled for this WhatsApp Business Account',
		fix: 'Ask Meta to make the account eligible.',
		actor: 'account admin',
		retry: 'never',
	},
	2494166: {
		title: 'A text of the signup contains an unknown placeholder',
		fix: 'The documented placeholder is {{promo_code}}. Remove all others.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2494167: {
		title: 'A placeholder of the signup has no value',
		fix: 'Enter a promo code, or remove {{promo_code}} from the confirmation message.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2494168: {
		title: 'The terms for in-app signups have not been accepted',
		fix: 'The first signup of a business must accept the terms in policy.',
		actor: 'account admin',
		retry: 'never',
	},
	2494176: {
		title: 'The terms for in-app signups were already accepted',
		fix: 'Send the request again without policy.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2494177: {
		title: 'The address of the terms is not the one that Meta allows',
		fix: "Enter the address of Meta's terms from the documentation of in-app signups.",
		actor: 'workflow builder',
		retry: 'never',
	},
	2494179: {
		title: 'The website of the signup does not use https',
		fix: 'Enter an address that starts with https://.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2804066: {
		title: 'Meta does not accept this event name for conversions from WhatsApp',
		fix: 'Use LeadSubmitted, Purchase, AddToCart, InitiateCheckout, or ViewContent. Meta rejects e.g. Lead, Contact, Schedule, and Subscribe for business messaging.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2494191: {
		title: 'This app cannot take the conversation',
		fix: 'Only the escalation role can take it. Wait until control is passed, or change the roles in the settings of Conversation Routing.',
		actor: 'account admin',
		retry: 'never',
	},
	2593079: {
		title: 'The account is being migrated',
		fix: 'Wait until the migration has ended, then try again.',
		actor: 'account admin',
		retry: 'later',
	},
	2593085: {
		title: 'The account cannot be migrated in this way',
		fix: "See Meta's message for the condition that is not met.",
		actor: 'account admin',
		retry: 'never',
	},
	2593107: {
		title: 'The contacts or the history of this phone number were already synchronized',
		fix: 'Each can be requested only once. To request it again, disconnect the phone number and onboard it again.',
		actor: 'account admin',
		retry: 'never',
	},
	2593108: {
		title: 'The 24 hours for synchronizing contacts and history are over',
		fix: 'Disconnect the phone number and onboard it again, then request both within 24 hours.',
		actor: 'account admin',
		retry: 'never',
	},
	2593109: {
		title: 'The owner of the phone number declined to share the history',
		fix: 'The owner can allow it when the phone number is onboarded again.',
		actor: 'account admin',
		retry: 'never',
	},
};

/** The rest of 2494164–2494179, which Meta reserves for in-app signups without documenting their meanings. */
export const signupSubcode = {
	from: 2494164,
	to: 2494179,
	entry: {
		title: 'Meta rejected the in-app signup',
		fix: "See Meta's message for the reason.",
		actor: 'account admin',
		retry: 'never',
	},
} as const;
