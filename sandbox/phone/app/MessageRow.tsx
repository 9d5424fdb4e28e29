import { Forward, Info, Reply, SmilePlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { MessageView } from '../../control/types';
import { QUICK_REACTIONS } from '../format/emoji';
import { useActions } from '../messages/context';
import { Message } from '../messages/Message';
import { summary } from '../messages/summary';
import { Icon } from '../parts/Icon';
import { react, send } from '../state/acts';
import { forwardOf } from '../state/forward';
import { replyingTo, selectedId } from '../state/store';
import { showMessagePanel } from './panel/Panel';

function Reactions({ message }: { message: MessageView }) {
	if (message.reactions.length === 0) return null;
	return (
		<div class="reactions">
			{message.reactions.map(({ from, emoji }) =>
				from === 'customer' ? (
					<button
						type="button"
						key={from}
						title="Remove your reaction"
						aria-label={`Your reaction ${emoji}, remove it`}
						onClick={() => void react(message, emoji)}
					>
						{emoji}
					</button>
				) : (
					<span key={from} title="Reaction from the business">
						{emoji}
					</span>
				),
			)}
		</div>
	);
}

/** Why a message was not delivered, as in the status webhook. */
function Failure({ message }: { message: MessageView }) {
	const reason = message.statuses.flatMap(({ errors }) => errors ?? []).at(-1);
	if (message.status !== 'failed') return null;
	return (
		<button type="button" class="failure" onClick={() => showMessagePanel(message.id)}>
			Not delivered{reason && ` · ${reason.code} ${reason.title}`}
		</button>
	);
}

/** The actions of a message: react, reply, forward, details. */
function Tools({ message }: { message: MessageView }) {
	const [reacting, setReacting] = useState(false);
	const mine = message.reactions.find(({ from }) => from === 'customer')?.emoji;
	const forwarded = forwardOf(message, location.href);
	const reply = () => {
		replyingTo.value = message;
		document.getElementById('composer')?.focus();
	};
	return (
		<div class={`tools ${reacting ? 'tools--open' : ''}`}>
			{reacting ? (
				<div
					class="tools__emoji"
					role="group"
					aria-label="React"
					onKeyDown={(event) => event.key === 'Escape' && setReacting(false)}
				>
					{QUICK_REACTIONS.map((emoji) => (
						<button
							type="button"
							key={emoji}
							aria-label={`React with ${emoji}`}
							aria-pressed={mine === emoji}
							onClick={() => {
								setReacting(false);
								void react(message, emoji);
							}}
						>
							{emoji}
						</button>
					))}
				</div>
			) : (
				<>
					<button type="button" title="React" aria-label="React" onClick={() => setReacting(true)}>
						<Icon icon={SmilePlus} size={17} />
					</button>
					<button type="button" title="Reply" aria-label="Reply" onClick={reply}>
						<Icon icon={Reply} size={17} />
					</button>
					{forwarded && (
						<button
							type="button"
							title="Forward"
							aria-label="Forward"
							onClick={() => void send(forwarded)}
						>
							<Icon icon={Forward} size={17} />
						</button>
					)}
					<button
						type="button"
						title="Details"
						aria-label="Details"
						onClick={() => showMessagePanel(message.id)}
					>
						<Icon icon={Info} size={17} />
					</button>
				</>
			)}
		</div>
	);
}

interface MessageRowProps {
	message: MessageView;
	/** Written by the customer of this phone. */
	own: boolean;
	/** The previous message has the same author. */
	follows: boolean;
}

/** A message of the chat with its reactions and actions. */
export function MessageRow({ message, own, follows }: MessageRowProps) {
	const { nameOf } = useActions();
	const isSelected = selectedId.value === message.id;
	const classes = [
		'message',
		own ? 'message--incoming' : 'message--outgoing',
		follows && 'message--follows',
		isSelected && 'message--selected',
	];
	const select = (event: MouseEvent) => {
		const onControl = (event.target as Element).closest('button, a, audio, video');
		if (!onControl && !getSelection()?.toString()) selectedId.value = message.id;
	};
	return (
		<article
			id={`message-${message.id}`}
			class={classes.filter(Boolean).join(' ')}
			data-type={message.type}
			data-status={message.status}
			aria-label={`${nameOf(message)}: ${summary(message)}`}
		>
			{message.type === 'system' ? (
				<Message message={message} />
			) : (
				// Keyboard users have the Details button.
				<div class="message__box" onClick={select}>
					<Message message={message} />
					<Reactions message={message} />
					<Failure message={message} />
					<Tools message={message} />
				</div>
			)}
		</article>
	);
}
