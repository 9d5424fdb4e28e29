import { Mic, Paperclip, SendHorizontal, Smile, Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EMOJI } from '../format/emoji';
import { Icon } from '../parts/Icon';
import { send } from '../state/acts';
import type { Chat } from '../state/chats';
import { customerOf, replyingTo } from '../state/store';
import { AttachMenu } from './AttachMenu';
import { chooseFiles, sendFiles } from './DropZone';
import { ReplyingTo } from './ReplyingTo';
import { Speaker } from './Speaker';
import { useRecorder } from './recorder';

type Tray = 'emoji' | 'attach' | null;

/** Minutes and seconds, such as 1:05. */
const timeOf = (seconds: number) =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function useDraft() {
	const [text, setText] = useState('');
	const area = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (!area.current) return;
		area.current.style.height = 'auto';
		area.current.style.height = `${Math.min(area.current.scrollHeight, 120)}px`;
	}, [text]);
	const insert = (piece: string) => {
		const { selectionStart: start = text.length, selectionEnd: end = text.length } =
			area.current ?? {};
		setText(text.slice(0, start) + piece + text.slice(end));
	};
	return { text, setText, area, insert };
}

/** The composer: write, attach, record. Enter sends, Shift+Enter adds a line. */
export function Composer({ chat }: { chat: Chat }) {
	const { text, setText, area, insert } = useDraft();
	const [tray, setTray] = useState<Tray>(null);
	const recorder = useRecorder((file) => void sendFiles([file], { as: 'voice' }));
	const blocked = customerOf(chat.customer.waId)?.blockedBusiness;

	const submit = async () => {
		const body = text.trim();
		if (!body) return;
		setText('');
		setTray(null);
		// Restore text that could not be sent, unless the user has typed something new.
		if (!(await send({ type: 'text', text: body }))) setText((current) => current || body);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Escape') {
			setTray(null);
			replyingTo.value = null;
		}
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		void submit();
	};
	const toggle = (which: Tray) => setTray(tray === which ? null : which);

	return (
		<footer class="composer">
			{blocked && (
				<p class="composer__note">This customer has blocked the business. Messages stay “sent”.</p>
			)}
			<Speaker chat={chat} />
			<ReplyingTo />
			{tray === 'attach' && <AttachMenu onDone={() => setTray(null)} />}
			{tray === 'emoji' && (
				<div class="emoji-tray" role="group" aria-label="Emoji">
					{EMOJI.map((emoji) => (
						<button type="button" key={emoji} aria-label={emoji} onClick={() => insert(emoji)}>
							{emoji}
						</button>
					))}
				</div>
			)}
			<div class="composer__line">
				<div class="composer__field">
					<button
						type="button"
						class="round"
						aria-label="Emoji"
						aria-expanded={tray === 'emoji'}
						onClick={() => toggle('emoji')}
					>
						<Icon icon={Smile} />
					</button>
					<textarea
						id="composer"
						ref={area}
						rows={1}
						value={text}
						maxLength={65536}
						dir="auto"
						placeholder={recorder.recording ? `Recording ${timeOf(recorder.seconds)}` : 'Message'}
						aria-label={`Message from ${chat.customer.name}`}
						onInput={(event) => setText(event.currentTarget.value)}
						onKeyDown={onKeyDown}
						onPaste={(event) => {
							const files = [...(event.clipboardData?.files ?? [])];
							if (files.length === 0) return;
							event.preventDefault();
							chooseFiles(files);
						}}
					/>
					<button
						type="button"
						class="round"
						aria-label="Attach"
						aria-expanded={tray === 'attach'}
						onClick={() => toggle('attach')}
					>
						<Icon icon={Paperclip} />
					</button>
				</div>
				{recorder.recording && (
					<button
						type="button"
						class="round"
						aria-label="Discard the recording"
						title="Discard the recording"
						onClick={recorder.cancel}
					>
						<Icon icon={Trash2} />
					</button>
				)}
				{(text.trim() && !recorder.recording) || !recorder.supported ? (
					<button
						type="button"
						class="round composer__send"
						aria-label="Send"
						disabled={!text.trim()}
						onClick={() => void submit()}
					>
						<Icon icon={SendHorizontal} />
					</button>
				) : (
					<button
						type="button"
						class={`round composer__send ${recorder.recording ? 'composer__send--live' : ''}`}
						aria-label={recorder.recording ? 'Stop and send' : 'Record a voice message'}
						onClick={recorder.toggle}
					>
						<Icon icon={recorder.recording ? SendHorizontal : Mic} />
					</button>
				)}
			</div>
		</footer>
	);
}
