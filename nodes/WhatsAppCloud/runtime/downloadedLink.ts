import type { IBinaryData } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { cleanFileName } from '../../../cloud-api/media/fileName';
import { bareType, MEDIA_RULES, typeOfName } from '../../../cloud-api/media/mediaTypes';
import { openLink } from '../../../cloud-api/media/link';
import type { InputFile, OutputContent } from './files';
import type { Call } from './operation';

/** No file of a message may be larger. */
const MAX_BYTES = MEDIA_RULES.document.maxBytes;

/**
 * Downloads a public file with n8n's HTTP helper, which applies n8n's proxy settings and network rules, and
 * stores it as binary data of n8n, once per execution.
 *
 * @throws InvalidInputError for the parameter `field` if the link cannot be opened or is larger than 100 MB
 */
export async function downloadLink(call: Call, link: string, field: string): Promise<InputFile> {
	const binary = await call.once(`download ${link}`, async () => await download(call, link, field));
	return call.files.fromBinary(binary, `download ${link}`);
}

async function download({ graph, files }: Call, link: string, field: string): Promise<IBinaryData> {
	const { stream, size, declaredType, fileName } = await openLink(graph, link, field);
	if (size !== undefined && size > MAX_BYTES) {
		stream.destroy();
		throw tooLarge(field);
	}
	if (bareType(declaredType ?? '') === 'text/html' && typeOfName(fileName) !== 'text/html') {
		stream.destroy();
		throw new InvalidInputError(
			field,
			'The link opens a web page, not a file',
			'Nothing was sent. Use the direct download link of the file.',
		);
	}
	let read = 0;
	const limited = stream.map((chunk) => {
		read += chunk.length;
		if (read > MAX_BYTES) throw tooLarge(field);
		return chunk;
	});
	return await files.output(
		limited as unknown as OutputContent,
		cleanFileName(fileName) || 'file',
		bareType(declaredType ?? '') || 'application/octet-stream',
	);
}

function tooLarge(field: string): InvalidInputError {
	return new InvalidInputError(
		field,
		`The file of the link is larger than ${MAX_BYTES / 1024 / 1024} MB, the limit of WhatsApp`,
		'Nothing was sent. Make the file smaller, or send its link in a text message.',
	);
}
