import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import { readDate } from '../../cloud-api/values/date';
import { readFlag } from '../../cloud-api/values/flag';
import { readJson } from '../../cloud-api/values/json';
import { readNumber } from '../../cloud-api/values/number';
import {
	capitalized,
	isRecord,
	isUnset,
	typeInWords,
	type Reading,
} from '../../cloud-api/values/reading';
import { readText } from '../../cloud-api/values/text';

/**
 * Typed reads of named values: the parameters of a node, the options of a collection, the fields of a row.
 * A name may lead into groups, e.g. `options.screen`. Each read throws an InvalidInputError that names the
 * value by its path when it is not what was asked for.
 */
export abstract class Values {
	/** IANA name of the workflow's time zone, in which dates without a zone are read. */
	protected abstract readonly timezone: string;

	/** The value as n8n resolved it; `undefined` when it is hidden or was not added. For tests of presence only. */
	abstract raw(name: string): unknown;

	/** The path of a value from the node's form, e.g. `buttons[0].title`. */
	abstract pathOf(name: string): string;

	/** Whether something was entered. */
	has(name: string): boolean {
		return !isUnset(this.raw(name));
	}

	/** Empty when nothing was entered. */
	text(name: string): string {
		return this.read(name, readText);
	}

	/** `undefined` when nothing was entered. */
	optionalText(name: string): string | undefined {
		return this.text(name) || undefined;
	}

	/** `undefined` when nothing was entered. */
	number(name: string): number | undefined {
		return this.read(name, readNumber);
	}

	/** `false` when hidden or not added; a value that is neither true nor false is invalid. */
	flag(name: string): boolean {
		return this.optionalFlag(name) ?? false;
	}

	/** `undefined` when hidden or not added. */
	optionalFlag(name: string): boolean | undefined {
		return this.isAdded(name) ? this.read(name, readFlag) : undefined;
	}

	/** `undefined` when nothing was entered. Dates without a zone are in the workflow's zone. */
	date(name: string): Date | undefined {
		return this.read(name, (value) => readDate(value, this.timezone));
	}

	/** One of the given values; `undefined` when nothing was entered. */
	choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
		const text = this.text(name).trim();
		if (text === '') return undefined;
		const found = choices.find((choice) => choice === text);
		if (found !== undefined) return found;
		throw new InvalidInputError(
			this.pathOf(name),
			`"${text.slice(0, 60)}" is not one of the choices`,
			`Use one of: ${choices.join(', ')}.`,
		);
	}

	/** The entries of a text that commas, semicolons or line breaks separate, or of a list; without empty ones. */
	texts(name: string): string[] {
		return this.entries(name)
			.flatMap((entry) => entry.split(/[,;\n]/))
			.map((entry) => entry.trim())
			.filter((entry) => entry !== '');
	}

	/** The texts of a field that takes several; a list may also be given as JSON, as AI agents do. */
	entries(name: string): string[] {
		const value = this.raw(name);
		const list = Array.isArray(value) ? value : (listInText(value) ?? [value]);
		return list
			.map((entry, index) =>
				this.accept(
					readText(entry),
					list.length > 1 ? `${this.pathOf(name)}[${index}]` : this.pathOf(name),
				),
			)
			.filter((entry) => entry.trim() !== '');
	}

	/** JSON typed as text or returned by an expression; `undefined` when nothing was entered. */
	json(name: string): unknown {
		return this.read(name, readJson);
	}

	/** A JSON object; `undefined` when nothing was entered. */
	object(name: string): Record<string, unknown> | undefined {
		const json = this.json(name);
		if (json === undefined || isRecord(json)) return json;
		throw new InvalidInputError(
			this.pathOf(name),
			'The JSON is not an object',
			'Begin with { and end with }.',
		);
	}

	/** A JSON list; `undefined` when nothing was entered. */
	list(name: string): unknown[] | undefined {
		const json = this.json(name);
		if (json === undefined || Array.isArray(json)) return json as unknown[] | undefined;
		throw new InvalidInputError(
			this.pathOf(name),
			'The JSON is not a list',
			'Begin with [ and end with ], as the example in the field does.',
		);
	}

	/** The values inside a collection; none when it is empty. */
	group(name: string): Values {
		return groupOf(this.raw(name), this.pathOf(name), this.timezone);
	}

	/**
	 * The rows of a fixed collection with several values, e.g. `rows('buttons', 'button')`. A list in place
	 * of the collection, as JSON and expressions return it, counts as its rows.
	 *
	 * @param shorthand the field that a bare text stands for, e.g. `title` in `["Yes", "No"]`
	 */
	rows(name: string, group: string, shorthand?: string): Values[] {
		const value = this.raw(name);
		const rows = isRecord(value) ? (value[group] ?? []) : (value ?? []);
		return this.rowsFrom(Array.isArray(rows) ? rows : rows === '' ? [] : [rows], name, shorthand);
	}

	/** Entries of a list that JSON gave as rows; `name` is the parameter that messages name. */
	rowsFrom(list: unknown[], name: string, shorthand?: string): Values[] {
		return rowsOf(list, this.pathOf(name), this.timezone, shorthand);
	}

	/**
	 * Rejects fields that nobody would read, so that nothing given is dropped in silence.
	 *
	 * @throws InvalidInputError for the first value that was added and is not among `known`
	 */
	only(known: readonly string[]): this {
		const unknown = this.names().find((name) => !known.includes(name) && this.has(name));
		if (unknown === undefined) return this;
		throw new InvalidInputError(
			this.pathOf(unknown),
			`"${unknown}" is not a field of this list`,
			`Use ${known.join(', ')}, or remove it.`,
		);
	}

	/** The names of the values that were added. */
	abstract names(): string[];

	/** Whether the value was added at all; overwritten where a parameter always is. */
	protected isAdded(name: string): boolean {
		return this.raw(name) !== undefined;
	}

	private read<T>(name: string, reader: (value: unknown) => Reading<T>): T {
		return this.accept(reader(this.raw(name)), this.pathOf(name));
	}

	protected accept<T>(reading: Reading<T>, path: string): T {
		if (reading.ok) return reading.value;
		throw new InvalidInputError(path, reading.problem, reading.fix);
	}
}

