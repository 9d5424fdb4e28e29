import { conversions } from '../conversions/store';
import type { World } from '../world/world';
import type { Call } from './call';
import type { ConversionView } from './types';

/** The control call that lists the received conversion events. */
export function conversionControls(call: Call, world: World): void {
	call('GET', '/conversions', (): ConversionView[] => world.use(conversions).events);
}
