import type { IDataObject } from 'n8n-workflow';

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
