import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { shortened } from '../values/reading';
import { record, records, text } from '../webhooks/read';

/** Limits of Meta's page "Configure call settings". */
export const CALL_HOURS_LIMITS = { perDay: 2, holidays: 20 } as const;

export const WEEKDAYS = [
	'MONDAY',
	'TUESDAY',
	'WEDNESDAY',
	'THURSDAY',
	'FRIDAY',
	'SATURDAY',
	'SUNDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface OpeningHours {
	day: Weekday;
	/** 24-hour clock, e.g. `09:00`. */
	open: string;
	close: string;
}

export interface Holiday {
	/** `YYYY-MM-DD`. */
	date: string;
	/** Hours on that day in place of the weekly ones, e.g. `10:00`. */
	open: string;
	close: string;
}

export interface CallHours {
	enabled: boolean;
	/** IANA name, e.g. `America/Manaus`. */
	timezone?: string;
	/** Up to two periods for each day. */
	weekly: OpeningHours[];
	/** Up to 20 days with other hours. */
	holidays: Holiday[];
}

export interface CallingSettings {
	enabled: boolean;
	/** Whether chats show the call button. */
	callButtonVisible?: boolean;
	/** ISO codes of the countries whose users see the call button; all countries when empty. */
	countries?: string[];
	/** Whether a customer who calls also permits the business to call back. */
	callbackPermission?: boolean;
	hours?: CallHours;
}

/** The calling settings of a phone number, and Meta's answer with everything else (SIP, video, …). */
export async function getCallingSettings(
	graph: GraphApi,
	phoneNumberId: string,
): Promise<CallingSettings & { raw: Json }> {
	const calling = record((await graph.get(edge(phoneNumberId))).calling);
	const visibility = text(calling.call_icon_visibility)?.toUpperCase();
	const countries = record(calling.call_icons).restrict_to_user_countries;
	return {
		enabled: isEnabled(calling.status) ?? false,
		callButtonVisible:
			visibility === undefined ? undefined : !['DISABLE_ALL', 'HIDDEN'].includes(visibility),
		countries: Array.isArray(countries) ? countries.map(String) : undefined,
		callbackPermission: isEnabled(calling.callback_permission_status),
		hours: calling.call_hours === undefined ? undefined : hoursOf(record(calling.call_hours)),
		raw: calling,
	};
}

/**
 * Changes the given calling settings of a phone number. Meta replaces the call hours as a whole.
 *
 * @throws InvalidInputError for hours that overlap, end before they start, or exceed a limit; GraphError when
 * the account may not use calls, e.g. with a messaging limit below 2,000
 */
export async function setCallingSettings(
	graph: GraphApi,
	phoneNumberId: string,
	changes: Partial<CallingSettings>,
): Promise<void> {
	const { enabled, callButtonVisible, countries, callbackPermission, hours } = changes;
	const path = edge(phoneNumberId);
	const calling: Json = {
		...(enabled !== undefined && { status: status(enabled) }),
		...(callButtonVisible !== undefined && {
			call_icon_visibility: callButtonVisible ? 'DEFAULT' : 'DISABLE_ALL',
		}),
		...(countries !== undefined && {
			call_icons: { restrict_to_user_countries: countries.map(countryCode) },
		}),
		...(callbackPermission !== undefined && {
			callback_permission_status: status(callbackPermission),
		}),
		...(hours !== undefined && { call_hours: hoursBody(hours) }),
	};
	if (Object.keys(calling).length === 0) {
		throw new InvalidInputError('settings', 'No setting is added', 'Add at least one setting.');
	}
	await graph.post(path, { calling }, { idempotent: true });
}

function hoursOf(hours: Json): CallHours {
	return {
		enabled: isEnabled(hours.status) ?? false,
		timezone: text(hours.timezone_id),
		weekly: records(hours.weekly_operating_hours).map((period) => ({
			day: String(period.day_of_week) as Weekday,
			open: clock(period.open_time),
			close: clock(period.close_time),
		})),
		holidays: records(hours.holiday_schedule).map((holiday) => ({
			date: String(holiday.date),
			open: clock(holiday.start_time),
			close: clock(holiday.end_time),
		})),
	};
}

