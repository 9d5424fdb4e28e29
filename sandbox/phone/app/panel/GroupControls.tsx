import type { CustomerView, GroupView } from '../../../control/types';
import { act, say } from '../../state/acts';
import { api } from '../../state/api';
import { state } from '../../state/store';

/** The groups that the business has created: the customer joins and leaves them by the invite link. */
export function GroupControls({ customer }: { customer: CustomerView }) {
	const groups = state.value?.groups ?? [];
	if (groups.length === 0) return null;
	return (
		<section>
			<h2>Groups</h2>
			{groups.map((group) => (
				<GroupRow key={group.id} group={group} customer={customer} />
			))}
		</section>
	);
}

function GroupRow({
	group,
	customer: { waId, name },
}: {
	group: GroupView;
	customer: CustomerView;
}) {
	const member = group.participants.includes(waId);
	const waiting = group.joinRequests.some((request) => request.waId === waId);
	const join = () =>
		act(async () => {
			const { outcome } = await api.joinGroup(waId, group.inviteLink);
			say(outcome === 'joined' ? `${name} joined ${group.subject}` : `${name} asked to join`);
		});
	const leave = () => act(async () => await api.leaveGroup(waId, group.id));
	const approval = group.joinApprovalMode === 'approval_required';
	return (
		<div class="group-row">
			<span>
				<b>{group.subject}</b>
				<small>
					{group.participants.length} participants{group.suspended ? ' · suspended' : ''}
				</small>
				<small>{group.inviteLink}</small>
			</span>
			<button
				type="button"
				class="plain"
				onClick={() => void (member || waiting ? leave() : join())}
			>
				{member ? 'Leave' : waiting ? 'Cancel request' : approval ? 'Ask to join' : 'Join'}
			</button>
		</div>
	);
}
