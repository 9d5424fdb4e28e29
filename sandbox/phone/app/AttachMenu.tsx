import { Contact, FileText, Image, MapPin, Mic, Sticker } from 'lucide';
import type { IconNode } from 'lucide';
import { signal } from '@preact/signals';
import { Icon } from '../parts/Icon';
import { chooseFiles } from './DropZone';

/** The open form of the attach menu. */
export const composing = signal<'location' | 'contact' | null>(null);

interface FileChoice {
	label: string;
	icon: IconNode;
	accept?: string;
	as?: 'document';
}
const FILES: FileChoice[] = [
	{ label: 'Photo or video', icon: Image, accept: 'image/jpeg,image/png,video/mp4,video/3gpp' },
	{ label: 'Document', icon: FileText, as: 'document' },
	{ label: 'Voice or audio', icon: Mic, accept: 'audio/*' },
	{ label: 'Sticker', icon: Sticker, accept: 'image/webp' },
];

/** The menu of everything that can be sent besides text. */
export function AttachMenu({ onDone }: { onDone: () => void }) {
	const pick = ({ accept, as }: FileChoice) => {
		const input = document.createElement('input');
		input.type = 'file';
		input.multiple = true;
		if (accept) input.accept = accept;
		input.onchange = () => chooseFiles(input.files ?? [], as);
		input.click();
		onDone();
	};
	const open = (form: 'location' | 'contact') => {
		composing.value = form;
		onDone();
	};
	return (
		<div class="attach" role="menu" aria-label="Attach">
			{FILES.map((choice) => (
				<button type="button" role="menuitem" key={choice.label} onClick={() => pick(choice)}>
					<Icon icon={choice.icon} /> {choice.label}
				</button>
			))}
			<button type="button" role="menuitem" onClick={() => open('location')}>
				<Icon icon={MapPin} /> Location
			</button>
			<button type="button" role="menuitem" onClick={() => open('contact')}>
				<Icon icon={Contact} /> Contact
			</button>
		</div>
	);
}