function hoursBody({ enabled, timezone, weekly, holidays }: CallHours): Json {
	const zone = timezone?.trim() ?? '';
	if (zone === '' || !isTimezone(zone)) {
		reject(
			'timezone',
			zone === ''
				? 'The time zone of the call hours is empty'
				: `"${shortened(zone)}" is not a time zone`,
			'Enter a name of the IANA database, e.g. America/Manaus.',
		);
	}
	if (enabled && weekly.length === 0) {
		reject('weekly', 'The call hours have no day', 'Add at least one day, or turn the hours off.');
	}
	if (holidays.length > CALL_HOURS_LIMITS.holidays) {
		reject(
			'holidays',
			`There are ${holidays.length} holidays, but WhatsApp allows at most 20`,
			'Remove the ones that are over.',
		);
	}
	return {
		status: status(enabled),
		timezone_id: zone,
		weekly_operating_hours: weeklyBody(weekly),
		...(holidays.length > 0 && { holiday_schedule: holidays.map(holidayBody) }),
	};
}

function weeklyBody(weekly: OpeningHours[]): Json[] {
	const periods = weekly.map(({ day, open, close }, index) => ({
		day_of_week: day,
		open_time: digits(open, `weekly[${index}].open`),
		close_time: digits(close, `weekly[${index}].close`),
	}));
	for (const [index, period] of periods.entries()) {
		const field = `weekly[${index}]`;
		if (period.open_time >= period.close_time) {
			reject(
				`${field}.close`,
				`The hours of ${period.day_of_week} end before they start`,
				'For hours past midnight, add the rest to the next day.',
			);
		}
		const earlier = periods
			.slice(0, index)
			.filter((other) => other.day_of_week === period.day_of_week);
		if (earlier.length >= CALL_HOURS_LIMITS.perDay) {
			reject(
				field,
				`${period.day_of_week} has more than two periods`,
				'WhatsApp allows up to two for each day.',
			);
		}
		if (
			earlier.some(
				(other) => other.open_time < period.close_time && period.open_time < other.close_time,
			)
		) {
			reject(
				field,
				`The two periods of ${period.day_of_week} overlap`,
				'Correct the times, or join them.',
			);
		}
	}
	return periods;
}

function holidayBody({ date, open, close }: Holiday, index: number): Json {
	const field = `holidays[${index}]`;
	if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))) {
		reject(
			`${field}.date`,
			`"${shortened(date)}" is not a date`,
			'Write it as YYYY-MM-DD, e.g. 2027-12-24.',
		);
	}
	const start = digits(open, `${field}.open`);
	const end = digits(close, `${field}.close`);
	if (start > end) {
		reject(`${field}.close`, `The hours on ${date} end before they start`, 'Correct the times.');
	}
	return { date, start_time: start, end_time: end };
}

/** `9:30`, `09:30`, or `0930` → `0930` */
function digits(time: string, field: string): string {
	const [, hour, minute] = /^\s*(\d{1,2}):?(\d\d)(?::00)?\s*$/.exec(time) ?? [];
	if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) {
		reject(
			field,
			time.trim() === '' ? 'A time is empty' : `"${shortened(time)}" is not a time`,
			'Write it on the 24-hour clock, e.g. 09:00 or 17:30.',
		);
	}
	return `${hour.padStart(2, '0')}${minute}`;
}

/** `0930` → `09:30`; other formats stay as they are. */
function clock(value: unknown): string {
	return String(value ?? '').replace(/^(\d\d)(\d\d)$/, '$1:$2');
}

function countryCode(country: string): string {
	const code = country.trim().toUpperCase();
	if (/^[A-Z]{2}$/.test(code)) return code;
	return reject(
		'countries',
		`"${shortened(country)}" is not a country code`,
		'Enter the two letters of ISO 3166, e.g. US, BR.',
	);
}

function isTimezone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en-US', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

function status(enabled: boolean): 'ENABLED' | 'DISABLED' {
	return enabled ? 'ENABLED' : 'DISABLED';
}

function isEnabled(value: unknown): boolean | undefined {
	return typeof value === 'string' ? value.toUpperCase() === 'ENABLED' : undefined;
}

function reject(field: string, problem: string, fix: string): never {
	throw new InvalidInputError(field, problem, fix);
}

function edge(phoneNumberId: string): string {
	return `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/settings`;
}
