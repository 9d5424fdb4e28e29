import { render } from 'preact';
import '@fontsource-variable/inter/wght.css';
import './styles/index.css';
import './styles/preview.css';
import { Message } from './messages/Message';
import { readPreview } from './preview/read';
import { toMessage } from './preview/toMessage';
import { startTheme } from './state/theme';

/** Draws one message, template or a list of them, for pictures in documents. See `preview/toMessage.ts` for what may stand in the address. */
function Preview() {
	try {
		const input = readPreview(location.hash);
		const messages = (Array.isArray(input) ? input : [input]).map((entry, at) => toMessage(entry, at));
		return (
			<div class="chat__list">
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
		return <p class="empty">Nothing to draw: give a message or template as base64 JSON after # in the address.</p>;
	}
}

startTheme();
const draw = () => render(<Preview />, document.getElementById('root')!);
addEventListener('hashchange', draw);
draw();
