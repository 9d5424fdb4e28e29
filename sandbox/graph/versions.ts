import { GraphError, unknownPath } from './errors';

/** Available versions (v20.0 expired on 24 Sep 2026 and is served by the oldest, as every older one). */
const OLDEST = 21;
const NEWEST = 26;

export interface VersionedPath {
	/** The version that answers. */
	version: string;
	/** The requested version; `null` if the path has none. */
	asked: string | null;
	/** Path without version. */
	path: string;
}

/**
 * Splits `/v25.0/123/messages`. Calls to an expired version are served by the oldest available
 * one; versions that never existed are rejected.
 */
export function splitVersion(pathname: string): VersionedPath {
	const match = /^\/v(\d+)\.(\d+)(?=\/|$)(.*)$/.exec(pathname);
	if (!match) {
		if (/^\/v\d/.test(pathname)) throw unknownPath(pathname);
		return { version: `v${NEWEST}.0`, asked: null, path: pathname };
	}
	const [, major, minor, path] = match;
	const number = Number(major);
	if (number < 1 || number > NEWEST || (minor !== '0' && number > 2)) {
		throw new GraphError({
			code: 2500,
			message: `Unknown path components: ${pathname}`,
		});
	}
	return {
		version: `v${Math.max(number, OLDEST)}.0`,
		asked: `v${major}.${minor}`,
		path: path || '/',
	};
}
