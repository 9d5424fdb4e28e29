import { InvalidInputError } from '../errors/cloudApiError';
import { isRecord, text, type Json } from '../webhooks/read';

/** One thing that is wrong with a Flow JSON, found by the local check or by Meta; both in this shape. */
export interface FlowFinding {
	/** Meta's code, e.g. `INVALID_PROPERTY_VALUE` (Meta: WhatsApp Flows, error codes). */
	code: string;
	/** What is wrong, one sentence. */
	message: string;
	/** Where, as Meta writes it, e.g. `screens[0].layout.children[2].label`; empty for the whole JSON. */
	path: string;
	/** Counted from 1. */
	line?: number;
	column?: number;
	lineEnd?: number;
	columnEnd?: number;
	/** `error`: Meta rejects the flow. `warning`: the flow works differently from what it says, or Meta decides. */
	severity: 'error' | 'warning';
}

/** Findings that an error lists in full; the rest is counted. */
const LISTED = 20;

/** Meta's `validation_errors` as findings. Unknown shapes are kept as text. */
export function findingsFromMeta(errors: unknown): FlowFinding[] {
	if (!Array.isArray(errors)) return [];
	return (errors as unknown[]).map((error) => {
		const entry: Json = isRecord(error) ? error : { message: String(error) };
		const pointer = Array.isArray(entry.pointers) ? (entry.pointers as unknown[])[0] : undefined;
		const place = isRecord(pointer) ? { ...entry, ...pointer } : entry;
		return {
			code: text(entry.error) ?? 'UNKNOWN',
			message: text(entry.message) ?? JSON.stringify(entry),
			path: text(place.path) ?? '',
			...numbers(place),
			severity: 'error',
		};
	});
}

function numbers(place: Json): Pick<FlowFinding, 'line' | 'column' | 'lineEnd' | 'columnEnd'> {
	const found = {
		line: place.line_start,
		column: place.column_start,
		lineEnd: place.line_end,
		columnEnd: place.column_end,
	};
	return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'number'));
}

/**
 * Throws one error with all findings of severity `error`.
 *
 * @param field the input's name in the error thrown
 * @throws InvalidInputError when there is at least one
 */
export function rejectFindings(findings: readonly FlowFinding[], field: string): void {
	const errors = findings.filter(({ severity }) => severity === 'error');
	if (errors.length === 0) return;
	const lines = errors.slice(0, LISTED).map(describeFinding);
	if (errors.length > LISTED) lines.push(`… and ${errors.length - LISTED} more`);
	throw new InvalidInputError(
		field,
		errors.length === 1
			? `The Flow JSON has an error: ${describeFinding(errors[0])}`
			: `The Flow JSON has ${errors.length} errors. The first: ${describeFinding(errors[0])}`,
		`${errors.length === 1 ? 'Correct it' : `Correct all of them:\n${lines.join('\n')}`}${errors.length === 1 ? ', and run the node again.' : ''}`,
	);
}

/** A finding in one line, e.g. `line 12, column 5 (screens[0].id): …`. */
export function describeFinding({ line, column, path, message }: FlowFinding): string {
	const place = line === undefined ? '' : `line ${line}, column ${column}`;
	const where = [place, path && `(${path})`].filter(Boolean).join(' ');
	return where === '' ? message : `${where}: ${message}`;
}
