import { failed, ok, warning, type Finding } from './finding';
import { fix } from './fixes';
import type { Subject } from './subject';

/** Last day of each version (Meta: Graph API, versions and errors); Meta keeps one for at least two years. */
export const GRAPH_VERSIONS: Record<string, string | undefined> = {
	'v20.0': '2026-09-24',
	'v21.0': '2027-01-21',
	'v22.0': '2027-05-20',
	'v23.0': '2027-10-08',
	'v24.0': '2028-02-18',
	'v25.0': '2028-07-29',
	'v26.0': undefined,
};

const CHECK = 'Graph API version';
const SOON_DAYS = 60;

/** Whether the version is still supported; Meta silently forwards expired ones to an older supported one. */
export function versionFinding({ graph, now }: Subject): Finding {
	const { version } = graph;
	if (!(version in GRAPH_VERSIONS)) {
		const number = Number(version.replace(/^v/, ''));
		return number > 26
			? ok(CHECK, `${version} is newer than this package supports`)
			: failed(CHECK, `${version} has ended`, fix('newerVersion'));
	}
	const end = GRAPH_VERSIONS[version];
	if (!end) return ok(CHECK, `${version} is current`);
	const days = Math.floor((Date.parse(end) / 1000 - now) / 86_400);
	if (days < 0) {
		return failed(
			CHECK,
			`${version} ended on ${end}, so Meta responds with another version`,
			fix('newerVersion'),
		);
	}
	if (days < SOON_DAYS) {
		return warning(CHECK, `${version} ends on ${end}`, fix('newerVersion'));
	}
	return ok(CHECK, `${version} is supported until ${end}`);
}
