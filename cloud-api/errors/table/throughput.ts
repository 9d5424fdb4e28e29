import type { CodeTable } from '../types';

/** Limits on speed, and Meta's own moments of weakness: a pause helps. */
export const throughput: CodeTable = {
	1: {
		title: 'Meta could not handle the request and did not say why',
		fix: 'This often passes by itself. If it stays, compare the parameters with a request that works, and look at metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	2: {
		title: "Meta's API is down or overloaded for the moment",
		fix: 'Try again in a few minutes. Current incidents are listed on metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	4: {
		title: 'The app has used up its API calls for this hour',
		fix: 'Wait until the hour is over and spread the calls out; each further call prolongs the pause. The share used is shown on developers.facebook.com > your app > Dashboard > Application level rate limiting.',
		actor: 'nobody',
		retry: 'throttled',
	},
	613: {
		title: 'This kind of call was made too often in a short time',
		fix: 'Wait a few minutes and make fewer of these calls. Asking for call permissions is limited to 5 calls a second.',
		actor: 'nobody',
		retry: 'throttled',
	},
	80007: {
		title: 'The WhatsApp Business Account has used up its API calls for this hour',
		fix: 'Meta allows 200 management calls an hour per account, 5,000 once a number is registered. Wait until the hour is over and read lists with fewer, larger pages.',
		actor: 'nobody',
		retry: 'throttled',
	},
	80008: {
		title: 'Too many management calls were made for this WhatsApp Business Account',
		fix: 'Wait until the hour is over. Calling on while Meta throttles prolongs the pause.',
		actor: 'nobody',
		retry: 'throttled',
	},
	130429: {
		title: 'More messages a second were sent than Meta allows for this number',
		fix: 'Meta allows 80 messages a second by default, incoming ones included, and 20 for numbers that are also used in the WhatsApp Business app. Lower Messages per Second in the options of the node when other systems send from this number too.',
		actor: 'nobody',
		retry: 'throttled',
	},
	131000: {
		title: 'Meta could not send the message and did not say why',
		fix: 'This often passes by itself. If it stays for one kind of message only, check that message; otherwise look at metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	131016: {
		title: 'WhatsApp is overloaded for the moment',
		fix: 'Try again in a few minutes. Current incidents are listed on metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	131048: {
		title:
			'Meta has limited this number because too many people blocked it or reported its messages',
		fix: 'Stop the campaign: each further message makes it worse. See the quality rating in WhatsApp Manager > Account tools > Phone numbers, and write only to people who asked for it once it has recovered.',
		actor: 'workflow builder',
		retry: 'stop',
	},
	131056: {
		title: 'Too many messages went to the same person in a short time',
		fix: 'Meta allows a burst of 45 messages to one person and then one every 6 seconds. Join several messages into one, or put a Wait node between them.',
		actor: 'nobody',
		retry: 'throttled',
		waitSeconds: 6,
	},
	131057: {
		title:
			'The number is in maintenance, usually for about a minute while Meta raises its throughput',
		fix: 'Try again in a few minutes.',
		actor: 'nobody',
		retry: 'transient',
		waitSeconds: 60,
	},
	133004: {
		title: "Meta's registration service is not available for the moment",
		fix: 'Try again in a few minutes. Current incidents are listed on metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	2494100: {
		title: 'The number is in maintenance',
		fix: 'Meta is changing something on it. Try again in a few minutes.',
		actor: 'nobody',
		retry: 'transient',
		waitSeconds: 60,
	},
};
