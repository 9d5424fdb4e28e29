/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Returns the folder of the npm that belongs to the running Node.js.
 * @throws Error if there is none
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
	if (!found) throw new Error(`npm was not found next to ${bin}; run this through "npm run"`);
	return found;
}

/** The npm program, to be run with Node.js. */
export function npmCli(): string {
	return path.join(npmFolder(), 'bin', 'npm-cli.js');
}

/** The environment without the variables of `npm run`, which would configure the npm that is started. */
export function quietEnv(): NodeJS.ProcessEnv {
	const foreign =
		/^npm_(package_|lifecycle_|command|config_local_prefix|config_noproxy)|^INIT_CWD$/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
