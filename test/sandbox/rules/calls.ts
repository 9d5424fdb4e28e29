import type { RejectedRequest } from './requests';

const product = { messaging_product: 'whatsapp' };
const monday = { day_of_week: 'MONDAY', open_time: '0900', close_time: '1200' };
const hours = {
	status: 'ENABLED',
	timezone_id: 'America/Manaus',
	weekly_operating_hours: [monday],
};

const setting = (what: string, calling: unknown, text: RegExp): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{number}/settings',
	body: { calling },
	code: 100,
	text,
});
const week = (what: string, entries: object[], text: RegExp) =>
	setting(what, { call_hours: { ...hours, weekly_operating_hours: entries } }, text);
const holidays = (what: string, entries: object[], text: RegExp) =>
	setting(what, { call_hours: { ...hours, holiday_schedule: entries } }, text);
const permission = (what: string, query: string, text: RegExp): RejectedRequest => ({
	what,
	method: 'GET',
	path: `/{number}/call_permissions${query}`,
	code: 100,
	text,
});
const call = (what: string, body: object, text: RegExp, code = 100): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{number}/calls',
	body,
	code,
	text,
});

/** What the calling API rejects. `{call}` rings, `{missed}` has ended. */
export const rejectedCallRequests: RejectedRequest[] = [
	setting('calling settings as text', 'on', /must be an object/),
	setting('an unknown calling status', { status: 'ON' }, /Invalid status/),
	setting('an unknown calling setting', { ringtone: 'a' }, /Unexpected key "ringtone"/),
	setting('an unknown visibility', { call_icon_visibility: 'HIDDEN' }, /DEFAULT, DISABLE_ALL/),
	setting('an unknown callback status', { callback_permission_status: true }, /Invalid callback/),
	setting(
		'a country name for the call icon',
		{ call_icons: { restrict_to_user_countries: ['Brazil'] } },
		/ISO country codes/,
	),
	setting('call hours without a status', { call_hours: { ...hours, status: undefined } }, /status/),
	setting(
		'an offset as time zone',
		{ call_hours: { ...hours, timezone_id: '+02:00' } },
		/Timezone/,
	),
	setting('no time zone', { call_hours: { ...hours, timezone_id: undefined } }, /Timezone/),
	setting(
		'an unknown time zone',
		{ call_hours: { ...hours, timezone_id: 'Mars/Base' } },
		/Timezone/,
	),
	week('call hours without hours', [], /cannot be empty/),
	week('an unknown day', [{ ...monday, day_of_week: 'Monday' }], /Invalid day_of_week/),
	week('a time with a colon', [{ ...monday, open_time: '09:00' }], /four digits/),
	week('the time 2400', [{ ...monday, close_time: '2400' }], /four digits/),
	week('a closing before the opening', [{ ...monday, close_time: '0800' }], /before the closing/),
	week(
		'three spans a day',
		[
			monday,
			{ ...monday, open_time: '1300', close_time: '1400' },
			{ ...monday, open_time: '1500', close_time: '1600' },
		],
		/More than 2 entries/,
	),
	week(
		'overlapping spans',
		[monday, { ...monday, open_time: '1100', close_time: '1300' }],
		/Overlap/,
	),
	holidays(
		'a holiday in the past',
		[{ date: '2020-01-01', start_time: '0000', end_time: '2359' }],
		/past/,
	),
	holidays(
		'a holiday on 30 February',
		[{ date: '2090-02-30', start_time: '0000', end_time: '2359' }],
		/Date format/,
	),
	holidays(
		'21 holidays',
		Array.from({ length: 21 }, () => ({
			date: '2090-01-01',
			start_time: '0000',
			end_time: '2359',
		})),
		/at most 20/,
	),
	setting('SIP without a server', { sip: { status: 'ENABLED' } }, /without a server/),
	permission('a call permission of nobody', '', /user_wa_id is required/),
	permission(
		'a call permission by number and BSUID',
		'?user_wa_id=15550100201&recipient=US.1000000000000000201',
		/Only one of/,
	),
	permission('a call permission of a name', '?user_wa_id=Ana', /not a valid WhatsApp ID/),
	permission('a call permission of an unknown BSUID', '?recipient=US.9', /business-scoped user ID/),
	call('a call without messaging_product', { call_id: '{call}', action: 'reject' }, /required/),
	call('a call without an ID', { ...product, action: 'reject' }, /call_id is required/),
	call('a call without an action', { ...product, call_id: '{call}' }, /action is required/),
	call(
		'an unknown call action',
		{ ...product, call_id: '{call}', action: 'hold' },
		/must be one of/,
	),
	call('an unknown call', { ...product, call_id: 'wacid.x', action: 'reject' }, /Invalid call_id/),
	call(
		'a call with an unknown key',
		{ ...product, call_id: '{call}', action: 'reject', reason: 'busy' },
		/Unexpected key "reason"/,
	),
	call(
		'a rejection of a call that has ended',
		{ ...product, call_id: '{missed}', action: 'reject' },
		/already Failed/,
	),
	call(
		'the end of a call that has ended',
		{ ...product, call_id: '{missed}', action: 'terminate' },
		/already Failed/,
	),
	call(
		'an accepted call without an answer',
		{ ...product, call_id: '{call}', action: 'accept' },
		/SDP Validation error/,
	),
	call(
		'a call to a customer',
		{ ...product, to: '+15550100201', action: 'connect', session: {} },
		/not available/,
		138013,
	),
];
