import type { IBinaryKeyData } from 'n8n-workflow';
import type { Stage } from '../../support/withSandbox';

/** Runs something with another access token in the credential. */
export async function withToken(
	{ engine }: Stage,
	accessToken: string,
	act: () => Promise<void>,
): Promise<void> {
	const before = await engine.credentials.get('whatsAppCloudApi');
	await engine.credentials.set('whatsAppCloudApi', { ...before, accessToken });
	try {
		await act();
	} finally {
		await engine.credentials.set('whatsAppCloudApi', before);
	}
}

/** A JPEG of the given size in pixels, as far as readers of its size look. */
export function jpeg(width: number, height: number): IBinaryKeyData[string] {
	const sizes = Buffer.alloc(4);
	sizes.writeUInt16BE(height, 0);
	sizes.writeUInt16BE(width, 2);
	const content = Buffer.concat([
		Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
		Buffer.from('ffc0001108', 'hex'),
		sizes,
		Buffer.from('03012200021101031101', 'hex'),
		Buffer.from('ffd9', 'hex'),
	]);
	return { data: content.toString('base64'), mimeType: 'image/jpeg', fileName: 'photo.jpg' };
}
