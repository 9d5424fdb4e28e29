import type { World } from '../world/world';
import type { Flow, FlowStatus } from './flow';

/** Sends a webhook of the field `flows`. */
export function publishFlow(world: World, flow: Flow, value: Record<string, unknown>): void {
	world.webhooks.publish({
		accountId: flow.accountId,
		field: 'flows',
		value: { ...value, flow_id: flow.id },
	});
	world.bus.emit(() => ({ type: 'flow', flowId: flow.id }));
}

/** `FLOW_STATUS_CHANGE`. Without a previous status, the flow was created. */
export function publishStatus(world: World, flow: Flow, previous?: FlowStatus): void {
	publishFlow(world, flow, {
		event: 'FLOW_STATUS_CHANGE',
		message: previous
			? `Flow ${flow.name} changed status from ${previous} to ${flow.status}`
			: `Flow ${flow.name} has been created with ${flow.status} status`,
		...(previous ? { old_status: previous } : {}),
		new_status: flow.status,
	});
}
