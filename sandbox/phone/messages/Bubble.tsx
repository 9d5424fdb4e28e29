import { Ban, Forward, Pencil, Pin } from 'lucide';
import type { ComponentChildren } from 'preact';
import { clock } from '../parts/time';
import { Icon } from '../parts/Icon';
import { Ticks } from '../parts/Ticks';
import { useActions, useMessage } from './context';
import { Quote } from './Quote';

/** Time and ticks of a bubble. */
function Meta() {
	const { timestamp, status, statuses, edited, pinned } = useMessage();
	const reason = statuses.flatMap(({ errors }) => errors ?? []).at(-1)?.title;
	return (
		<span class="meta">
			{pinned && <Icon icon={Pin} size={11} label="Pinned" />}
			{edited && (
				<span class="meta__edited">
					<Icon icon={Pencil} size={11} /> edited
				</span>
			)}
			<time dateTime={new Date(timestamp).toISOString()}>{clock(timestamp)}</time>
			<Ticks status={status} reason={status === 'failed' ? reason : undefined} />
		</span>
	);
}

interface BubbleProps {
	children: ComponentChildren;
	/** Buttons under the text. */
	rows?: ComponentChildren;
	/** Without a background: stickers, large emoji. */
	bare?: boolean;
	/** With the width of media and buttons. */
	wide?: boolean;
	/** Time and ticks overlay the image at the end of the bubble. */
	metaOnPicture?: boolean;
}

/** The bubble around the content of a message. */
export function Bubble({ children, rows, bare, wide, metaOnPicture }: BubbleProps) {
	const message = useMessage();
	const sender = useActions().senderOf(message);
	const classes = [
		'bubble',
		bare && 'bubble--bare',
		(wide || rows) && 'bubble--wide',
		metaOnPicture && 'bubble--picture',
	];
	return (
		<div class={classes.filter(Boolean).join(' ')}>
			<div class="bubble__main">
				{sender && <p class="bubble__sender">{sender}</p>}
				{message.forwarded && (
					<p class="bubble__flag">
						<Icon icon={Forward} size={13} /> Forwarded
					</p>
				)}
				{message.replyTo && <Quote id={message.replyTo} />}
				{message.revoked ? (
					<p class="bubble__revoked">
						<Icon icon={Ban} size={14} /> This message was deleted
					</p>
				) : (
					children
				)}
				<Meta />
			</div>
			{!message.revoked && rows}
		</div>
	);
}
