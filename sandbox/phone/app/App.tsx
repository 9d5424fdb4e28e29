import { activeChat, connection, state } from '../state/store';
import { CallScreen } from './CallScreen';
import { ChatList } from './ChatList';
import { Conversation } from './Conversation';
import { Panel, panelOpen } from './panel/Panel';
import { Phone } from './Phone';
import { Sheets } from './sheets/Sheets';
import { Toasts } from './Toasts';

/** Chats on the left, the customer's phone in the middle, details and controls on the right. */
export function App() {
	return (
		<div
			class={`app ${activeChat.value ? 'app--chat' : ''} ${panelOpen.value ? 'app--panel' : ''}`}
		>
			<ChatList />
			<main class="stage" aria-label="Customer's phone">
				<Phone>
					{activeChat.value ? (
						<Conversation chat={activeChat.value} />
					) : (
						<p class="empty">
							{state.value
								? 'Choose a chat on the left.'
								: connection.value === 'live'
									? 'Reading the chats…'
									: 'Waiting for the sandbox…'}
						</p>
					)}
					<CallScreen />
					<Sheets />
					<Toasts />
				</Phone>
			</main>
			<Panel />
		</div>
	);
}
