import { Upload } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { act, send } from '../state/acts';
import { fileMessage, mediaTypeOf } from '../state/files';
import { sheet } from '../state/store';

/** Sends files, one message each, in order. The caption belongs to the first one. */
export function sendFiles(
	files: Iterable<File>,
	{ as, caption }: { as?: 'document' | 'voice'; caption?: string } = {},
) {
	return act(async () => {
		for (const [index, file] of [...files].entries()) {
			await send(await fileMessage(file, { as, caption: index === 0 ? caption : undefined }));
		}
	});
}

/** Asks for a caption before files are sent. Audio and stickers have none and are sent at once. */
export function chooseFiles(files: Iterable<File>, as?: 'document') {
	const list = [...files];
	const captioned = list.some(
		({ type }) => as === 'document' || !['audio', 'sticker'].includes(mediaTypeOf(type)),
	);
	if (captioned) sheet.value = { kind: 'files', files: list, ...(as ? { as } : {}) };
	else void sendFiles(list);
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
				chooseFiles(event.dataTransfer?.files ?? []);
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
