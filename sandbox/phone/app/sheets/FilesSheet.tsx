import { FileText } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import { Sheet } from '../../parts/Sheet';
import { sendFiles } from '../DropZone';
import { Field } from './Field';
import type { SheetProps } from './request';

function Thumbnail({ file }: { file: File }) {
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		if (!file.type.startsWith('image/')) return undefined;
		const made = URL.createObjectURL(file);
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [file]);
	return (
		<figure class="thumbnail">
			{url ? <img src={url} alt="" /> : <Icon icon={FileText} size={30} />}
			<figcaption dir="auto">{file.name}</figcaption>
		</figure>
	);
}

/** The files about to be sent, and a caption for the first one. */
export function FilesSheet({ request, onClose }: SheetProps<'files'>) {
	const [caption, setCaption] = useState('');
	const submit = async () => {
		onClose();
		await sendFiles(request.files, { as: request.as, caption: caption.trim() });
	};
	return (
		<Sheet
			title={request.files.length === 1 ? 'Send file' : `Send ${request.files.length} files`}
			onClose={onClose}
			tall
		>
			<div class="thumbnails">
				{request.files.map((file) => (
					<Thumbnail key={file.name} file={file} />
				))}
			</div>
			<Field label="Caption" value={caption} lines={2} onInput={setCaption} />
			<button type="button" class="primary" onClick={() => void submit()}>
				Send
			</button>
		</Sheet>
	);
}
