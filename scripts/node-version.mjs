// Reports that Node.js is too old before something else fails. An argument replaces the version of the
// running Node.js.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const wanted = manifest.engines.node.replace('>=', '');
const running = (process.argv[2] ?? process.version).replace('v', '');

const [major, minor] = running.split('.').map(Number);
const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
	console.error(`This needs Node.js ${wanted} or newer; it was started with ${running}.`);
	process.exitCode = 1;
}
