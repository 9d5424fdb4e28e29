import { FileText, Plus, X } from 'lucide';
import type { FlowComponent } from '../../flows/play/flowJson';
import { Icon } from '../parts/Icon';
import { FieldNote, idsOf } from './FieldFrame';
import { textOf, useScreen, type PickedFile } from './fieldContext';

/** The bytes of a file as base64. */
async function read(file: File): Promise<PickedFile> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let text = '';
	for (let at = 0; at < bytes.length; at += 8192) {
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	}
	return {
		data: btoa(text),
		filename: file.name,
		mimeType: file.type || 'application/octet-stream',
		size: file.size,
	};
}

/** PhotoPicker and DocumentPicker */
export function Picker({ fieldKey, component }: { fieldKey: string; component: FlowComponent }) {
	const { valueOf, change, problemOf, busy } = useScreen();
	const value = valueOf(component.name ?? '');
	const files = (Array.isArray(value) ? value : []) as PickedFile[];
	const photos = component.type === 'PhotoPicker';
	const types = component['allowed-mime-types'];
	const accept = photos ? 'image/*' : Array.isArray(types) ? types.join(',') : undefined;
	const most = Number(component[photos ? 'max-uploaded-photos' : 'max-uploaded-documents'] ?? 30);
	const least = Number(component[photos ? 'min-uploaded-photos' : 'min-uploaded-documents'] ?? 0);
	const problem = problemOf(component);
	const ids = idsOf(fieldKey);
	const add = async (list: FileList | null) => {
		const added = await Promise.all([...(list ?? [])].map(read));
		change(component, [...files, ...added]);
	};
	return (
		<fieldset class="flow-group" aria-describedby={problem ? ids.hint : undefined}>
			<legend class="flow-label">
				{textOf(component, 'label')}
				{least === 0 && <span class="flow-optional"> (optional)</span>}
			</legend>
			{textOf(component, 'description') && <p class="hint">{textOf(component, 'description')}</p>}
			{files.map((file, at) => (
				<div class="flow-file" key={file.id ?? `${at}-${file.filename}`}>
					{photos && file.data ? (
						<img src={`data:${file.mimeType};base64,${file.data}`} alt="" />
					) : (
						<Icon icon={FileText} size={20} />
					)}
					<span>{file.filename}</span>
					<button
						type="button"
						class="round"
						aria-label={`Remove ${file.filename}`}
						disabled={busy}
						onClick={() =>
							change(
								component,
								files.filter((_, index) => index !== at),
							)
						}
					>
						<Icon icon={X} size={18} />
					</button>
				</div>
			))}
			{files.length < most && (
				<label class="plain flow-add">
					<Icon icon={Plus} size={16} /> {photos ? 'Add photos' : 'Add documents'}
					<input
						id={ids.input}
						type="file"
						accept={accept}
						multiple={most > 1}
						disabled={busy || component.enabled === false}
						onChange={(event) => {
							void add(event.currentTarget.files);
							event.currentTarget.value = '';
						}}
					/>
				</label>
			)}
			<FieldNote id={ids.hint} problem={problem} />
		</fieldset>
	);
}
