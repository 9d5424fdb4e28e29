import { textOf } from '../answers';
import { UnexpectedAnswerError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { uploadFileName } from './fileName';
import { StreamedFile, type FileContent } from './streamedFile';

/** Days until an uploaded file expires (Meta: media). */
export const MEDIA_LIFETIME_DAYS = 30;

export interface Upload {
	content: FileContent;
	/** Bytes. */
	size: number;
	mimeType: string;
	/** Its extension is adapted to the type. */
	fileName?: string;
}

/**
 * Uploads a file for one sender as a stream.
 *
 * @returns the media ID, which expires after 30 days and works with this sender only
 */
export async function uploadMedia(
	graph: GraphApi,
	phoneNumberId: string,
	{ content, size, mimeType, fileName }: Upload,
): Promise<string> {
	const sender = graphId(phoneNumberId, 'sender', 'The phone number ID of the sender');
	const form = new FormData();
	form.append('messaging_product', 'whatsapp');
	form.append('type', mimeType);
	const name = uploadFileName(fileName ?? '', mimeType);
	form.append('file', new StreamedFile(content, size, name, mimeType));
	const answer = await graph.post(`${sender}/media`, form, {
		timeout: UPLOAD_TIMEOUT_MS,
		idempotent: true,
	});
	const id = textOf(answer.id);
	if (id !== undefined) return id;
	throw new UnexpectedAnswerError(
		'The answer to the upload contains no media ID',
		'Nothing was sent. Try again. If that does not help, check the Base URL of the credential.',
		200,
		'',
	);
}

/** 100 MB at a slow 3 Mbit/s. */
const UPLOAD_TIMEOUT_MS = 300_000;
