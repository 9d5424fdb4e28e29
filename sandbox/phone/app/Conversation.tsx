import { ArrowDown } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ActionsContext } from '../messages/context';
import { Icon } from '../parts/Icon';
import { dayName, sameDay } from '../parts/time';
import type { Chat } from '../state/chats';
import { now } from '../state/store';
import { actionsFor, isOwn } from './actions';
import { ChatHead } from './ChatHead';
import { Composer } from './Composer';
import { DropZone } from './DropZone';
import { MessageRow } from './MessageRow';
import { UnreadBar } from './UnreadBar';

/** Messages rendered at first; earlier ones on demand. */
const PAGE = 150;

const Typing = () => (
	<div class="message message--outgoing" aria-label="The business is typing">
		<div class="bubble typing">
			<i />
			<i />
			<i />
		</div>
	</div>
);

/** The open chat: head, messages by day, and composer. */
export function Conversation({ chat }: { chat: Chat }) {
	const scroller = useRef<HTMLDivElement>(null);
	const [away, setAway] = useState(false);
	const atEnd = useRef(true);
	const height = useRef(0);
	const [shown, setShown] = useState(PAGE);
	const recent = chat.messages.slice(-shown);
	const actions = actionsFor(chat);
	const typing = (chat.customer.typingUntil[chat.number.id] ?? 0) > now.value;
	const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });

	useLayoutEffect(() => {
		atEnd.current = true;
		const element = scroller.current;
		if (!element) return undefined;
		toEnd();
		// Images grow when they load: keep the scroll position at the end.
		const observer = new ResizeObserver(() => {
			height.current = element.scrollHeight;
			if (atEnd.current) toEnd();
		});
		for (const child of element.children) observer.observe(child);
		return () => observer.disconnect();
	}, [chat.id]);

	const last = chat.messages.at(-1);
	useLayoutEffect(() => {
		if (last && isOwn(last, chat)) toEnd();
	}, [last?.id]);

	const onScroll = () => {
		const element = scroller.current;
		if (!element) return;
		const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
		// A change of height is not a scroll by the user.
		if (element.scrollHeight === height.current) atEnd.current = distance < 60;
		setAway(distance > 240);
	};

	return (
		<ActionsContext.Provider value={actions}>
			<DropZone>
				<ChatHead chat={chat} typing={typing} />
				<div
					class="chat"
					ref={scroller}
					onScroll={onScroll}
					role="log"
					aria-label="Messages"
					tabIndex={0}
				>
					<div class="chat__list">
						{chat.messages.length === 0 && (
							<p class="empty">
								No messages yet.
								<br />
								Write below to say hello as <b>{chat.customer.name}</b>, or let your workflow write
								first.
							</p>
						)}
						{recent.length < chat.messages.length && (
							<button type="button" class="day" onClick={() => setShown(shown + PAGE)}>
								Show earlier messages
							</button>
						)}
						{recent.map((message, at) => {
							const before = recent[at - 1];
							const newDay = !before || !sameDay(before.timestamp, message.timestamp);
							return [
								newDay && (
									<p class="day" key={`day-${message.timestamp}`}>
										{dayName(message.timestamp, now.value)}
									</p>
								),
								<MessageRow
									key={message.id}
									message={message}
									own={isOwn(message, chat)}
									follows={
										!newDay &&
										before?.direction === message.direction &&
										before.customer === message.customer
									}
								/>,
							];
						})}
						{typing && <Typing />}
					</div>
				</div>
				{away && (
					<button
						type="button"
						class="round to-end"
						aria-label="Go to the newest message"
						onClick={toEnd}
					>
						<Icon icon={ArrowDown} />
					</button>
				)}
				<UnreadBar chat={chat} />
				<Composer key={chat.id} chat={chat} />
			</DropZone>
		</ActionsContext.Provider>
	);
}
