// Rejects a release whose package.json still contains placeholders, whose tag is not its version, or
// whose version is not in CHANGELOG.md. Usage: release-check.mjs <tag> [folder]
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [tag = '', folder = '.'] = process.argv.slice(2);
const read = (file) => readFileSync(path.join(folder, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

/** Top-level domains that are reserved for documentation and tests (RFC 2606), so nobody can own them. */
const RESERVED = /\.(example|invalid|test|localhost)$/;
const host = (url) => new URL(url.replace(/^git\+/, '')).hostname;
const addresses = {
	'author.email': () => manifest.author.email.split('@')[1],
	homepage: () => host(manifest.homepage),
	'repository.url': () => host(manifest.repository.url),
	'bugs.url': () => host(manifest.bugs.url),
};

const problems = [];
for (const [name, domain] of Object.entries(addresses)) {
	let found;
	try {
		found = domain();
	} catch {
		problems.push(`package.json: ${name} is missing or not an address`);
		continue;
	}
	if (found === undefined || found === '' || RESERVED.test(found)) {
		problems.push(`package.json: ${name} is a placeholder (${found}). Enter the real one.`);
	}
}
if (tag !== `v${manifest.version}`) {
	problems.push(`The tag is "${tag}", but package.json has version ${manifest.version}.`);
}
if (!read('CHANGELOG.md').includes(`## [${manifest.version}]`)) {
	problems.push(`CHANGELOG.md has no section for version ${manifest.version}.`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
