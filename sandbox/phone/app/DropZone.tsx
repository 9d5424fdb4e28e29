import { Upload } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { act, send } from '../state/acts';
import { fileMessage } from '../state/files';

/** Sends files, one message each, in order. */
export function sendFiles(files: Iterable<File>, as?: 'document' | 'voice') {
	return act(async () => {
		for (const file of files) await send(await fileMessage(file, { as }));
	});
}

/** Sends files that are dropped on the chat. */
export function DropZone({ children }: { children: ComponentChildren }) {
	const [over, setOver] = useState(false);
	const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
	return (
		<div
			class="drop-zone"
			onDragOver={(event) => {
				if (!hasFiles(event)) return;
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				void sendFiles(event.dataTransfer?.files ?? []);
			}}
		>
			{children}
			{over && (
				<p class="drop-zone__hint" onDragLeave={() => setOver(false)}>
					<Icon icon={Upload} size={30} /> Drop to send
				</p>
			)}
		</div>
	);
}
