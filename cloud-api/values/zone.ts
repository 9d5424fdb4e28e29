const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The point in time at which the clocks of a zone show the given date and time. A time that a change to
 * summer time skips is moved on by the hour; of a time that comes twice the first is taken.
 *
 * @param local the date and time as if it were UTC, in milliseconds
 * @param zone IANA name, e.g. `America/New_York`; an unknown one counts as UTC
 */
export function utcOf(local: number, zone: string): number {
	const day = 86_400_000;
	const before = offsetAt(local - day, zone);
	const after = offsetAt(local + day, zone);
	for (const offset of [before, after]) {
		if (offsetAt(local - offset, zone) === offset) return local - offset;
	}
	return local - before;
}

/** Whether a name is the IANA name of a zone. */
export function isZone(name: string): boolean {
	return formatOf(name) !== undefined;
}

/** What the clocks of a zone show minus UTC, in milliseconds. */
function offsetAt(time: number, zone: string): number {
	const format = formatOf(zone);
	if (!format) return 0;
	const parts = Object.fromEntries(
		format.formatToParts(time).map(({ type, value }) => [type, Number(value)]),
	);
	const shown = Date.UTC(
		parts.year,
		parts.month - 1,
		parts.day,
		parts.hour,
		parts.minute,
		parts.second,
	);
	return shown - Math.floor(time / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
	const known = formats.get(timeZone);
	if (known) return known;
	try {
		const format = new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		formats.set(timeZone, format);
		return format;
	} catch {
		return undefined;
	}
}
