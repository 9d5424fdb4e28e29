import { ControlError } from '../control/controlError';
import type { Customer, Group } from '../world/directory';
import type { World } from '../world/world';
import { idsOf, publishGroup } from './events';
import { MAX_PARTICIPANTS } from './rules';

/** Whether a customer is in the group now, or has asked to be. */
export type JoinOutcome = 'joined' | 'requested';

/** A customer taps the invite link: joins the group, or asks to join it. */
export function join(world: World, group: Group, customer: Customer): JoinOutcome {
	const { waId } = customer;
	if (group.participants.includes(waId)) throw new ControlError(`${waId} is in the group already`);
	if (group.suspended) throw new ControlError('The group is suspended', 409);
	if (group.removed.has(waId)) {
		throw new ControlError('The business has removed this customer from the group', 409);
	}
	if (group.joinApprovalMode === 'approval_required') return request(world, group, customer);
	if (group.participants.length >= MAX_PARTICIPANTS) {
		throw new ControlError(`The group is full: ${MAX_PARTICIPANTS} participants`, 409);
	}
	add(world, group, customer);
	return 'joined';
}

function request(world: World, group: Group, customer: Customer): JoinOutcome {
	const waiting = [...group.joinRequests.values()].some(({ waId }) => waId === customer.waId);
	if (waiting) throw new ControlError(`${customer.waId} has asked to join already`, 409);
	const id = Buffer.from(`${customer.waId}:${world.ids.trace()}`).toString('base64url');
	group.joinRequests.set(id, { waId: customer.waId, createdAt: world.clock.now() });
	publishGroup(world, 'group_participants_update', group, {
		type: 'group_join_request_created',
		join_request_id: id,
		...idsOf(world, group, customer),
	});
	return 'requested';
}

/** Adds a customer who came by the invite link, with or without approval. */
export function add(world: World, group: Group, customer: Customer): void {
	group.participants.push(customer.waId);
	publishGroup(world, 'group_participants_update', group, {
		type: 'group_participants_add',
		reason: 'invite_link',
		added_participants: [{ input: customer.waId, ...idsOf(world, group, customer) }],
	});
}

/** A customer leaves the group, or withdraws the request to join it. */
export function leave(world: World, group: Group, customer: Customer): void {
	const waiting = [...group.joinRequests].find(([, { waId }]) => waId === customer.waId);
	if (waiting) {
		group.joinRequests.delete(waiting[0]);
		publishGroup(world, 'group_participants_update', group, {
			type: 'group_join_request_revoked',
			join_request_id: waiting[0],
			...idsOf(world, group, customer),
		});
		return;
	}
	if (!group.participants.includes(customer.waId)) {
		throw new ControlError(`${customer.waId} is not in the group`, 409);
	}
	group.participants = group.participants.filter((waId) => waId !== customer.waId);
	publishGroup(world, 'group_participants_update', group, {
		type: 'group_participants_remove',
		initiated_by: 'participant',
		removed_participants: [{ input: customer.waId, ...idsOf(world, group, customer) }],
	});
}

/** Suspends a group as Meta does for violations, or ends the suspension. */
export function suspend(world: World, group: Group, suspended: boolean): void {
	group.suspended = suspended;
	publishGroup(world, 'group_status_update', group, {
		type: suspended ? 'group_suspend' : 'group_suspend_cleared',
	});
}
