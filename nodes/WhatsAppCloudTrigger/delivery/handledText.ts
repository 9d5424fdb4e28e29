import { KEY_LENGTH } from './eventKey';

const MINUTE = 60_000;
/** Digits to the base 36 of the minutes since 1970; enough until 2084. */
const TIME_LENGTH = 5;
const ENTRY_LENGTH = KEY_LENGTH + TIME_LENGTH;

/** A handled event as 16 characters of the static data. @param at milliseconds, stored to the minute */
export function writeHandled(key: string, at: number): string {
	return (
		key +
		Math.floor(at / MINUTE)
			.toString(36)
			.padStart(TIME_LENGTH, '0')
	);
}

/** The events in such text; what is not one is left out. */
export function readHandled(text: string): Array<{ key: string; at: number }> {
	const handled = [];
	for (let i = 0; i + ENTRY_LENGTH <= text.length; i += ENTRY_LENGTH) {
		const minutes = parseInt(text.slice(i + KEY_LENGTH, i + ENTRY_LENGTH), 36);
		if (!Number.isNaN(minutes))
			handled.push({ key: text.slice(i, i + KEY_LENGTH), at: minutes * MINUTE });
	}
	return handled;
}
