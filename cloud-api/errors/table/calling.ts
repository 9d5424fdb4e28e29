import type { CodeTable } from '../types';

/** Calls and call permissions. */
export const calling: CodeTable = {
	138000: {
		title: 'Calls are not enabled for this phone number',
		fix: 'Turn them on in WhatsApp Manager → Account tools → Phone numbers → Call settings.',
		actor: 'account admin',
		retry: 'never',
	},
	138001: {
		title: 'This person cannot be called on WhatsApp',
		fix: 'The phone number is not on WhatsApp, has an outdated app, or has not accepted the latest terms.',
		actor: 'recipient',
		retry: 'never',
	},
	138002: {
		title: 'The phone number has reached 1,000 concurrent calls',
		fix: 'Wait until some of them have ended.',
		actor: 'nobody',
		retry: 'throttled',
	},
	138003: {
		title: 'A call with this person is already in progress',
		fix: 'Wait until it has ended.',
		actor: 'nobody',
		retry: 'later',
	},
	138004: {
		title: 'The call could not be connected',
		fix: 'Try again; if it persists, check the session description (SDP).',
		actor: 'Meta',
		retry: 'never',
	},
	138005: {
		title: 'Too many calls were started with this phone number in a short time',
		fix: 'Wait a while and start fewer calls.',
		actor: 'nobody',
		retry: 'throttled',
	},
	138006: {
		title: 'This person has not given your business permission to call',
		fix: 'Send a call permission request first and wait for the answer.',
		actor: 'recipient',
		retry: 'never',
	},
	138007: {
		title: 'The call was not connected in time',
		fix: 'Answer with the session description (SDP) sooner.',
		actor: 'workflow builder',
		retry: 'never',
	},
	138009: {
		title: 'This person has received the maximum number of call permission requests',
		fix: 'Meta allows one per day and two in 7 days until a call was connected. Wait, or let the person call you.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 86_400,
	},
	138012: {
		title: 'This person was called as often as Meta allows in 24 hours',
		fix: "Meta's message says when the next call is allowed.",
		actor: 'nobody',
		retry: 'later',
	},
	138013: {
		title: 'This phone number cannot start calls',
		fix: 'Business-initiated calls are not available in the country of the phone number. People can still call you.',
		actor: 'account admin',
		retry: 'never',
	},
	138014: {
		title: 'Meta has temporarily turned off calls for this phone number because of their quality',
		fix: 'Too many people declined or blocked the calls. WhatsApp Manager shows when the restriction ends.',
		actor: 'account admin',
		retry: 'later',
	},
	138015: {
		title: 'Calls cannot be enabled for this phone number yet',
		fix: 'Its messaging limit must be at least 2,000 people per day.',
		actor: 'account admin',
		retry: 'later',
	},
	138017: {
		title: 'This person has given permanent permission to call',
		fix: 'Call directly.',
		actor: 'workflow builder',
		retry: 'never',
	},
	138018: {
		title: 'Calls cannot be enabled because nothing would receive them',
		fix: 'Subscribe an app of the account to the webhook field calls, or set up SIP.',
		actor: 'account admin',
		retry: 'later',
	},
	138019: {
		title: "The person's WhatsApp could not set up the call",
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138020: {
		title: "The person's WhatsApp could not reach the media relay",
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138021: {
		title: 'The call ended because no audio was received from your side',
		fix: 'Check that your media server sends to the relay.',
		actor: 'workflow builder',
		retry: 'never',
	},
	138022: {
		title: 'The call ended because no audio was received from the person',
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138023: {
		title: 'The call was accepted but ended without audio',
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138038: {
		title: 'This app does not handle the calls of this phone number',
		fix: 'Make it the primary app for calls in the settings of Conversation Routing, or call from the primary app.',
		actor: 'account admin',
		retry: 'never',
	},
};

/** The rest of 138000–138023, which Meta reserves for calls without documenting their meanings. */
export const callingRange = {
	from: 138000,
	to: 138023,
	entry: {
		title: 'Meta rejected the call',
		fix: 'Check the settings in WhatsApp Manager → Account tools → Phone numbers → Call settings.',
		actor: 'workflow builder',
		retry: 'never',
		generic: true,
	},
} as const;
