/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { packageState } from '../../demo/build';

/**
 * Runs once before all tests and warns if dist/ is missing or outdated, because the engine tests and some
 * unit tests run the built package. It only warns: most unit tests run the sources.
 */
export default function requireBuild(): void {
	const state = packageState();
	if (state === 'current') return;
	const problem = state === 'missing' ? 'dist/ is missing' : 'dist/ is older than the sources';
	process.stderr.write(`\n${problem}. Run "npm run build" before the tests.\n\n`);
}
