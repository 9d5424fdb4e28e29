import { GraphError } from '../graph/errors';
import type { Flow } from './flow';

/** Titles of the codes of the Flows API (Meta: "Flow Management API error codes"). */
const TITLES: Record<number, string> = {
	139000: 'Blocked by Integrity',
	139001: 'Error while updating Flow',
	139002: 'Error while publishing Flow',
	139003: 'Error while deprecating Flow',
	139004: 'Error while deleting Flow',
	139006: 'Metrics threshold not reached',
};

/** An error of the Flows API. `title` and `text` are for people. */
export function flowError(code: number, title: string, text: string, subcode?: number): GraphError {
	return new GraphError({
		code,
		message: `(#${code}) ${TITLES[code] ?? 'Invalid parameter'}`,
		...(subcode === undefined ? {} : { subcode }),
		isTransient: false,
		userTitle: title,
		userMessage: text,
	});
}

/** The first findings of a flow's JSON, for the phone. */
export function errorsOf({ asset }: Flow): string {
	if (!asset) return 'The flow has no Flow JSON';
	const [first, ...more] = asset.errors;
	if (!first) return 'The flow is not published';
	return `The Flow JSON has errors. Line ${first.line_start}: ${first.message}${
		more.length > 0 ? ` (and ${more.length} more)` : ''
	}`;
}
