import { rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { flows, type Flow, type FlowAsset } from './flow';
import { signedKeyOf } from './encryption';

const HOUR = 60 * 60 * 1000;
const THROTTLED_PER_HOUR = 10;

/** How a message or template refers to a flow. */
export interface FlowUse {
	flow_id?: string;
	flow_name?: string;
	mode?: 'draft' | 'published';
	flow_action?: 'navigate' | 'data_exchange';
	screen?: string;
}

/** Finds a flow of an account by ID or name. */
export function findFlow(world: World, accountId: string, use: FlowUse): Flow | undefined {
	const store = world.use(flows);
	const found =
		use.flow_id === undefined
			? store.named(accountId, use.flow_name ?? '')
			: store.get(use.flow_id);
	return found?.accountId === accountId ? found : undefined;
}

/** Checks that a number can send a flow, and returns it with the version that opens. Throws GraphError. */
export function checkSendable(
	world: World,
	number: PhoneNumber,
	use: FlowUse,
): { flow: Flow; asset: FlowAsset } {
	const draft = use.mode === 'draft';
	const flow = findFlow(world, number.businessAccountId, use);
	if (!flow) {
		throw rejection(
			131009,
			`Flow with the ${use.flow_id === undefined ? `name ${use.flow_name}` : `ID ${use.flow_id}`} does not exist on this WhatsApp Business Account.`,
		);
	}
	if (flow.status === 'BLOCKED') throw rejection(132068, 'The Flow is blocked.');
	if (flow.status === 'DEPRECATED') {
		throw rejection(131009, 'The Flow is deprecated and can no longer be sent.');
	}
	const asset = draft ? flow.asset : flow.live[0];
	if (draft && flow.status !== 'DRAFT') {
		throw rejection(131009, 'Invalid Flow mode: a published Flow cannot be sent in draft mode.');
	}
	if (!asset) {
		throw rejection(
			131009,
			draft
				? 'The Flow has no Flow JSON.'
				: 'Invalid Flow mode: the Flow is not published. Publish it, or send it with mode "draft".',
		);
	}
	const { json } = asset;
	if (!json) throw rejection(131009, 'The Flow JSON has validation errors.');
	if (use.screen !== undefined && !json.screens.some(({ id }) => id === use.screen)) {
		throw rejection(131009, `The screen ${use.screen} does not exist in the Flow.`);
	}
	if (use.flow_action === 'data_exchange' && asset.dataApiVersion === undefined) {
		throw rejection(131009, 'flow_action data_exchange requires a Flow with an endpoint.');
	}
	if (asset.dataApiVersion !== undefined && !signedKeyOf(world, number)) {
		throw rejection(
			131009,
			'The phone number has no signed public key, which a Flow with an endpoint requires.',
		);
	}
	countThrottled(world, flow);
	return { flow, asset };
}

/** A throttled flow can be sent 10 times an hour. */
function countThrottled(world: World, flow: Flow): void {
	if (flow.status !== 'THROTTLED') return;
	const now = world.clock.now();
	flow.sentAt = flow.sentAt.filter((time) => time > now - HOUR);
	if (flow.sentAt.length >= THROTTLED_PER_HOUR) {
		throw rejection(
			132069,
			'The Flow is throttled: 10 messages were already sent in the last hour.',
		);
	}
	flow.sentAt.push(now);
}
