import { plainCharacters } from './characters';
import { capitalized, invalid, typeInWords, valid, type Reading } from './reading';

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
	[true, true],
	[false, false],
	[1, true],
	[0, false],
	['true', true],
	['false', false],
	['1', true],
	['0', false],
]);

/**
 * A value as a boolean: true and false, 1 and 0, also as text. Everything else is invalid, nothing
 * included: a switch such as Dry Run must never be guessed.
 */
export function readFlag(value: unknown): Reading<boolean> {
	const flag = FLAGS.get(typeof value === 'string' ? plainCharacters(value).toLowerCase() : value);
	if (flag !== undefined) return valid(flag);
	const input = typeof value === 'number' ? String(value) : typeInWords(value);
	return invalid(
		`${capitalized(input)} was given where true or false is expected`,
		'Turn the parameter on or off, or let the expression return true or false, e.g. {{ $json.active === "yes" }}.',
	);
}
