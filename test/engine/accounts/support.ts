/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { deflateSync } from 'zlib';
import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import { schemaDifferences } from '../../support/outputSchema';
import { printed } from '../../support/printed';
import type { Stage } from '../../support/withSandbox';

/** Runs one operation on one item, and makes sure that no secret shows and that its output fits the output schema. */
export async function run(
	{ engine }: Stage,
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	binary?: IBinaryKeyData,
) {
	const { value: result, text: log } = await printed(
		async () =>
			await engine.runNode('whatsAppCloud', { resource, operation, ...parameters }, [
				{ json: {}, ...(binary && { binary }) },
			]),
	);
	const { message, description, context } = result.error ?? {};
	const shown = JSON.stringify([result.error ? [] : result.json(), message, description, context]);
	for (const secret of secrets(parameters, await engine.credentials.get('whatsAppCloudApi'))) {
		expect(shown).not.toContain(secret);
		expect(log).not.toContain(secret);
	}
	if (!result.error) {
		// The editor is shown what "Simplify" leaves, which is the default; `raw` is Meta's own.
		const differences = result
			.json()
			.flatMap((item) => schemaDifferences(resource, operation, { ...item, raw: undefined }))
			.filter((difference) => !difference.includes('"additionalProperty":"raw"'));
		expect(differences).toEqual([]);
	}
	return result;
}

/** What must not show in any output or error: the credential's secrets and a PIN that was given. */
function secrets(parameters: INodeParameters, credential: IDataObject): string[] {
	const { registerPin } = (parameters.fix ?? {}) as IDataObject;
	return [
		credential.accessToken,
		credential.appSecret,
		credential.previousAppSecret,
		parameters.pin,
		registerPin,
	]
		.map((value) => String(value ?? ''))
		.filter((value) => value.length >= 6);
}

/** Its output; fails the test with the node's own words when it did not work. */
export async function output(
	stage: Stage,
	resource: string,
	operation: string,
	parameters?: INodeParameters,
	binary?: IBinaryKeyData,
): Promise<IDataObject[]> {
	const result = await run(stage, resource, operation, parameters, binary);
	if (result.error) throw new Error(`${result.error.message}\n${result.error.description ?? ''}`);
	return result.json();
}

/** A black PNG of the given size. */
export function png(width: number, height: number): IBinaryKeyData[string] {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	const chunk = (type: string, data: Buffer) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		return Buffer.concat([length, Buffer.from(type, 'ascii'), data, Buffer.alloc(4)]);
	};
	const content = Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
		chunk('IEND', Buffer.alloc(0)),
	]);
	return { data: content.toString('base64'), mimeType: 'image/png', fileName: 'photo.png' };
}
