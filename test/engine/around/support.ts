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
