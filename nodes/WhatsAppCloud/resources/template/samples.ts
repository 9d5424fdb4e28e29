import { createHash } from 'crypto';
import { inspectToken } from '../../../../cloud-api/accounts/tokens';
import { resumableUpload } from '../../../../cloud-api/media/resumableUpload';
import { headerHandles } from '../../../../cloud-api/templates/definition/samples';
import { checkSampleFile } from '../../../../cloud-api/templates/definition/sampleFiles';
import { kind, type TemplateComponent } from '../../../../cloud-api/templates/template';
import { requireFromCredential } from '../../../shared/credential';
import type { Call } from '../../runtime/operation';

/**
 * Components whose headers name a binary field as their sample, with the file uploaded and its handle in
 * place. Handles of Meta (`4::aW…`) stay as they are.
 */
export async function withSamples(
	call: Call,
	components: readonly TemplateComponent[],
): Promise<TemplateComponent[]> {
	const done: TemplateComponent[] = [];
	for (const component of components) {
		const [sample] = headerHandles(component);
		const handle =
			sample !== undefined && !sample.includes(':')
				? await handleOf(call, sample, kind(component.format))
				: undefined;
		const cards = [];
		for (const card of component.cards ?? [])
			cards.push({ ...card, components: await withSamples(call, card.components) });
		done.push({
			...component,
			...(handle && { example: { header_handle: [handle] } }),
			...(component.cards && { cards }),
		});
	}
	return done;
}

/** Uploads the same file once per execution. */
async function handleOf(call: Call, binaryField: string, format: string): Promise<string> {
	const file = call.files.input(binaryField, 'headerBinary');
	const bytes = await file.read();
	const name = file.fileName ?? binaryField;
	checkSampleFile(format, { type: file.mimeType, bytes: bytes.length, name }, 'headerBinary');
	const digest = createHash('sha256').update(bytes).digest('hex');
	return await call.once(`sample ${file.mimeType} ${digest}`, async () =>
		resumableUpload(call.graph, await appId(call), { name, type: file.mimeType, bytes }),
	);
}

/** The app that uploads: the credential's, else the one that the token belongs to. */
async function appId({ credential, graph, once }: Call): Promise<string> {
	if (credential.appId) return credential.appId;
	const { appId: own } = await once('app of the token', async () =>
		inspectToken(graph, credential.accessToken, false),
	);
	return own ?? requireFromCredential(credential, 'appId', 'for uploading a sample file');
}
