import type { Chat } from '../state/chats';
import { customerOf, speakers } from '../state/store';

/** In a group: the participant who writes. */
export function Speaker({ chat: { group, customer } }: { chat: Chat }) {
	if (!group) return null;
	return (
		<label class="speaker">
			Write as
			<select
				value={customer.waId}
				onChange={(event) =>
					(speakers.value = { ...speakers.value, [group.id]: event.currentTarget.value })
				}
			>
				{group.participants.map((waId) => (
					<option key={waId} value={waId}>
						{customerOf(waId)?.name ?? waId}
					</option>
				))}
			</select>
		</label>
	);
}
