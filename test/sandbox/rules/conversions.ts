import type { RejectedRequest } from './requests';

const HASH = '0'.repeat(64);

/** An event that the sandbox accepts, apart from its time. */
export const LEAD = {
	event_name: 'LeadSubmitted',
	event_time: 1_700_000_000,
	action_source: 'business_messaging',
	messaging_channel: 'whatsapp',
	user_data: { whatsapp_business_account_id: '{waba}', ctwa_clid: 'ARclick-1' },
};

const user = (changes: object) => ({ user_data: { ...LEAD.user_data, ...changes } });

/** Changes of the event: what is wrong, the change, the subcode, and the reason. */
const EVENTS: Array<[string, object, RegExp, number?]> = [
	...[
		'Lead',
		'CompleteRegistration',
		'Subscribe',
		'Schedule',
		'Contact',
		'StartTrial',
		'AddPaymentInfo',
		'Search',
		'SubmitApplication',
		'bread_bought',
	].map((name): [string, object, RegExp, number] => [
		`a conversion event named ${name}`,
		{ event_name: name },
		/not supported for messaging events/,
		2804066,
	]),
	['no event name', { event_name: undefined }, /event_name is required/],
	['an event 8 days ago', { event_time: '{eightDaysAgo}' }, /too far in the past/, 2804003],
	['an event tomorrow', { event_time: '{tomorrow}' }, /in the future/],
	['an event time in milliseconds', { event_time: 1_700_000_000_123 }, /in the future/],
	['an event time as text', { event_time: '2026-11-28' }, /Unix time in seconds/],
	['another action source', { action_source: 'website' }, /must be business_messaging/],
	['no messaging channel', { messaging_channel: undefined }, /must be whatsapp/],
	['no user data', { user_data: undefined }, /user_data is required/],
	['no account in the user data', user({ whatsapp_business_account_id: undefined }), /needs the/],
	['another account', user({ whatsapp_business_account_id: '1' }), /not the account/],
	['a hashed account', user({ whatsapp_business_account_id: HASH }), /not the account/],
	['no click ID', user({ ctwa_clid: undefined }), /needs the ctwa_clid/],
	['an empty click ID', user({ ctwa_clid: ' ' }), /needs the ctwa_clid/],
	['a hashed click ID', user({ ctwa_clid: HASH }), /must not be hashed/],
	['an e-mail address that is not hashed', user({ em: 'ana@example.com' }), /hashed with SHA-256/],
	['a phone number that is not hashed', user({ ph: ['15550100201'] }), /hashed with SHA-256/],
	['a hash in capitals', user({ em: [HASH.replace(/0/g, 'A')] }), /lowercase/],
	['a purchase without a value', { event_name: 'Purchase' }, /currency and a value/],
	['an unknown currency', { custom_data: { currency: 'ZZZ', value: 1 } }, /ISO 4217/],
	['a value as text', { custom_data: { currency: 'USD', value: '12,50' } }, /must be a number/],
	['a negative value', { custom_data: { currency: 'USD', value: -1 } }, /at least 0/],
	['content IDs as text', { custom_data: { content_ids: 'A1' } }, /array of strings/],
];

/** What `POST /{dataset}/events` rejects. */
export const rejectedConversions: RejectedRequest[] = [
	...EVENTS.map(
		([what, change, text, subcode]): RejectedRequest => ({
			what,
			method: 'POST',
			path: '/{dataset}/events',
			body: { data: [{ ...LEAD, event_time: '{now}', ...change }] },
			code: 100,
			...(subcode && { subcode }),
			text,
		}),
	),
	{
		what: 'no events',
		method: 'POST',
		path: '/{dataset}/events',
		body: { data: [] },
		code: 100,
		text: /non-empty array/,
	},
	{
		what: '1,001 events in one request',
		method: 'POST',
		path: '/{dataset}/events',
		body: { data: Array.from({ length: 1001 }, () => ({ ...LEAD, event_time: '{now}' })) },
		code: 100,
		text: /at most 1000/,
	},
	{
		what: 'a dataset that does not exist',
		method: 'POST',
		path: '/8999999999999999/events',
		body: { data: [] },
		code: 100,
		subcode: 33,
		text: /does not exist/,
	},
];
