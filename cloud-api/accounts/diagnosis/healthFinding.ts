import type { Health } from '../health';
import { failed, ok, warning, type Finding } from './finding';
import { fix } from './fixes';

/** Meta's health status as findings, one for each obstacle, with Meta's own solution. */
export function healthFinding(
	check: string,
	health: Health | undefined,
	entities: string[],
): Finding[] {
	if (!health) return [];
	const obstacles = health.obstacles.filter(({ entity }) => entities.includes(entity));
	if (obstacles.length === 0) {
		return health.canSend === 'AVAILABLE' ? [ok(check, 'Messages can be sent')] : [];
	}
	return obstacles.map(({ canSend, explanation, solution }) =>
		(canSend === 'BLOCKED' ? failed : warning)(
			check,
			explanation,
			solution ? fix('metaSolution', solution) : fix('managerOverview'),
		),
	);
}
