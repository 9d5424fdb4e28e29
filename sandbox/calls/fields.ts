import { invalidParameter, type GraphError } from '../graph/errors';

export type Fields = Record<string, unknown>;

/** The values of every switch. */
export const STATUS = ['ENABLED', 'DISABLED'];

/** An invalid setting: the reason is in `error_data.details`, as for every calling error. */
export function invalid(details: string): GraphError {
	return invalidParameter('Invalid parameter', { details });
}

export function required(value: unknown, name: string): void {
	if (value === undefined) throw invalid(`${name} is required.`);
}

export function oneOf(value: unknown, allowed: string[], name: string): void {
	if (value === undefined || allowed.includes(value as string)) return;
	throw invalid(`Invalid ${name}. It must be one of {${allowed.join(', ')}}.`);
}

export function onlyKeys(fields: Fields, allowed: string[], name: string): void {
	const unknown = Object.keys(fields).find((key) => !allowed.includes(key));
	if (unknown !== undefined) throw invalid(`Unexpected key "${unknown}" on param "${name}".`);
}

export function isFields(value: unknown): value is Fields {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}
