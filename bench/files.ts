/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createHash, randomFillSync } from 'node:crypto';
import { createEngine, type Engine, type RunResult } from '../engine';
import { BinaryDataService, Container } from '../engine/n8nCore';
import { measure, round, type Figures } from './figures';
import { OtherSide } from './otherSide';

const MEGABYTE = 1024 * 1024;

/** Run by main.ts in a separate process, so that nothing else uses its memory. */
async function main(): Promise<void> {
	const megabytes = Number(process.argv[2]);
	const side = await OtherSide.start(0);
	const engine = await createEngine({
		binaryData: 'filesystem',
		credentials: { whatsAppCloudApi: side.credential(side.control.url) },
	});
	await upload(engine, 1);
	await assertWhole(await download(engine, await upload(engine, 1)));

	global.gc?.();
	const before = process.memoryUsage().rss;
	const stored = await store(megabytes);
	let mediaId = '';
	const up = await growth(before, async () => {
		mediaId = await uploadStored(engine, stored);
	});
	let downloaded: RunResult | undefined;
	const down = await growth(before, async () => {
		downloaded = await download(engine, mediaId);
	});
	if (downloaded) await assertWhole(downloaded);
	const figures: Figures['files'] = {
		megabytes,
		uploadGrowth: round(up.megabytes),
		uploadRatio: round(up.megabytes / megabytes),
		uploadSeconds: round(up.seconds),
		downloadGrowth: round(down.megabytes),
		downloadSeconds: round(down.seconds),
	};
	process.send?.(figures);
	await engine.close();
	side.close();
	process.disconnect();
}

/** Returns the peak memory of the process above its baseline, in MB. */
async function growth(before: number, work: () => Promise<void>) {
	global.gc?.();
	let most = before;
	const look = setInterval(() => {
		most = Math.max(most, process.memoryUsage().rss);
	}, 10);
	const { seconds } = await measure(work);
	clearInterval(look);
	return { seconds, megabytes: (most - before) / MEGABYTE };
}

/** Writes the file in chunks, so that creating it doesn't count. */
async function store(megabytes: number) {
	const piece = Buffer.alloc(MEGABYTE);
	async function* content() {
		const start = '%PDF-1.7\n';
		for (let i = 0; i < megabytes; i++) {
			randomFillSync(piece);
			if (i === 0) piece.write(start);
			yield Buffer.from(piece);
		}
	}
	const { Readable } = await import('node:stream');
	return await Container.get(BinaryDataService).store(
		{ type: 'custom', pathSegments: ['bench'] },
		Readable.from(content()),
		{ data: '', mimeType: 'application/pdf', fileName: 'large.pdf' },
	);
}

async function upload(engine: Engine, megabytes: number): Promise<string> {
	return await uploadStored(engine, await store(megabytes));
}

async function uploadStored(
	engine: Engine,
	binary: Awaited<ReturnType<typeof store>>,
): Promise<string> {
	const result = await engine.runNode('whatsAppCloud', { resource: 'media', operation: 'upload' }, [
		{ json: {}, binary: { data: binary } },
	]);
	if (result.error) throw result.error;
	return String(result.json()[0].mediaId);
}

async function download(engine: Engine, mediaId: string): Promise<RunResult> {
	const result = await engine.runNode('whatsAppCloud', {
		resource: 'media',
		operation: 'download',
		mediaId,
	});
	if (result.error) throw result.error;
	return result;
}

async function assertWhole(result: RunResult): Promise<void> {
	const { id } = result.items()[0].binary?.data ?? {};
	if (!id) throw new Error('The file was not stored outside the item');
	const hash = createHash('sha256');
	for await (const piece of await Container.get(BinaryDataService).getAsStream(id)) {
		hash.update(piece as Buffer);
	}
	if (hash.digest('hex') !== result.json()[0].sha256) throw new Error('The file arrived damaged');
}

main().catch((reason: unknown) => {
	process.stderr.write(`${String((reason as Error).stack)}\n`);
	process.exit(1);
});
