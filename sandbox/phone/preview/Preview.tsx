import { Message } from '../messages/Message';
import { readPreview } from './read';
import { toMessage } from './toMessage';

/** Renders messages or templates on the chat background, for pictures in documents. */
export function Preview({ hash }: { hash: string }) {
	try {
		const input = readPreview(hash);
		const messages = (Array.isArray(input) ? input : [input]).map((entry, at) =>
			toMessage(entry, at),
		);
		const columns = Number(new URLSearchParams(location.search).get('columns') ?? 1);
		return (
			<div
				class={`preview ${columns > 1 ? 'preview--columns' : 'chat__list'}`}
				style={{ columnCount: columns }}
			>
				{messages.map((message) => (
					<article class={`message message--${message.direction}`} key={message.id}>
						<div class="message__box">
							<Message message={message} />
						</div>
					</article>
				))}
			</div>
		);
	} catch {
		return (
			<p class="empty">
				Nothing to draw: #preview= must be followed by a message or template as base64 JSON.
			</p>
		);
	}
}
