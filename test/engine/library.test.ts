/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { withSandbox } from '../support/withSandbox';

const ROOT = path.join(__dirname, '../..');
const WORK = mkdtempSync(path.join(os.tmpdir(), 'library-snippets-'));
const run = promisify(execFile);
const stage = withSandbox();

/** The TypeScript snippets of docs/library.md, in their order, as one program. */
function program(): string {
	const page = readFileSync(path.join(ROOT, 'docs/library.md'), 'utf8');
	const snippets = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
	expect(snippets.length).toBeGreaterThanOrEqual(5);
	const imports = snippets.flatMap((code) => code.match(/^import .*$/gm) ?? []);
	const statements = snippets.map((code) => code.replace(/^import .*$/gm, ''));
	const main = `async function main() {\n${statements.join('\n')}\n}\nvoid main();\n`;
	return `${imports.join('\n')}\n${main}`;
}

beforeAll(() => {
	mkdirSync(path.join(WORK, 'node_modules'));
	symlinkSync(ROOT, path.join(WORK, 'node_modules/n8n-nodes-whatsapp-cloud'));
	writeFileSync(path.join(WORK, 'program.ts'), program());
});

afterAll(() => rmSync(WORK, { recursive: true, force: true }));

it('docs/library.md: the snippets have the documented types', async () => {
	const options = ['--noEmit', '--strict', '--module', 'node16', '--moduleResolution', 'node16'];
	const libraries = ['--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--types', 'node'];
	const typeRoots = path.join(ROOT, 'node_modules/@types');
	const check = run(process.execPath, [
		require.resolve('typescript/bin/tsc'),
		...options,
		...libraries,
		'--typeRoots',
		typeRoots,
		'--skipLibCheck',
		path.join(WORK, 'program.ts'),
	]);
	expect(await check.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({
		stdout: '',
	});
}, 60_000);

it('docs/library.md: the snippets run against the sandbox', async () => {
	const { seed, url } = stage.sandbox;
	await stage.control.customer('15550100201').sendText('Hi');
	const { stdout } = await run(
		process.execPath,
		['--import', 'tsx', path.join(WORK, 'program.ts')],
		{
			cwd: ROOT,
			env: {
				...process.env,
				WHATSAPP_ACCESS_TOKEN: seed.accessToken,
				WHATSAPP_PHONE_NUMBER_ID: seed.phoneNumberId,
				WHATSAPP_BUSINESS_ACCOUNT_ID: seed.businessAccountId,
				WHATSAPP_APP_SECRET: seed.appSecret,
				WHATSAPP_BASE_URL: url,
			},
		},
	);
	expect(stdout).toMatch(/^text wamid\./m);
	expect(stdout).toMatch(/^template hello_world en_US$/m);
	expect(stdout).toMatch(/^invalid text$/m);
	expect(stdout).toMatch(/^events 0$/m);
	const outgoing = (await stage.control.messages()).filter(
		({ direction }) => direction === 'outgoing',
	);
	expect(outgoing.map(({ type }) => type)).toEqual(['text', 'interactive', 'template']);
});
