import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';
import { GIF } from './files';

const stage = withSandbox({ engine: { binaryData: 'filesystem' } });

// respond.io, Make: a file that WhatsApp does not allow arrives as a link.
it('sends a file that WhatsApp does not allow as a signed link of n8n', async () => {
	const result = await stage.engine.runNode('whatsAppCloud', {
		resource: 'message',
		operation: 'sendMedia',
		recipient: ANA,
		mediaSource: 'base64',
		mediaData: `data:image/gif;base64,${GIF}`,
		caption: 'Party',
		options: { ifRejected: 'link', linkExpiresAfter: 2 },
	});
	expect(result.error).toBeUndefined();
	expect(result.json()[0]).toMatchObject({
		mediaType: 'link',
		mediaTypeReason: expect.stringContaining('image/gif'),
	});
	const requests = (await stage.control.requests()).filter(({ path }) =>
		/\/(messages|media)$/.test(path),
	);
	expect(requests).toHaveLength(1);
	const { text } = requests[0].body as { text: { body: string; preview_url: boolean } };
	expect(text.preview_url).toBe(true);
	const [caption, link] = text.body.split('\n');
	expect(caption).toBe('Party');
	const [, , token] =
		/^http.*\/rest\/binary-data\/signed\?token=(([\w-]+)\.([\w-]+)\.[\w-]+)$/.exec(link) ?? [];
	expect(token).toBeDefined();
	const payload = /token=[\w-]+\.([\w-]+)\./.exec(link)?.[1] ?? '';
	const { exp, iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
		exp: number;
		iat: number;
	};
	expect(exp - iat).toBe(2 * 60 * 60);
});
