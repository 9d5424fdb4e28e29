import type { CodeTable } from '../types';

const SIGNUP_RANGE = 'Read the sentence of Meta: it names the step of the sign-up that is missing.';

/** Registration, PIN, username, blocked users and other settings of a number. */
export const numbers: CodeTable = {
	133000: {
		title: 'An earlier deregistration of this number was not completed',
		fix: 'Deregister the number again, then register it.',
		actor: 'account admin',
		retry: 'never',
	},
	133005: {
		title: 'The two-step PIN is wrong',
		fix: 'Use the six digits that were set for this number. A forgotten PIN is reset in WhatsApp Manager > Account tools > Phone numbers > Two-step verification.',
		actor: 'account admin',
		retry: 'never',
	},
	133006: {
		title: 'The number must be verified before it can be registered',
		fix: 'Ask for a code by SMS or call, verify it, then register the number.',
		actor: 'account admin',
		retry: 'never',
	},
	133008: {
		title: 'A wrong two-step PIN was entered too often',
		fix: 'Wait as long as Meta says, then use the right PIN or reset it in WhatsApp Manager.',
		actor: 'account admin',
		retry: 'later',
	},
	133009: {
		title: 'The two-step PIN was entered too soon after the last try',
		fix: 'Wait as long as Meta says, then enter it again.',
		actor: 'account admin',
		retry: 'later',
	},
	133010: {
		title: 'The sending number is not registered with the Cloud API',
		fix: 'Either it never was: register it (resource Phone Number, operation Register) with its two-step PIN. Or its registration was lost, because it was deregistered, moved to another account or taken back into the WhatsApp app: register it again, and check that the phone number ID is the current one.',
		actor: 'account admin',
		retry: 'later',
	},
	133015: {
		title: 'The number was deleted a moment ago and is not free yet',
		fix: 'Wait 5 minutes, then try again.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 300,
	},
	133016: {
		title: 'The number was registered or deregistered too often',
		fix: 'Meta allows 10 times in 72 hours. The number stays blocked for registration for 72 hours.',
		actor: 'account admin',
		retry: 'later',
		waitSeconds: 259_200,
	},
	139100: {
		title: 'Some of the people could not be blocked or unblocked',
		fix: 'See the answer for each person. Only people who wrote in the last 24 hours can be blocked.',
		actor: 'workflow builder',
		retry: 'never',
	},
	139101: {
		title: 'The list of blocked people is full',
		fix: 'It takes 64,000 people. Unblock some first.',
		actor: 'account admin',
		retry: 'never',
	},
	139102: {
		title: 'The list of blocked people is being changed by another request',
		fix: 'Make these changes one after the other, and try again.',
		actor: 'nobody',
		retry: 'transient',
	},
	139103: {
		title: 'Meta could not change the list of blocked people',
		fix: 'Try again in a few minutes.',
		actor: 'Meta',
		retry: 'transient',
	},
	147001: {
		title: 'Meta does not accept the username',
		fix: 'Read the sentence of Meta for the reason, or choose one of the username suggestions.',
		actor: 'account admin',
		retry: 'never',
	},
	147002: {
		title: 'Meta does not accept the username',
		fix: 'Read the sentence of Meta for the reason, or choose one of the username suggestions.',
		actor: 'account admin',
		retry: 'never',
	},
	147003: {
		title: 'The username cannot be set for this number now',
		fix: 'Read the sentence of Meta for the reason.',
		actor: 'account admin',
		retry: 'never',
	},
	147004: {
		title: 'The username cannot be set for this number now',
		fix: 'Read the sentence of Meta for the reason.',
		actor: 'account admin',
		retry: 'never',
	},
	147005: {
		title: 'The username cannot be set for this number now',
		fix: 'Read the sentence of Meta for the reason.',
		actor: 'account admin',
		retry: 'never',
	},
	1752041: {
		title: 'The account already uses the Marketing Messages API',
		fix: 'Nothing needs to be done.',
		actor: 'nobody',
		retry: 'never',
	},
};

/** Subcodes of 100 about moving numbers, sign-ups, routing and synchronisation. */
export const numberSubcodes: CodeTable = {
	2388012: {
		title: 'The number is already registered with another WhatsApp account',
		fix: 'Remove it there first, or move it with the migration in WhatsApp Manager.',
		actor: 'account admin',
		retry: 'never',
	},
	2388091: {
		title: 'The number cannot be moved to this account as things are',
		fix: 'Its display name must be approved and its two-step PIN turned off in the old account.',
		actor: 'account admin',
		retry: 'never',
	},
	2388093: {
		title: 'Meta does not accept the request for this number or template as things are',
		fix: 'Meta uses this subcode for several checks; its own sentence says which. For a template with a media header: the sample must be the handle of a resumable upload, not a media ID.',
		actor: 'workflow builder',
		retry: 'never',
	},
	2388103: {
		title: 'The number cannot be moved because of its certificate or display name',
		fix: 'The display name must be approved and equal in both accounts, and the account may have no more numbers than Meta allows.',
		actor: 'account admin',
		retry: 'never',
	},
	2494191: {
		title: 'This app may not take the conversation',
		fix: 'Only the escalation role may take it. Wait until control is passed, or change the roles in the settings of Conversation Routing.',
		actor: 'account admin',
		retry: 'never',
	},
	2593079: {
		title: 'The account is being moved at the moment',
		fix: 'Wait until the migration has ended, then try again.',
		actor: 'account admin',
		retry: 'later',
	},
	2593085: {
		title: 'The account cannot be moved in this way',
		fix: 'Read the sentence of Meta for the condition that is not met.',
		actor: 'account admin',
		retry: 'never',
	},
	2593107: {
		title: 'The contacts or the history of this number were already synchronised',
		fix: 'Each can be asked for once only. To do it again, offboard the number and connect it anew.',
		actor: 'account admin',
		retry: 'never',
	},
	2593108: {
		title: 'The 24 hours for synchronising contacts and history are over',
		fix: 'Offboard the number and connect it anew; then ask for both within 24 hours.',
		actor: 'account admin',
		retry: 'never',
	},
	2593109: {
		title: 'The owner of the number declined to share the history',
		fix: 'Nothing can be done by API; the owner may allow it when the number is connected anew.',
		actor: 'account admin',
		retry: 'never',
	},
};

/** Subcodes 2494164–2494179: In-App Sign-up, whose single meanings Meta does not print. */
export const signupSubcode = {
	from: 2494164,
	to: 2494179,
	entry: {
		title: 'The sign-up of the number or person was refused',
		fix: SIGNUP_RANGE,
		actor: 'account admin',
		retry: 'never',
	},
} as const;
