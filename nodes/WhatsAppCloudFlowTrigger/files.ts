import type { IBinaryKeyData, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import {
	decryptFlowFile,
	encryptedFiles,
	type EncryptedFlowFile,
} from '../../cloud-api/flows/endpoint/flowFile';
import { isTrustedUrl } from '../../cloud-api/hosts';
import { safeFileName } from '../../cloud-api/media/safeFileName';
import { readBytes } from '../../cloud-api/readStream';
import type { Json } from '../../cloud-api/webhooks/read';
import type { Credential } from '../shared/credential';
import { graphOf } from '../shared/graph';
import type { Settings } from './settings';

/** WhatsApp uploads up to 25 MiB per file. */
const MAX_BYTES = 26 * 1024 * 1024;

/**
 * The data of an exchange with its files as binary data: each entry of a picker becomes
 * `{ fileName, mediaId, binaryField }`, or `{ …, error }` when the file cannot be used. The keys of the files
 * are not part of the item.
 */
export async function withFiles(
	context: IWebhookFunctions,
	credential: Credential,
	data: Json,
	{ downloadFiles }: Settings,
): Promise<{ data: IDataObject; binary?: IBinaryKeyData }> {
	const files = encryptedFiles(data);
	if (files.length === 0) return { data: data as IDataObject };
	const binary: IBinaryKeyData = {};
	const facts = new Map<string, IDataObject>();
	await Promise.all(
		files.map(async (file) => {
			const { mediaId, fileName, field } = file;
			const binaryField = field.replace(/\[(\d+)\]$/, '_$1');
			const known: IDataObject = {
				...(fileName !== undefined && { fileName }),
				...(mediaId !== undefined && { mediaId }),
			};
			facts.set(field, known);
			if (!downloadFiles) return;
			try {
				const content = await contentOf(context, credential, file);
				binary[binaryField] = await context.helpers.prepareBinaryData(
					content,
					safeFileName(fileName),
				);
				known.binaryField = binaryField;
			} catch (error) {
				known.error = error instanceof Error ? error.message : String(error);
			}
		}),
	);
	const entries = Object.entries(data).map(([key, value]) => [
		key,
		Array.isArray(value)
			? (value as unknown[]).map((entry, index) => facts.get(`${key}[${index}]`) ?? entry)
			: (facts.get(key) ?? value),
	]);
	return { data: Object.fromEntries(entries) as IDataObject, binary };
}

async function contentOf(
	context: IWebhookFunctions,
	credential: Credential,
	{ url, metadata }: EncryptedFlowFile,
): Promise<Buffer> {
	// The address comes from a customer's phone.
	if (!isTrustedUrl(url, credential.baseUrl))
		throw new InvalidInputError(
			'file',
			'The file of the flow is not on a host of Meta',
			'Ask the customer to attach the file again.',
		);
	const { body } = await graphOf(context, credential).open(url, 'file');
	const bytes = await readBytes(body as AsyncIterable<Uint8Array>, MAX_BYTES);
	if (bytes.truncated)
		throw new InvalidInputError(
			'file',
			'The file of the flow is larger than 25 MB',
			'Set "max-file-size-kb" of the component to a lower value.',
		);
	return decryptFlowFile(bytes.content, metadata);
}
