import { createHash } from 'crypto';
import type { MediaType } from '../../../cloud-api/media/mediaTypes';
import {
	planMedia,
	type FileFacts,
	type Plan,
	type PlanOptions,
} from '../../../cloud-api/media/plan';
import { HEAD_LENGTH, TAIL_LENGTH } from '../../../cloud-api/media/sniff';
import { uploadMedia } from '../../../cloud-api/media/upload';
import type { InputFile } from './files';
import type { Call } from './operation';

/** Reads what `planMedia` and `judgeFile` need of a file. */
export async function factsOf(file: InputFile, fileName?: string): Promise<FileFacts> {
	const head = await file.head(HEAD_LENGTH);
	return {
		source: 'upload',
		declaredType: file.mimeType,
		fileName: file.fileName ?? fileName,
		size: await file.size(),
		head,
		...(isArchive(head) && { tail: await file.tail(TAIL_LENGTH) }),
	};
}

/** Judges a file, once per execution. */
export async function planFile(
	{ once }: Call,
	file: InputFile,
	mediaType: MediaType | 'auto',
	options: PlanOptions,
	fileName?: string,
): Promise<Plan> {
	const { ifRejected, voice } = options;
	return await once(
		JSON.stringify(['plan', file.key, mediaType, ifRejected, voice, fileName]),
		async () => planMedia(mediaType, await factsOf(file, fileName), options),
	);
}

/** Uploads a file, the same content once per execution, sender, and type, and returns its media ID. */
export async function uploadFile(call: Call, file: InputFile, mimeType: string): Promise<string> {
	const { once, graph, param } = call;
	const sender = param.sender();
	const digest = await once(`digest ${file.key}`, async () => await digestOf(file));
	return await once(`upload ${sender} ${mimeType} ${digest}`, async () =>
		uploadMedia(graph, sender, {
			content: file.content,
			size: await file.size(),
			mimeType,
			fileName: file.fileName,
		}),
	);
}

/** ZIP archives and old Office files, whose type is also listed at their end. */
function isArchive(head: Uint8Array): boolean {
	return (head[0] === 0x50 && head[1] === 0x4b) || (head[0] === 0xd0 && head[1] === 0xcf);
}

async function digestOf(file: InputFile): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of file.content()) hash.update(piece);
	return hash.digest('hex');
}
