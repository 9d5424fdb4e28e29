import type { ConversionView } from '../control/types';
import type { BusinessAccount } from '../world/directory';
import type { World } from '../world/world';

/** A dataset of conversion events. Each WABA has at most one. */
export interface Dataset {
	id: string;
	name: string;
	businessAccountId: string;
}

/** Datasets, received events, and the clicks on ads that they can refer to. */
export class Conversions {
	readonly datasets = new Map<string, Dataset>();
	readonly events: ConversionView[] = [];
	/** Time of the click, by click ID. */
	readonly clicks = new Map<string, number>();

	datasetOf(account: BusinessAccount): Dataset | undefined {
		return [...this.datasets.values()].find((entry) => entry.businessAccountId === account.id);
	}
}

/** `world.use(conversions)` */
export function conversions(_world: World): Conversions {
	void _world;
	return new Conversions();
}

/** Remembers the click of a message that came from an ad. */
export function rememberClick(world: World, referral: unknown): void {
	const { ctwa_clid: id } = (referral ?? {}) as { ctwa_clid?: unknown };
	if (typeof id === 'string') world.use(conversions).clicks.set(id, world.clock.now());
}
