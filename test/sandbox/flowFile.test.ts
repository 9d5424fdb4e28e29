/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { mkdtemp, rename, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { openFlowFile, type FlowFile } from '../../sandbox/flowFile';
import { bench, closeAll, closes } from './support';
import { input, one } from './rules/flows';

afterEach(closeAll);

/** A folder with a Flow JSON, opened; `said` resolves with the next words about the file. */
async function opened(label: string) {
	const on = await bench();
	const folder = await mkdtemp(join(tmpdir(), 'flow-file-'));
	closes(async () => await rm(folder, { recursive: true, force: true }));
	const path = join(folder, 'booking.json');
	const json = (text: string) => JSON.stringify(one(input({ label: text })), null, 2);
	await writeFile(path, json(label));
	const words: string[] = [];
	let wake = () => {};
	const file: FlowFile = await openFlowFile(
		on.sandbox,
		path,
		'https://example.com/flow',
		(text) => {
			words.push(text);
			wake();
		},
	);
	closes(async () => file.close());
	const said = async () => {
		while (words.length === 0) await new Promise<void>((resolve) => (wake = resolve));
		return words.shift();
	};
	return { on, path, json, file, said };
}

describe('a Flow JSON that is developed', () => {
	it('becomes a draft with the name of its file, and opens on the phone', async () => {
		const { on, file, said } = await opened('Name');
		expect(await said()).toBe('  booking.json: no errors.\n');
		expect((await on.sandbox.control.flows())[0]).toMatchObject({
			id: file.flow.id,
			name: 'booking',
			status: 'DRAFT',
			endpointUri: 'https://example.com/flow',
		});
		expect(file.url).toBe(`${on.sandbox.phoneUrl}?flow=${file.flow.id}`);
	});

	it('is read again when it is saved, also when an editor replaces it', async () => {
		const { on, path, json, file, said } = await opened('Name');
		await said();
		await writeFile(path, json('x'.repeat(21)));
		expect(await said()).toBe(
			"  booking.json:14:22 INVALID_PROPERTY_VALUE Property 'label' should have at most '20' characters.\n",
		);
		await writeFile(`${path}.new`, json('City'));
		await rename(`${path}.new`, path);
		expect(await said()).toBe('  booking.json: no errors.\n');
		const { data } = await on.graph.get(`/${file.flow.id}/assets`);
		const [{ download_url: url }] = (data as { data: Array<{ download_url: string }> }).data;
		expect(await (await fetch(url)).text()).toBe(json('City'));
	});

	it('cannot be a file that is not there', async () => {
		const on = await bench();
		await expect(openFlowFile(on.sandbox, '/nowhere.json', undefined, () => {})).rejects.toThrow(
			'ENOENT',
		);
	});
});
