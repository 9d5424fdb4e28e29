import { CloudApiError, GraphError } from '../../errors/cloudApiError';
import { rethrow } from '../../errors/rethrow';

export type Status = 'ok' | 'warning' | 'failed' | 'skipped';

/** One line of the checklist. */
export interface Finding {
	/** What was looked at, e.g. `Access token`. */
	check: string;
	status: Status;
	/** What was found, in words. */
	found: string;
	/** How to put it right; absent when there is nothing to do. */
	fix?: string;
}

export function ok(check: string, found: string): Finding {
	return { check, status: 'ok', found };
}

export function warning(check: string, found: string, fix: string): Finding {
	return { check, status: 'warning', found, fix };
}

export function failed(check: string, found: string, fix: string): Finding {
	return { check, status: 'failed', found, fix };
}

export function skipped(check: string, found: string, fix?: string): Finding {
	return { check, status: 'skipped', found, ...(fix && { fix }) };
}

/** What a refusal of Meta comes to as a finding; anything else is thrown on. */
export function refused(check: string, what: string, error: unknown): Finding {
	if (error instanceof CloudApiError) {
		const said = error instanceof GraphError ? `: ${error.message}` : ` (${error.message})`;
		return failed(check, `${what}${said}`, error.description);
	}
	return rethrow(error);
}
