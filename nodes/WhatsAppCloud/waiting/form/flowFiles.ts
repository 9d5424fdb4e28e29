import type { IBinaryKeyData, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { GraphApi, Json } from '../../../../cloud-api/graph';
import { isRecord } from '../../../../cloud-api/values/reading';
import { downloadFile } from '../../../shared/downloadFile';

/** Meta waits a few seconds for the answer to its delivery. */
const SECONDS = 5;
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Downloads the files of a flow's answer into binary fields and describes them in the answer. A file that
 * is too large or takes too long keeps its media ID, with the reason in `mediaError`.
 */
export async function downloadFlowFiles(
	context: IWebhookFunctions,
	graph: GraphApi,
	response: Json,
): Promise<{ response: Json; binary: IBinaryKeyData }> {
	const binary: IBinaryKeyData = {};
	const stop = AbortSignal.timeout(SECONDS * 1000);
	const changed: Json = { ...response };
	for (const [name, value] of Object.entries(response)) {
		if (!Array.isArray(value) || value.length === 0 || !value.every(isFile)) continue;
		changed[name] = await Promise.all(
			value.map(async (file) => {
				const facts: IDataObject = {
					mediaId: String(file.id),
					fileName: file.file_name as string | undefined,
					mimeType: file.mime_type as string | undefined,
				};
				try {
					const download = downloadFile(
						context,
						graph,
						{ ...facts, sha256: file.sha256 },
						MAX_BYTES,
						stop,
					);
					const stored = await Promise.race([download, timeIsUp(stop)]);
					const count = Object.keys(binary).length;
					const binaryField = count === 0 ? 'data' : `data_${count}`;
					binary[binaryField] = stored;
					return { ...facts, binaryField };
				} catch (error) {
					return { ...facts, mediaError: error instanceof Error ? error.message : String(error) };
				}
			}),
		);
	}
	return { response: changed, binary };
}

function isFile(value: unknown): value is Record<string, unknown> {
	return (
		isRecord(value) && value.id !== undefined && ('file_name' in value || 'mime_type' in value)
	);
}

async function timeIsUp(stop: AbortSignal): Promise<never> {
	return await new Promise((_, reject) => {
		const end = () =>
			reject(
				new Error(
					`The file was not downloaded within ${SECONDS} seconds. Download it with Media → Download.`,
				),
			);
		if (stop.aborted) end();
		stop.addEventListener('abort', end, { once: true });
	});
}
