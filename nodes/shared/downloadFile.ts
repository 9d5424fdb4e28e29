import { createHash } from 'crypto';
import type { IBinaryData, IWebhookFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import type { GraphApi } from '../../cloud-api/graph';
import { downloadMedia } from '../../cloud-api/media/file';
import { safeFileName } from '../../cloud-api/media/safeFileName';
import type { Json } from '../../cloud-api/webhooks/read';

/** A Node stream, as far as it is used here; shipped code may not import `stream`. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	map(change: (chunk: Uint8Array) => Uint8Array): ByteStream;
	destroy(): void;
}

/**
 * Downloads a file by its media ID and checks it against Meta's checksum.
 *
 * @param facts what the event says of the file: `mediaId`, `fileName`, `mimeType`, `sha256`
 * @throws InvalidInputError when the file is larger than `maxBytes` or damaged, what the Graph API
 * throws otherwise
 */
export async function downloadFile(
	context: IWebhookFunctions,
	graph: GraphApi,
	facts: Json,
	maxBytes: number,
	stop: AbortSignal,
): Promise<IBinaryData> {
	const file = await downloadMedia(graph, String(facts.mediaId));
	const stream = file.body as ByteStream;
	if (file.size > maxBytes) {
		stream.destroy();
		throw tooLarge(maxBytes);
	}
	stop.addEventListener('abort', () => stream.destroy());
	const hash = createHash('sha256');
	let size = 0;
	const checked = stream.map((chunk) => {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		hash.update(chunk);
		return chunk;
	});
	const mimeType = (file.mimeType || String(facts.mimeType ?? '')).split(';')[0];
	const binary = await context.helpers.prepareBinaryData(
		checked as unknown as Parameters<typeof context.helpers.prepareBinaryData>[0],
		safeFileName(facts.fileName) ?? file.fileName,
		mimeType,
	);
	const expected = [facts.sha256, file.sha256].filter(
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

function tooLarge(maxBytes: number): InvalidInputError {
	return new InvalidInputError(
		'maxFileSize',
		`The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MB, the limit of this trigger`,
		'Increase the option "Max File Size (MB)", or download it in the workflow with Media → Download.',
	);
}
