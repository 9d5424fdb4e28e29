/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { cacheRoot, withLock } from './cache';
import { installDebianPackages, LOCK_WAIT_MS } from './debianPackages';
import { installN8n, type InstalledN8n } from './installN8n';
import { releases, type ReleaseName } from './releases';
import { say } from './say';

/** Installs what these releases need, or finds it in the cache. */
export async function install(names: ReleaseName[]): Promise<Record<string, InstalledN8n>> {
	return await withLock('install', LOCK_WAIT_MS, async () => {
		const installed: Record<string, InstalledN8n> = {};
		for (const name of names) installed[name] = await installN8n(releases[name]);
		return installed;
	});
}

/** `npm run e2e:install`: installs everything that the end-to-end tests need. */
async function main(): Promise<void> {
	await installDebianPackages();
	await install(['old', 'new']);
	say(`ready: ${cacheRoot}`);
}

if (require.main === module) {
	main().catch((error: unknown) => {
		say(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	});
}
