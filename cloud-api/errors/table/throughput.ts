import type { CodeTable } from '../types';

/** Rate limits and temporary unavailability: a pause helps. */
export const throughput: CodeTable = {
	1: {
		title: 'Meta could not handle the request and gave no reason',
		fix: 'This is usually temporary. If it persists, compare the parameters with a request that works, and see metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	2: {
		title: "Meta's API is temporarily unavailable or overloaded",
		fix: 'Try again in a few minutes. Current incidents are listed at metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	4: {
		title: 'The app has used up its API calls for this hour',
		fix: 'Wait until the hour is over, and spread the calls; each further call extends the wait. The usage is shown under App dashboard → Application level rate limiting.',
		actor: 'nobody',
		retry: 'throttled',
	},
	613: {
		title: 'This call was made too often in a short time',
		fix: 'Wait a few minutes and make fewer of these calls. Call permission requests are limited to 5 per second.',
		actor: 'nobody',
		retry: 'throttled',
	},
	80007: {
		title: 'The WhatsApp Business Account has used up its API calls for this hour',
		fix: 'Meta allows 200 management calls per hour and account, or 5,000 once a phone number is registered. Wait until the hour is over, and read lists in fewer, larger pages.',
		actor: 'nobody',
		retry: 'throttled',
	},
	80008: {
		title: 'Too many management calls were made for this WhatsApp Business Account',
		fix: 'Wait until the hour is over. Further calls extend the wait.',
		actor: 'nobody',
		retry: 'throttled',
	},
	130429: {
		title: 'The phone number has reached its throughput limit',
		fix: 'Meta allows 80 messages per second by default, including received ones, and 20 for phone numbers that are also used in the WhatsApp Business app. Lower "Messages per Second" under "Delivery Options" if other systems send from this phone number too.',
		actor: 'nobody',
		retry: 'throttled',
	},
	131000: {
		title: 'Meta could not send the message and gave no reason',
		fix: 'This is usually temporary. If it persists for one message only, check that message; otherwise see metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	131016: {
		title: 'WhatsApp is temporarily overloaded',
		fix: 'Try again in a few minutes. Current incidents are listed at metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	131048: {
		title:
			'Meta has limited this phone number because too many people blocked or reported its messages',
		fix: 'Stop the campaign; each further message makes it worse. See the quality rating in WhatsApp Manager → Account tools → Phone numbers. Once it has recovered, message only people who asked for it.',
		actor: 'workflow builder',
		retry: 'stop',
	},
	131056: {
		title: 'Too many messages were sent to the same recipient in a short time',
		fix: 'Meta allows a burst of 45 messages to one recipient, then one every 6 seconds. Combine messages, or add a Wait node between them.',
		actor: 'nobody',
		retry: 'throttled',
		waitSeconds: 6,
	},
	131057: {
		title:
			'The phone number is in maintenance mode, usually for a minute while Meta raises its throughput',
		fix: 'Try again in a few minutes.',
		actor: 'nobody',
		retry: 'transient',
		waitSeconds: 60,
	},
	133004: {
		title: "Meta's registration service is temporarily unavailable",
		fix: 'Try again in a few minutes. Current incidents are listed at metastatus.com/whatsapp-business-api.',
		actor: 'Meta',
		retry: 'transient',
	},
	2494100: {
		title: 'The phone number is in maintenance mode',
		fix: 'Try again in a few minutes.',
		actor: 'nobody',
		retry: 'transient',
		waitSeconds: 60,
	},
};
