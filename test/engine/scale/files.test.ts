import { randomBytes } from 'crypto';
import { BinaryDataService, Container } from '../../../engine/n8nCore';
import { withSandbox } from '../../support/withSandbox';

const MEGABYTE = 1024 * 1024;

const MODES = ['memory', 'filesystem', 'database', 's3'] as const;

describe.each(MODES)('a file that n8n keeps in %s', (binaryData) => {
	const stage = withSandbox({ engine: { binaryData } });

	const media = { resource: 'media' };
	const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3 * MEGABYTE + 1)]);

	async function item() {
		const binary = await Container.get(BinaryDataService).store(
			{ type: 'custom', pathSegments: ['test'] },
			file,
			{ data: '', mimeType: 'application/pdf', fileName: 'große Datei.pdf' },
		);
		return { json: {}, binary: { data: binary } };
	}

	it('is uploaded and downloaded unchanged', async () => {
		const up = await stage.engine.runNode('whatsAppCloud', { ...media, operation: 'upload' }, [
			await item(),
		]);
		expect(up.error).toBeUndefined();
		const [{ mediaId, size }] = up.json() as [{ mediaId: string; size: number }];
		expect(size).toBe(file.length);

		const down = await stage.engine.runNode('whatsAppCloud', {
			...media,
			operation: 'download',
			mediaId,
		});
		expect(down.error).toBeUndefined();
		const bytes = await down.binary(down.items()[0]);
		expect(bytes.equals(file)).toBe(true);
	});

	it('is uploaded again completely after a temporary error', async () => {
		await stage.control.addFault({ path: '*/media', times: 1, status: 503 });
		const up = await stage.engine.runNode('whatsAppCloud', { ...media, operation: 'upload' }, [
			await item(),
		]);
		expect(up.error).toBeUndefined();
		const uploads = (await stage.control.requests()).filter(({ path }) => path.endsWith('/media'));
		expect(uploads.slice(-2).map(({ status }) => status)).toEqual([503, 200]);
	});
});
