/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
/** Installed or made by a build, so not what the documents are about. */
const NOT_OURS = new Set(['node_modules', 'dist', 'build', '.git']);
/** Scripts that npm has by itself. */
const OF_NPM = new Set(['ci', 'install', 'i', 'run', 'pack', 'publish']);

const topLevel = readdirSync(ROOT, { withFileTypes: true });
const folders = topLevel
	.filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
	.map(({ name }) => name);
const pages = markdownBelow('.');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

function markdownBelow(folder: string): string[] {
	return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const name = path.posix.join(folder, entry.name);
		if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : markdownBelow(name);
		return name.endsWith('.md') ? [name] : [];
	});
}

function read(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

const exists = (file: string) => existsSync(path.join(ROOT, file));

/** What stands between code fences is an example, not a link. */
const prose = (text: string) => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');

/** The targets of links and images inside the repository, without their anchors. */
function relativeTargets(page: string): string[] {
	const text = prose(read(page)).replace(/`[^`\n]*`/g, '``');
	return [
		...text.matchAll(
			/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|<(?:img|a)\s[^>]*?(?:src|href)="([^"]+)"/g,
		),
	]
		.map(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml)
		.filter((target) => !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target))
		.map((target) => decodeURIComponent(target.split('#')[0]));
}

/** Links to a heading of this or another page, as `page#anchor`. */
function anchors(page: string): Array<[target: string, anchor: string]> {
	const text = prose(read(page)).replace(/`[^`\n]*`/g, '``');
	return [...text.matchAll(/\]\(([^)\s#:]*)#([^)\s]+)\)/g)].map(([, target, anchor]) => [
		target === '' ? page : path.posix.join(path.posix.dirname(page), target),
		anchor,
	]);
}

/** The anchors that GitHub gives to the headings of a page. */
function headings(page: string): string[] {
	return [...prose(read(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}

/** `test:e2e` of `npm run test:e2e -- x`, in code of any kind; prose may speak of npm as it likes. */
function npmScripts(page: string): string[] {
	const code = read(page).match(/^```[\s\S]*?^```|`[^`\n]+`/gm) ?? [];
	return code.flatMap((piece) =>
		[...piece.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, script]) => script),
	);
}

/** Paths in backticks that begin with one of our folders; patterns such as `x/<name>.ts` are none. */
function namedPaths(page: string): string[] {
	return [...prose(read(page)).matchAll(/`([\w.-]+\/[^`\s]*)`/g)]
		.map(([, name]) => name)
		.filter((name) => folders.includes(name.split('/')[0]) && !/[<>*{}…$]/.test(name));
}

describe('the documents', () => {
	it('are found', () => {
		expect(pages).toEqual(
			expect.arrayContaining([
				'README.md',
				'ARCHITECTURE.md',
				'docs/trigger.md',
				'bench/RESULTS.md',
			]),
		);
		expect(relativeTargets('README.md').length).toBeGreaterThan(20);
		expect(anchors('docs/migrating.md').length).toBeGreaterThan(10);
		expect(npmScripts('README.md').length).toBeGreaterThan(10);
		expect(namedPaths('ARCHITECTURE.md').length).toBeGreaterThan(15);
	});

	it.each(pages)('%s links and shows only what exists', (page) => {
		const broken = relativeTargets(page).filter(
			(target) => !exists(path.posix.join(path.posix.dirname(page), target)),
		);
		expect(broken).toEqual([]);
	});

	it.each(pages)('%s links only to headings that exist', (page) => {
		const broken = anchors(page).filter(([target, anchor]) => !headings(target).includes(anchor));
		expect(broken).toEqual([]);
	});

	it.each(pages)('%s names only npm scripts that exist', (page) => {
		const unknown = npmScripts(page).filter(
			(script) => !OF_NPM.has(script) && !(script in scripts),
		);
		expect(unknown).toEqual([]);
	});

	it.each(pages)('%s names only files and folders that exist', (page) => {
		expect(namedPaths(page).filter((name) => !exists(name))).toEqual([]);
	});
});

describe('the links from n8n to this repository', () => {
	const { homepage } = JSON.parse(read('package.json')) as { homepage: string };
	const repository = homepage.split('#')[0];
	const sources = [
		'credentials/WhatsAppCloudApi.credentials.ts',
		'nodes/WhatsAppCloud/WhatsAppCloud.node.json',
		'nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node.json',
	];
	const links = sources.flatMap((source) =>
		[...read(source).matchAll(/https:\/\/[^'"\s]*n8n-nodes-whatsapp-cloud[^'"\s]*/g)].map(
			([url]) => url,
		),
	);

	it('are found', () => expect(links.length).toBeGreaterThanOrEqual(4));

	it.each(links)('%s leads to a page and heading that exist', (url) => {
		expect(url.startsWith(repository)).toBe(true);
		const [file, anchor] = url.slice(repository.length).replace('/blob/main/', '').split('#');
		const page = file === '' ? 'README.md' : file;
		expect(pages).toContain(page);
		if (anchor && anchor !== 'readme') expect(headings(page)).toContain(anchor);
	});
});
