import { Monitor, Moon, Plus, Sun, Users } from 'lucide';
import { signal } from '@preact/signals';
import { summary } from '../messages/summary';
import { Avatar } from '../parts/Avatar';
import { Icon } from '../parts/Icon';
import { Ticks } from '../parts/Ticks';
import { clock, dayName, sameDay } from '../parts/time';
import type { Chat } from '../state/chats';
import { openChat } from '../state/route';
import { activeChatId, chats, connection, now, seen, seenAtFirst, state } from '../state/store';
import { chooseTheme, theme, type Theme } from '../state/theme';
import { NewCustomer } from './sheets/NewCustomer';

const addingCustomer = signal(false);
const THEMES: Record<Theme, { icon: typeof Sun; next: Theme }> = {
	system: { icon: Monitor, next: 'light' },
	light: { icon: Sun, next: 'dark' },
	dark: { icon: Moon, next: 'system' },
};

function ThemeButton() {
	const { icon, next } = THEMES[theme.value];
	return (
		<button
			type="button"
			class="round"
			title={`Colors: ${theme.value}`}
			aria-label={`Colors: ${theme.value}. Change to ${next}`}
			onClick={() => chooseTheme(next)}
		>
			<Icon icon={icon} />
		</button>
	);
}

function ChatEntry({ chat }: { chat: Chat }) {
	const last = chat.messages.at(-1);
	const active = chat.id === activeChatId.value;
	const unread = active
		? 0
		: chat.messages.filter(
				({ direction, timestamp }) =>
					direction === 'outgoing' && timestamp > (seen.value.get(chat.id) ?? seenAtFirst.value),
			).length;
	const numbers = new Set(chats.value.map(({ number }) => number.id)).size;
	const name = chat.group?.subject ?? chat.customer.name;
	const typing = (chat.customer.typingUntil[chat.number.id] ?? 0) > now.value;
	return (
		<li>
			<button
				type="button"
				class="entry"
				aria-current={active ? 'true' : undefined}
				onClick={() => openChat(chat.id)}
			>
				<Avatar name={name} size={46} />
				<span class="entry__text">
					<span class="entry__line">
						<strong dir="auto">{name}</strong>
						{last && (
							<time>
								{sameDay(last.timestamp, now.value)
									? clock(last.timestamp)
									: dayName(last.timestamp, now.value)}
							</time>
						)}
					</span>
					<span class="entry__line">
						<span class="entry__last" dir="auto">
							{chat.group && <Icon icon={Users} size={13} />}
							{last?.direction === 'incoming' && <Ticks status={last.status} />}
							{typing ? <em>typing…</em> : last ? summary(last) : 'No messages yet'}
						</span>
						{unread > 0 && (
							<b class="badge" aria-label={`${unread} unread`}>
								{unread}
							</b>
						)}
					</span>
					{numbers > 1 && (
						<small class="entry__with">
							with {chat.number.verifiedName || chat.number.displayPhoneNumber}
						</small>
					)}
				</span>
			</button>
		</li>
	);
}

/** All chats with their last message. */
export function ChatList() {
	return (
		<nav class="chats" aria-label="Customers">
			<header class="chats__head">
				<h1>
					<span class="logo" aria-hidden="true" /> Sandbox phone
				</h1>
				<ThemeButton />
				<button
					type="button"
					class="round"
					title="New customer"
					aria-label="New customer"
					onClick={() => (addingCustomer.value = true)}
				>
					<Icon icon={Plus} />
				</button>
			</header>
			{connection.value !== 'live' && (
				<p class="chats__lost">
					{state.value ? 'Connection lost. Trying again…' : 'Connecting to the sandbox…'}
				</p>
			)}
			<ul>
				{chats.value.map((chat) => (
					<ChatEntry key={chat.id} chat={chat} />
				))}
			</ul>
			<p class="chats__foot">
				A local WhatsApp Cloud API. Nothing leaves this computer. Not affiliated with Meta.
			</p>
			{addingCustomer.value && <NewCustomer onClose={() => (addingCustomer.value = false)} />}
		</nav>
	);
}