/**
 * The values inside a collection; none when it is empty.
 *
 * @throws InvalidInputError for the parameter `path` when it is not a collection
 */
export function groupOf(value: unknown, path: string, timezone: string): Values {
	if (isUnset(value)) return new Group({}, path, timezone);
	if (isRecord(value)) return new Group(value, path, timezone);
	throw new InvalidInputError(
		path,
		`${capitalized(typeInWords(value))} was given where a group of values is expected`,
		'Use the fields of the form, or let the expression return an object with their names.',
	);
}

/** The values of a collection or of one row. */
class Group extends Values {
	constructor(
		private readonly values: Record<string, unknown>,
		private readonly path: string,
		protected readonly timezone: string,
	) {
		super();
	}

	raw(name: string): unknown {
		if (Object.hasOwn(this.values, name)) return this.values[name];
		return name
			.split('.')
			.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), this.values);
	}

	pathOf(name: string): string {
		return `${this.path}.${name}`;
	}

	names(): string[] {
		return Object.keys(this.values);
	}

	/** An option that was added and whose expression returns nothing is not the same as one that was not added. */
	protected override isAdded(name: string): boolean {
		return Object.hasOwn(this.values, name);
	}
}

/** @param shorthand the field that a bare text or number stands for, e.g. `title` in `["Yes", "No"]` */
function rowsOf(rows: unknown[], path: string, timezone: string, shorthand?: string): Values[] {
	return rows.map((row, index) => {
		const place = `${path}[${index}]`;
		if (isRecord(row)) return new Group(row, place, timezone);
		if (shorthand !== undefined && (typeof row === 'string' || typeof row === 'number'))
			return new Group({ [shorthand]: row }, place, timezone);
		throw new InvalidInputError(
			place,
			`Entry ${index + 1} is ${typeInWords(row)}, not an object`,
			'Write each entry as an object with the names of the form, as the example in the field does.',
		);
	});
}

/** `["a", "b"]` written as text. */
function listInText(value: unknown): unknown[] | undefined {
	if (typeof value !== 'string' || !/^\s*\[.*\]\s*$/s.test(value)) return undefined;
	const json = readJson(value);
	return json.ok && Array.isArray(json.value) ? (json.value as unknown[]) : undefined;
}
