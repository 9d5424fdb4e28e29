import { CloudApiError, UnexpectedAnswerError } from '../errors/cloudApiError';
import { textOf } from '../answers';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { uploadFileName } from './fileName';

export interface UploadFile {
	name: string;
	/** MIME type: Meta takes application/pdf, image/jpeg, image/jpg, image/png and video/mp4. */
	type: string;
	bytes: Buffer;
}

/** Interruptions in a row without progress before the upload fails. */
const MAX_STALLS = 3;

/**
 * Uploads a template sample or a profile photo and returns its upload handle (`4::…`), which is not a
 * media ID. Resumes an interrupted upload (Meta: Resumable Upload API).
 *
 * Throws the error of the upload if Meta rejects it, or if it is interrupted three times without progress.
 */
export async function resumableUpload(
	graph: GraphApi,
	appId: string,
	file: UploadFile,
): Promise<string> {
	const app = graphId(appId, 'appId', 'The app ID');
	const { body } = await graph.request('POST', `${app}/uploads`, {
		query: {
			file_name: uploadFileName(file.name, file.type),
			file_length: file.bytes.length,
			file_type: file.type,
		},
	});
	const session = textOf((body as Json).id);
	if (!session) throw unexpected('no upload session');
	let offset = 0;
	for (let stalls = 0; ; ) {
		const sent = await attempt(async () => await sendFrom(graph, session, file.bytes, offset));
		if ('value' in sent) return sent.value;
		const reached = await attempt(async () => await offsetAt(graph, session));
		const progress = 'value' in reached && reached.value > offset;
		stalls = progress ? 0 : stalls + 1;
		if (stalls >= MAX_STALLS) throw sent.interruption;
		if ('value' in reached) offset = reached.value;
	}
}

async function sendFrom(
	graph: GraphApi,
	session: string,
	bytes: Buffer,
	offset: number,
): Promise<string> {
	const { body } = await graph.request('POST', session, {
		authentication: 'oauth',
		headers: { file_offset: String(offset), 'content-type': 'application/octet-stream' },
		body: bytes.subarray(offset),
	});
	const h = textOf((body as Json).h);
	if (!h) throw unexpected('no upload handle');
	return h;
}

type Outcome<T> = { value: T } | { interruption: CloudApiError };

/** Returns interruptions, which can be resumed; throws all other errors. */
async function attempt<T>(call: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { value: await call() };
	} catch (error) {
		if (error instanceof CloudApiError && error.retry === 'transient')
			return { interruption: error };
		return await Promise.reject(error);
	}
}

/** Returns the byte at which the upload resumes. */
async function offsetAt(graph: GraphApi, session: string): Promise<number> {
	const { body } = await graph.request('GET', session, { authentication: 'oauth' });
	const offset = Number((body as { file_offset?: unknown }).file_offset);
	if (!Number.isInteger(offset) || offset < 0) throw unexpected('no file offset');
	return offset;
}

function unexpected(what: string): UnexpectedAnswerError {
	return new UnexpectedAnswerError(
		`The response to the upload has ${what}`,
		'Run the workflow again. If the error persists, check the Base URL of the credential.',
		200,
		'',
	);
}
