import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../../cloud-api/graph';
import { isRecord, type Json } from '../../../cloud-api/webhooks/read';
import { downloadFile } from '../../shared/downloadFile';
import type { Settings } from './settings';

/** Files downloaded in parallel: enough for speed, few enough for memory. */
const AT_ONCE = 4;

/** A file that an item names, and the binary field it goes to. */
interface NamedFile {
	item: INodeExecutionData;
	/** Where the item describes the file: `mediaId`, `fileName`, `mimeType`, `sha256`. */
	facts: Json;
	binaryField: string;
}

/**
 * Downloads the files that items name (of messages, history, echoes, call recordings and transcripts,
 * flow answers) into their binary fields within the download timeout. When a file takes longer, is too
 * large, or cannot be downloaded, `mediaError` contains the reason, and the workflow can download it
 * later by its media ID.
 */
export async function downloadFiles(
	context: IWebhookFunctions,
	openGraph: () => Promise<GraphApi>,
	items: readonly INodeExecutionData[],
	{ maxBytes, seconds }: Settings['media'],
): Promise<void> {
	const waiting = items.flatMap(filesOf);
	if (waiting.length === 0) return;
	const opening = openGraph();
	const timeIsUp = AbortSignal.timeout(seconds * 1000);
	const worker = async () => {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			const { item, facts, binaryField } = file;
			try {
				const binary = await withTimeout(
					timeIsUp,
					seconds,
					async () => await downloadFile(context, await opening, facts, maxBytes, timeIsUp),
				);
				item.binary = { ...item.binary, [binaryField]: binary };
				facts.fileName ??= binary.fileName;
				if (facts !== item.json) facts.binaryField = binaryField;
			} catch (error) {
				facts.mediaError = error instanceof Error ? error.message : String(error);
				item.json.mediaError ??= facts.mediaError as string;
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The file of a message goes to `data`; those of a flow answer to `data`, `data_1`, `data_2`, … */
function filesOf(item: INodeExecutionData): NamedFile[] {
	const { json } = item;
	if (typeof json.mediaId === 'string') return [{ item, facts: json, binaryField: 'data' }];
	if (!Array.isArray(json.flowFiles)) return [];
	// A copy: what is added to a file must not show in the event that others may hold.
	const files = (json.flowFiles as unknown[]).filter(isRecord).map((file) => ({ ...file }));
	json.flowFiles = files as typeof json.flowFiles;
	return files.map((facts, index) => ({
		item,
		facts,
		binaryField: index === 0 ? 'data' : `data_${index}`,
	}));
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
