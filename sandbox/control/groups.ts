import { addGroup } from '../groups/groups';
import { join, leave, suspend, type JoinOutcome } from '../groups/members';
import type { Group } from '../world/directory';
import type { World } from '../world/world';
import type { Call } from './call';
import { ControlError } from './controlError';
import { customerNamed } from './customers';
import type { GroupInput, GroupView } from './types';
import { groupView } from './views';

/** Control calls on groups: add one, join and leave it as a customer, suspend it as Meta. */
export function groupControls(call: Call, world: World): void {
	call('GET', '/groups', () => [...world.directory.groups.values()].map(groupView));
	call('POST', '/groups', ({ participants, ...input }: GroupInput): GroupView => {
		const group = addGroup(world, {
			subject: 'Group',
			phoneNumberId: world.seed.phoneNumberId,
			...input,
			participants: participants.map((name) => customerNamed(world, name).waId),
		});
		world.bus.emit(() => ({ type: 'state' }));
		return groupView(group);
	});
	call(
		'POST',
		'/groups/join',
		({ customer, group }: { customer: string; group: string }): { outcome: JoinOutcome } => ({
			outcome: join(world, groupBy(world, group), customerNamed(world, customer)),
		}),
	);
	call('POST', '/groups/leave', ({ customer, group }: { customer: string; group: string }) =>
		leave(world, groupBy(world, group), customerNamed(world, customer)),
	);
	call('POST', '/groups/suspend', ({ group, suspended }: { group: string; suspended: boolean }) =>
		suspend(world, groupBy(world, group), suspended),
	);
}

/** A group by its ID or its present invite link. */
function groupBy(world: World, reference: string): Group {
	const { groups } = world.directory;
	const found =
		groups.get(reference) ??
		[...groups.values()].find(({ inviteLink }) => inviteLink === reference);
	if (!found) throw new ControlError('There is no such group, or the invite link was reset', 404);
	return found;
}
