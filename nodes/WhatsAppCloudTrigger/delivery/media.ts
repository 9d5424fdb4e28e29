import { createHash } from 'crypto';
import type { IBinaryData, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../../cloud-api/graph';
import { downloadMedia } from '../../../cloud-api/media/file';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import type { Settings } from './settings';

/** Files downloaded in parallel: enough for speed, few enough for memory. */
const AT_ONCE = 4;

/** A Node stream, as far as it is used here; shipped code may not import `stream`. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	map(change: (chunk: Uint8Array) => Uint8Array): ByteStream;
	destroy(): void;
}

/**
 * Downloads the files of messages into the binary fields of their items within the download timeout.
 * When a file takes longer, is too large, or cannot be downloaded, `mediaError` contains the reason,
 * and the workflow can download it later by its media ID.
 */
export async function downloadFiles(
	context: IWebhookFunctions,
	graph: GraphApi,
	items: readonly INodeExecutionData[],
	{ maxBytes, seconds }: Settings['media'],
): Promise<void> {
	const waiting = items.filter(({ json }) => typeof json.mediaId === 'string');
	if (waiting.length === 0) return;
	const timeIsUp = AbortSignal.timeout(seconds * 1000);
	const worker = async () => {
		for (let item = waiting.shift(); item; item = waiting.shift()) {
			try {
				const binary = await withTimeout(
					timeIsUp,
					seconds,
					async () =>
						await downloadFile(context, graph, item.json as WhatsAppEvent, maxBytes, timeIsUp),
				);
				item.binary = { data: binary };
				item.json.fileName ??= binary.fileName;
			} catch (error) {
				item.json.mediaError = error instanceof Error ? error.message : String(error);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function downloadFile(
	context: IWebhookFunctions,
	graph: GraphApi,
	event: WhatsAppEvent,
	maxBytes: number,
	timeIsUp: AbortSignal,
): Promise<IBinaryData> {
	const file = await downloadMedia(graph, String(event.mediaId));
	const stream = file.body as ByteStream;
	if (file.size > maxBytes) {
		stream.destroy();
		throw tooLarge(maxBytes);
	}
	timeIsUp.addEventListener('abort', () => stream.destroy());
	const hash = createHash('sha256');
	let size = 0;
	const checked = stream.map((chunk) => {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		hash.update(chunk);
		return chunk;
	});
	const fileName = typeof event.fileName === 'string' ? event.fileName : file.fileName;
	const mimeType = (file.mimeType || String(event.mimeType ?? '')).split(';')[0];
	const binary = await context.helpers.prepareBinaryData(
		checked as unknown as Parameters<typeof context.helpers.prepareBinaryData>[0],
		fileName,
		mimeType,
	);
	const expected = [event.sha256, file.sha256].filter(
		(sum) => typeof sum === 'string' && sum !== '',
	);
	const digest = hash.digest();
	// Meta writes the checksum in hexadecimal in some places and in base64 in others.
	const sums = new Set([digest.toString('hex'), digest.toString('base64')]);
	if (expected.length > 0 && !expected.some((sum) => sums.has(String(sum)))) {
		throw new InvalidInputError(
			'mediaId',
			'The file is damaged: its checksum differs from the one that Meta sent',
			'Download it again with Media → Download.',
		);
	}
	return binary;
}

async function withTimeout<T>(
	timeIsUp: AbortSignal,
	seconds: number,
	work: () => Promise<T>,
): Promise<T> {
	const reason = new InvalidInputError(
		'downloadTimeout',
		`The file was not downloaded within ${seconds} seconds, and Meta does not wait longer for its answer`,
		'Download it in the workflow with Media → Download, or increase the option "Download Timeout (Seconds)".',
	);
	if (timeIsUp.aborted) throw reason;
	return await new Promise<T>((resolve, reject) => {
		timeIsUp.addEventListener('abort', () => reject(reason));
		work().then(resolve, reject);
	});
}

function tooLarge(maxBytes: number): InvalidInputError {
	return new InvalidInputError(
		'maxFileSize',
		`The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MB, the limit of this trigger`,
		'Increase the option "Max File Size (MB)", or download it in the workflow with Media → Download.',
	);
}
