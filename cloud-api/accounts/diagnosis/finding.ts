import { CloudApiError, GraphError } from '../../errors/cloudApiError';
import { rethrow } from '../../errors/rethrow';
import { fix, type Fix } from './fixes';

export type Status = 'ok' | 'warning' | 'failed' | 'skipped';

/** One line of the checklist. */
export interface Finding {
	/** What was checked, e.g. `Access token`. */
	check: string;
	status: Status;
	/** What was found. */
	found: string;
	/** How to fix it; absent when there is nothing to do. */
	fix?: Fix;
	/** The account or phone number it is about; absent when it concerns the whole setup. */
	about?: string;
	/** Set where events arrive, but not at this n8n. */
	isElsewhere?: boolean;
}

export function ok(check: string, found: string): Finding {
	return { check, status: 'ok', found };
}

export function warning(check: string, found: string, what: Fix): Finding {
	return { check, status: 'warning', found, fix: what };
}

export function failed(check: string, found: string, what: Fix): Finding {
	return { check, status: 'failed', found, fix: what };
}

export function skipped(check: string, found: string, what?: Fix): Finding {
	return { check, status: 'skipped', found, ...(what && { fix: what }) };
}

/** A rejection of Meta as a finding; anything else is thrown on. */
export function rejected(check: string, what: string, error: unknown): Finding {
	if (error instanceof CloudApiError) {
		const said = error instanceof GraphError ? `: ${error.message}` : ` (${error.message})`;
		return failed(check, `${what}${said}`, fix('explained', error.description));
	}
	return rethrow(error);
}

/** The same findings, named after the account or phone number they are about. */
export function about(name: string, findings: readonly Finding[]): Finding[] {
	return findings.map((finding) => ({ about: name, ...finding }));
}
