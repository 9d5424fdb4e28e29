import { ArrowLeft, BadgeCheck, Info, Phone } from 'lucide';
import { Avatar } from '../parts/Avatar';
import { Icon } from '../parts/Icon';
import { callBusiness } from '../state/acts';
import type { Chat } from '../state/chats';
import { openChat } from '../state/route';
import { panelOpen } from './panel/Panel';

/** The name of the business, and buttons for the chat list and the panel. */
export function ChatHead({ chat, typing }: { chat: Chat; typing: boolean }) {
	const name = chat.group?.subject ?? (chat.number.verifiedName || chat.number.displayPhoneNumber);
	const below = chat.group
		? `${chat.group.participants.length} participants`
		: chat.customer.blockedBusiness
			? 'blocked'
			: chat.number.displayPhoneNumber;
	return (
		<header class="chat-head">
			<button
				type="button"
				class="round chat-head__back"
				aria-label="All chats"
				onClick={() => openChat(null)}
			>
				<Icon icon={ArrowLeft} />
			</button>
			<Avatar name={name} size={38} />
			<span class="chat-head__name">
				<strong>
					{name} {!chat.group && <Icon icon={BadgeCheck} size={15} label="Business account" />}
				</strong>
				<small aria-live="polite">{typing ? <em>typing…</em> : below}</small>
			</span>
			{!chat.group && (
				<button type="button" class="round" aria-label="Call" onClick={() => void callBusiness()}>
					<Icon icon={Phone} size={18} />
				</button>
			)}
			<button
				type="button"
				class="round chat-head__info"
				aria-label="Details and controls"
				aria-expanded={panelOpen.value}
				onClick={() => (panelOpen.value = !panelOpen.value)}
			>
				<Icon icon={Info} size={19} />
			</button>
		</header>
	);
}
