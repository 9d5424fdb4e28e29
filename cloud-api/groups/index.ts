/** Groups: create, read, and change them, their participants, invite links, and join requests. */
export {
	createGroup,
	deleteGroup,
	getGroup,
	listGroups,
	updateGroup,
	type Group,
	type GroupChanges,
	type GroupSummary,
	type JoinApprovalMode,
	type NewGroup,
} from './groups';
export { getInviteLink, resetInviteLink } from './inviteLink';
export {
	answerJoinRequests,
	listJoinRequests,
	type JoinRequest,
	type JoinRequestOutcome,
} from './joinRequests';
export { removeParticipants } from './participants';
export type { GroupPhoto } from './photo';
