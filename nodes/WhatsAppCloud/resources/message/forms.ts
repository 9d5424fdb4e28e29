import type { IDataObject } from 'n8n-workflow';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import type { Parameters } from '../../runtime/parameters';

/** Text of a form field, whatever an expression made of it. */
export function textOf(value: unknown): string {
	return value === undefined || value === null ? '' : String(value);
}

/** Like {@link textOf}, but `undefined` for an empty field. */
export function optionalTextOf(value: unknown): string | undefined {
	return textOf(value) || undefined;
}

/** The rows of a fixed collection that lies inside another value: `{ button: [ … ] }` → `[ … ]`. */
export function rowsOf(value: unknown, group: string): IDataObject[] {
	const rows = (value as IDataObject | undefined)?.[group];
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}

/**
 * The entries of a list made by `formOrJson`: the rows of the form, translated, or the JSON as it is.
 *
 * @throws InvalidInputError when the JSON is no list
 */
export function entriesOf<T>(
	param: Parameters,
	name: string,
	group: string,
	fromRow: (row: IDataObject) => T,
): T[] {
	if (param.text(`${name}Input`) !== 'json') return param.rows(`${name}.${group}`).map(fromRow);
	const field = `${name}Json`;
	const json = param.json(field);
	if (Array.isArray(json)) return json as T[];
	throw new InvalidInputError(
		field,
		'The JSON is not a list',
		'Begin with [ and end with ], as the example in the field does.',
	);
}

/** A JSON object, or `undefined` for an empty field. */
export function objectOf(param: Parameters, name: string): Record<string, unknown> | undefined {
	const json = param.json(name);
	if (json === undefined || json === null) return undefined;
	if (typeof json === 'object' && !Array.isArray(json)) return json as Record<string, unknown>;
	throw new InvalidInputError(name, 'The JSON is not an object', 'Begin with { and end with }.');
}

/** A JSON list, or `undefined` for an empty field. */
export function listOf(param: Parameters, name: string): unknown[] | undefined {
	const json = param.json(name);
	if (json === undefined || json === null) return undefined;
	if (Array.isArray(json)) return json;
	throw new InvalidInputError(name, 'The JSON is not a list', 'Begin with [ and end with ].');
}
