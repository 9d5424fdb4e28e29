import { requireProduct } from '../graph/checkBody';
import { GraphError, invalidParameter } from '../graph/errors';
import { PHONE_NUMBER } from '../graph/nodes';
import type { SandboxApp } from '../graph/routeModule';
import { appStateSync, historySync } from '../webhooks/coexistenceEvents';
import type { World } from '../world/world';
import { states } from './states';

const DAY = 24 * 60 * 60 * 1000;
const SYNC_TYPES = ['smb_app_state_sync', 'history'];

/** `POST /{number}/smb_app_data`: each sync type once, within 24 hours of onboarding (2593107, 2593108). */
export function coexistenceRoutes({ graph }: SandboxApp, world: World): void {
	graph.edge(PHONE_NUMBER, 'POST', 'smb_app_data', (number, { params }) => {
		requireProduct(params);
		const type = params.sync_type;
		if (typeof type !== 'string' || !SYNC_TYPES.includes(type)) {
			throw invalidParameter(`Param sync_type must be one of {${SYNC_TYPES.join(', ')}}.`);
		}
		const state = world.use(states).ofNumber(number);
		if (!state.isOnBizApp) {
			throw invalidParameter('The phone number is not used in the WhatsApp Business app.');
		}
		const now = world.clock.now();
		if (now - (state.onboardedAt ?? 0) > DAY) {
			throw new GraphError({
				code: 2593108,
				message: '(#2593108) Synchronization request made outside of the allowed time window',
				details: 'The request must be made within 24 hours of onboarding.',
			});
		}
		if (state.synced.includes(type)) {
			throw new GraphError({
				code: 2593107,
				message: '(#2593107) Synchronization request limit exceeded',
				details: `The sync type ${type} can be requested once.`,
			});
		}
		state.synced.push(type);
		if (type === 'history') historySync(world, number);
		else appStateSync(world, number);
		return { messaging_product: 'whatsapp', request_id: world.ids.trace() };
	});
}
