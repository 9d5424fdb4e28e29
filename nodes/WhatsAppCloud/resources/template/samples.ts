import { createHash } from 'crypto';
import { inspectToken } from '../../../../cloud-api/accounts/tokens';
import { resumableUpload } from '../../../../cloud-api/media/resumableUpload';
import { checkSampleFile } from '../../../../cloud-api/templates/definition/sampleFiles';
import { requireFromCredential } from '../../../shared/credential';
import type { Call } from '../../runtime/operation';

/** Returns a function that uploads the sample in a binary field of the item, the same file once per execution. */
export function sampleUploader(
	call: Call,
): (binaryField: string, format: string) => Promise<string> {
	return async (binaryField, format) => await uploadSample(call, binaryField, format);
}

async function uploadSample(call: Call, binaryField: string, format: string): Promise<string> {
	const file = call.files.input(binaryField, 'headerBinary');
	const bytes = await file.read();
	const name = file.fileName ?? binaryField;
	checkSampleFile(format, { type: file.mimeType, bytes: bytes.length, name }, 'headerBinary');
	const digest = createHash('sha256').update(bytes).digest('hex');
	return await call.once(`sample ${file.mimeType} ${digest}`, async () =>
		resumableUpload(call.graph, await appId(call), { name, type: file.mimeType, bytes }),
	);
}

/** Returns the app ID of the credential, or of the token. */
async function appId({ credential, graph, once }: Call): Promise<string> {
	if (credential.appId) return credential.appId;
	const { appId: own } = await once('app of the token', async () =>
		inspectToken(graph, credential.accessToken, false),
	);
	return own ?? requireFromCredential(credential, 'appId', 'for uploading a sample file');
}
