import type { World } from '../world/world';
import { invalid, isFields, oneOf, onlyKeys, required, STATUS } from './fields';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const MAX_PER_DAY = 2;
const MAX_HOLIDAYS = 20;

/** Checks `call_hours`: the time zone, up to 2 spans a day, and up to 20 holidays from today on. */
export function checkHours(world: World, hours: unknown): void {
	if (!isFields(hours)) throw invalid('call_hours must be an object.');
	onlyKeys(
		hours,
		['status', 'timezone_id', 'weekly_operating_hours', 'holiday_schedule'],
		'call_hours',
	);
	required(hours.status, 'status');
	oneOf(hours.status, STATUS, 'status');
	if (typeof hours.timezone_id !== 'string' || !isTimeZone(hours.timezone_id)) {
		throw invalid('Timezone is invalid in call_hours.');
	}
	const weekly = hours.weekly_operating_hours;
	if (!Array.isArray(weekly) || weekly.length === 0) {
		throw invalid('weekly_operating_hours in call_hours cannot be empty.');
	}
	checkWeek(weekly);
	if (hours.holiday_schedule !== undefined) {
		checkHolidays(world, hours.holiday_schedule, hours.timezone_id);
	}
}

function checkWeek(weekly: unknown[]): void {
	const byDay = new Map<string, Array<[string, string]>>();
	for (const entry of weekly) {
		if (!isFields(entry)) throw invalid('Invalid schedule for call_hours.');
		onlyKeys(entry, ['day_of_week', 'open_time', 'close_time'], 'weekly_operating_hours');
		required(entry.day_of_week, 'day_of_week');
		oneOf(entry.day_of_week, DAYS, 'day_of_week');
		const span = spanOf(entry.open_time, entry.close_time);
		const day = String(entry.day_of_week);
		const spans = byDay.get(day) ?? [];
		if (spans.length >= MAX_PER_DAY) {
			throw invalid(
				'More than 2 entries not allowed in weekly_operating_hours schedule in call_hours.',
			);
		}
		if (spans.some(([open, close]) => span[0] < close && open < span[1])) {
			throw invalid('Overlapping schedule in call_hours is not allowed.');
		}
		byDay.set(day, [...spans, span]);
	}
}

function checkHolidays(world: World, holidays: unknown, timeZone: string): void {
	if (!Array.isArray(holidays)) throw invalid('holiday_schedule must be an array.');
	if (holidays.length > MAX_HOLIDAYS) {
		throw invalid(`holiday_schedule can have at most ${MAX_HOLIDAYS} entries.`);
	}
	const today = new Date(world.clock.now()).toLocaleDateString('sv-SE', { timeZone });
	for (const holiday of holidays) {
		if (!isFields(holiday)) throw invalid('Invalid schedule for call_hours.');
		onlyKeys(holiday, ['date', 'start_time', 'end_time'], 'holiday_schedule');
		const date = String(holiday.date);
		if (!isDate(date)) {
			throw invalid('Date format in holiday_schedule for call_hours is invalid.');
		}
		if (date < today) throw invalid('Holiday given in call_hours is a past date.');
		spanOf(holiday.start_time, holiday.end_time);
	}
}

function spanOf(open: unknown, close: unknown): [string, string] {
	const isTime = (value: unknown) => /^([01]\d|2[0-3])[0-5]\d$/.test(String(value));
	if (!isTime(open) || !isTime(close)) {
		throw invalid('Invalid schedule for call_hours: times have four digits, from 0000 to 2359.');
	}
	const span: [string, string] = [String(open), String(close)];
	if (span[0] >= span[1]) {
		throw invalid('Invalid schedule for call_hours: the opening must be before the closing.');
	}
	return span;
}

function isTimeZone(name: string): boolean {
	try {
		return name.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}

function isDate(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d{2}-\d{2}$/.test(text) &&
		!Number.isNaN(time) &&
		new Date(time).toISOString().startsWith(text)
	);
}
