import type { CodeTable } from '../types';

/** Calls and call permissions. */
export const calling: CodeTable = {
	138000: {
		title: 'Calls are not enabled for this number',
		fix: 'Turn them on in WhatsApp Manager > Account tools > Phone numbers > Call settings.',
		actor: 'account admin',
		retry: 'never',
	},
	138001: {
		title: 'This person cannot be called on WhatsApp',
		fix: 'The number is not on WhatsApp, has an outdated app, or has not accepted the newest terms.',
		actor: 'recipient',
		retry: 'never',
	},
	138002: {
		title: 'The number already has 1,000 calls at the same time',
		fix: 'Wait until some of them have ended.',
		actor: 'nobody',
		retry: 'throttled',
	},
	138003: {
		title: 'A call with this person is already going on',
		fix: 'Wait until it has ended.',
		actor: 'nobody',
		retry: 'later',
	},
	138004: {
		title: 'The call could not be connected',
		fix: 'Try again; if it stays, check the session description (SDP).',
		actor: 'Meta',
		retry: 'never',
	},
	138005: {
		title: 'Too many calls were started with this number in a short time',
		fix: 'Wait a while and start fewer calls.',
		actor: 'nobody',
		retry: 'throttled',
	},
	138006: {
		title: 'This person has not permitted calls from your business',
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
		title: 'This person has received as many requests for call permission as Meta allows',
		fix: 'One a day and two in 7 days are allowed until a call was connected. Wait, or let the person call you.',
		actor: 'nobody',
		retry: 'later',
		waitSeconds: 86_400,
	},
	138012: {
		title: 'This person was called as often as Meta allows in 24 hours',
		fix: 'The sentence of Meta says when the next call is allowed.',
		actor: 'nobody',
		retry: 'later',
	},
	138013: {
		title: 'This number may not start calls',
		fix: "Calls by businesses are not offered in the number's country. People can still call you.",
		actor: 'account admin',
		retry: 'never',
	},
	138014: {
		title: 'Meta has turned off calls for this number for a while because of their quality',
		fix: 'Too many people declined or blocked the calls. See WhatsApp Manager for the end of the restriction.',
		actor: 'account admin',
		retry: 'later',
	},
	138015: {
		title: 'Calls cannot be enabled for this number yet',
		fix: 'Its messaging limit must be 2,000 people a day or more.',
		actor: 'account admin',
		retry: 'later',
	},
	138017: {
		title: 'This person has permitted calls for good, so there is nothing to ask',
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
		title: "The person's WhatsApp could not reach the relay of the call",
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138021: {
		title: 'The call ended because no sound arrived from your side',
		fix: 'Check that your media server sends to the relay.',
		actor: 'workflow builder',
		retry: 'never',
	},
	138022: {
		title: "The call ended because no sound arrived from the person's side",
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138023: {
		title: 'The call was accepted, but ended without any sound',
		fix: 'Try again later.',
		actor: 'nobody',
		retry: 'later',
	},
	138038: {
		title: 'This app is not the one that handles calls of this number',
		fix: 'Make it the primary app for calls in the settings of Conversation Routing, or call from the app that is.',
		actor: 'account admin',
		retry: 'never',
	},
};

/** The rest of 138000–138023, which Meta keeps for calls without printing their meanings. */
export const callingRange = {
	from: 138000,
	to: 138023,
	entry: {
		title: 'Meta refused the call',
		fix: 'Check the settings for calls in WhatsApp Manager > Account tools > Phone numbers > Call settings.',
		actor: 'workflow builder',
		retry: 'never',
		generic: true,
	},
} as const;
