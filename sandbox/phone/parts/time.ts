/** Time of day, such as 14:05, in the local time zone. */
export const clock = (ms: number) =>
	new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(ms);

/** Time of day with seconds. */
export const clockExact = (ms: number) =>
	new Intl.DateTimeFormat('en-GB', {
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	}).format(ms);

const dayOf = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
const DAY = 24 * 60 * 60 * 1000;

/** A day relative to `now`: Today, Yesterday, a weekday, or the date. */
export function dayName(ms: number, now: number): string {
	const days = Math.round((dayOf(now) - dayOf(ms)) / DAY);
	if (days === 0) return 'Today';
	if (days === 1) return 'Yesterday';
	if (days > 1 && days < 7) return new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(ms);
	return new Intl.DateTimeFormat('en-GB', {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
	}).format(ms);
}

/** Whether two times are on the same day. */
export const sameDay = (a: number, b: number) => dayOf(a) === dayOf(b);

/** A duration in its two largest units, such as "23 h 59 min". */
export function duration(ms: number): string {
	const minutes = Math.max(0, Math.round(ms / 60_000));
	const days = Math.floor(minutes / 1440);
	const hours = Math.floor((minutes % 1440) / 60);
	if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
	if (hours > 0) return `${hours} h ${minutes % 60} min`;
	return `${minutes} min`;
}
