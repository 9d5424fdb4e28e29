/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Folder of the npm beside the running Node.js, wherever that Node.js was installed.
 * @throws Error when there is none
 */
export function npmFolder(): string {
	const bin = path.dirname(realpathSync(process.execPath));
	const runBy = process.env.npm_execpath;
	const candidates = [
		...(runBy ? [path.resolve(runBy, '..', '..')] : []),
		path.join(bin, '..', 'lib', 'node_modules', 'npm'),
		path.join(bin, 'node_modules', 'npm'),
	];
	const found = candidates.find((folder) => existsSync(path.join(folder, 'bin', 'npm-cli.js')));
	if (!found) throw new Error(`npm was not found beside ${bin}; run this through "npm run"`);
	return found;
}

/** npm's program, to be run with Node.js. */
export function npmCli(): string {
	return path.join(npmFolder(), 'bin', 'npm-cli.js');
}

/** Our own environment without what `npm run` adds: it would configure the npm we start. */
export function quietEnv(): NodeJS.ProcessEnv {
	const foreign =
		/^npm_(package_|lifecycle_|command|config_local_prefix|config_noproxy)|^INIT_CWD$/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
