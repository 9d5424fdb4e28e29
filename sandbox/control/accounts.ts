import { states } from '../accounts/states';
import { addSdkCode } from '../login/codes';
import { ControlError } from './controlError';
import type { World } from '../world/world';
import type { Call } from './call';
import type { AccountChange, NumberChange } from './types';

/** Control calls that change the state of phone numbers and accounts. */
export function accountControls(call: Call, world: World): void {
	call('PATCH', '/numbers/:id', ({ registered, ...change }: NumberChange, { id }) => {
		const number = world.directory.numbers.get(id);
		if (!number) throw new ControlError(`There is no number ${id}`, 404);
		if (registered !== undefined) number.registered = registered;
		const state = world.use(states).ofNumber(number);
		if (change.isOnBizApp && !state.isOnBizApp) {
			Object.assign(state, { onboardedAt: world.clock.now(), synced: [] });
		}
		Object.assign(state, change);
		world.bus.emit(() => ({ type: 'state' }));
	});
	call('PATCH', '/accounts/:id', ({ subscribed, ...change }: AccountChange, { id }) => {
		const account = world.directory.accounts.get(id);
		if (!account) throw new ControlError(`There is no account ${id}`, 404);
		if (subscribed === false) account.subscribedApps.clear();
		if (subscribed === true) account.subscribedApps.set(world.seed.appId, {});
		Object.assign(world.use(states).ofAccount(account), change);
		world.bus.emit(() => ({ type: 'state' }));
	});
	call('POST', '/authorization-codes', ({ appId }: { appId?: string }) => ({
		code: addSdkCode(world, appId ?? world.seed.appId),
	}));
}
