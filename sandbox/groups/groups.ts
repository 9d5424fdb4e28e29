import { randomBytes } from 'crypto';
import type { Group } from '../world/directory';
import type { World } from '../world/world';

/** Adds a group without a webhook. */
export function addGroup(
	world: World,
	group: Pick<Group, 'phoneNumberId' | 'subject' | 'participants'> & Partial<Group>,
): Group {
	const added: Group = {
		id: world.ids.group(),
		joinApprovalMode: 'auto_approve',
		inviteLink: newInviteLink(),
		createdAt: world.clock.now(),
		suspended: false,
		removed: new Set(),
		joinRequests: new Map(),
		pins: new Map(),
		...group,
	};
	world.directory.groups.set(added.id, added);
	return added;
}

/** A new link; the previous one no longer works. */
export function newInviteLink(): string {
	return `https://chat.whatsapp.com/${randomBytes(16).toString('base64url')}`;
}
