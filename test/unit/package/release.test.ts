/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import manifest from '../../../package.json';

const ROOT = path.join(__dirname, '../../..');
const WORKFLOWS = path.join(ROOT, '.github/workflows');
const work = mkdtempSync(path.join(os.tmpdir(), 'release-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

function script(name: string, ...args: string[]) {
	const file = path.join(ROOT, 'scripts', name);
	const { status, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
	return { status, problems: stderr.split('\n').filter(Boolean) };
}

describe('scripts/release-check.mjs', () => {
	const released = {
		version: '1.2.3',
		author: { email: 'team@company.com' },
		homepage: 'https://github.com/company/package#readme',
		repository: { url: 'git+https://github.com/company/package.git' },
		bugs: { url: 'https://github.com/company/package/issues' },
	};
	const check = (changes: object, tag = 'v1.2.3', changelog = '## [1.2.3] - 2026-12-01') => {
		writeFileSync(path.join(work, 'package.json'), JSON.stringify({ ...released, ...changes }));
		writeFileSync(path.join(work, 'CHANGELOG.md'), changelog);
		return script('release-check.mjs', tag, work);
	};

	it('accepts a complete release', () => {
		expect(check({})).toEqual({ status: 0, problems: [] });
	});

	it.each([
		['author.email', { author: { email: 'team@package.example' } }],
		['author.email', { author: {} }],
		['homepage', { homepage: 'https://github.example/owner/package#readme' }],
		['repository.url', { repository: { url: 'https://github.example/owner/package.git' } }],
		['bugs.url', { bugs: { url: 'https://github.invalid/owner/package/issues' } }],
		['bugs.url', { bugs: {} }],
	])('rejects a placeholder or a missing value in %s', (name, changes) => {
		const { status, problems } = check(changes);
		expect(status).toBe(1);
		expect(problems).toEqual([expect.stringContaining(`package.json: ${name} is `)]);
	});

	it('rejects a tag that is not the version, and a version without a changelog', () => {
		expect(check({}, 'v1.2.4').problems).toEqual([expect.stringContaining('The tag is "v1.2.4"')]);
		expect(check({}, 'v1.2.3', '## [Unreleased]').problems).toEqual([
			'CHANGELOG.md has no section for version 1.2.3.',
		]);
	});

	it('rejects this repository until a person enters owner, repository, and address', () => {
		const { status, problems } = script('release-check.mjs', `v${manifest.version}`, ROOT);
		const isPlaceholder = manifest.author.email.endsWith('.example');
		expect(status).toBe(isPlaceholder ? 1 : 0);
		expect(problems).toHaveLength(isPlaceholder ? 4 : 0);
	});
});

describe('scripts/compare-packages.mjs', () => {
	const pack = (name: string, files: Record<string, string>) => {
		const folder = path.join(work, name, 'package');
		mkdirSync(folder, { recursive: true });
		for (const [file, content] of Object.entries(files)) {
			writeFileSync(path.join(folder, file), content);
		}
		const tarball = path.join(work, `${name}.tgz`);
		spawnSync('tar', ['-czf', tarball, '-C', path.join(work, name), 'package']);
		return tarball;
	};

	it('accepts the same content, packed at different times', () => {
		const [a, b] = [pack('a', { 'index.js': '1' }), pack('b', { 'index.js': '1' })];
		expect(script('compare-packages.mjs', a, b)).toEqual({ status: 0, problems: [] });
	});

	it('names each file that differs or is missing', () => {
		const a = pack('c', { 'index.js': '1', 'gone.js': '' });
		const b = pack('d', { 'index.js': '2', 'added.js': '' });
		expect(script('compare-packages.mjs', a, b)).toEqual({
			status: 1,
			problems: [
				'differs: package/added.js (only in the second)',
				'differs: package/gone.js (only in the first)',
				'differs: package/index.js',
			],
		});
	});
});

describe('the workflows on GitHub', () => {
	it('pin every action to a commit', () => {
		expect(script('pins.mjs', WORKFLOWS)).toEqual({ status: 0, problems: [] });
	});

	it.each(['actions/checkout@v4', 'actions/checkout@34e1148 # v4.3.1', 'actions/checkout'])(
		'scripts/pins.mjs rejects %s',
		(use) => {
			const folder = mkdtempSync(path.join(work, 'workflows-'));
			copyFileSync(path.join(WORKFLOWS, 'publish.yml'), path.join(folder, 'publish.yml'));
			writeFileSync(path.join(folder, 'bad.yml'), `steps:\n  - uses: ${use}\n`);
			expect(script('pins.mjs', folder)).toEqual({
				status: 1,
				problems: [expect.stringMatching(/^bad\.yml:2: /)],
			});
		},
	);

	it('publish with permissions only in the job that runs no code of this repository', () => {
		const [head, body] = readFileSync(path.join(WORKFLOWS, 'publish.yml'), 'utf8').split(
			'\njobs:\n',
		);
		const jobs = body.split(/^ {2}(?=[a-z]+:$)/m);
		const permitted = jobs.filter((job) => job.includes('id-token: write'));
		expect(head).toMatch(/^permissions: \{\}$/m);
		expect(permitted.map((job) => job.split(':')[0])).toEqual(['publish']);
		expect(permitted[0]).not.toMatch(/actions\/checkout|npm (ci|install|run|test)/);
		expect(permitted[0]).toContain('needs: [build, rebuild]');
	});

	it.each([
		['pull-request.yml', ['test', 'lint', 'format:check', 'typecheck', 'scan', 'rooms']],
		['publish.yml', ['test', 'lint', 'format:check', 'typecheck', 'scan', 'rooms']],
		['nightly.yml', ['test:contract', 'test:e2e']],
	])('%s runs %j', (file, scripts) => {
		const workflow = readFileSync(path.join(WORKFLOWS, file), 'utf8');
		for (const name of scripts) {
			expect(workflow).toMatch(new RegExp(`- run: npm (run )?${name}$`, 'm'));
		}
	});
});
