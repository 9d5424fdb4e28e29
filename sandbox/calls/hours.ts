import type { World } from '../world/world';
import type { CallSettings } from './settings';

/** Whether a business takes calls now: its weekly hours, and the holidays that replace them. */
export function isOpen(world: World, hours: CallSettings['call_hours']): boolean {
	if (hours.status !== 'ENABLED') return true;
	const timeZone = hours.timezone_id ?? 'UTC';
	const now = new Date(world.clock.now());
	const date = now.toLocaleDateString('sv-SE', { timeZone });
	const time = now.toLocaleTimeString('sv-SE', { timeZone }).replace(/:/g, '').slice(0, 4);
	const holidays = (hours.holiday_schedule ?? []).filter((holiday) => holiday.date === date);
	if (holidays.length > 0) {
		return holidays.some((holiday) => holiday.start_time <= time && time < holiday.end_time);
	}
	const day = now.toLocaleDateString('en-US', { weekday: 'long', timeZone }).toUpperCase();
	return (hours.weekly_operating_hours ?? []).some(
		(entry) => entry.day_of_week === day && entry.open_time <= time && time < entry.close_time,
	);
}
