/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- development code, never shipped */
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { command } from './command';
import { postgresBin } from './debianPackages';
import { freePort } from './freePort';
import { startGuarded } from './guardedProcess';
import { waitFor } from './waitFor';

export interface Postgres {
	port: number;
	user: string;
	database: string;
	/** Stops it in the middle of whatever it does; connections stay open and get no answer. */
	freeze(): void;
	/** Lets it go on. */
	thaw(): void;
	stop(): Promise<void>;
}

/**
 * A temporary PostgreSQL on the loopback interface. Its server doesn't run as root, so for a root
 * user it runs as `postgres`, the user that Debian's package creates.
 * @throws Error if PostgreSQL is not installed
 */
export async function startPostgres(log: string): Promise<Postgres> {
	const bin = postgresBin();
	if (!bin) throw new Error('PostgreSQL is not installed: run "npm run e2e:install"');
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-postgres-'));
	const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined;
	if (account) chownSync(folder, account.uid, account.gid);
	const port = await freePort();
	const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
	const initdb = ['-D', folder, '-U', 'n8n', '--auth=trust', '--encoding=UTF8', '--no-sync'];
	await command(path.join(bin, 'initdb'), initdb, {
		cwd: folder,
		env,
		log,
		timeoutMs: 60_000,
		...account,
	});
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		`unix_socket_directories=${folder}`,
		'fsync=off',
	];
	const server = startGuarded(
		path.join(bin, 'postgres'),
		['-D', folder, ...settings.flatMap((setting) => ['-c', setting])],
		{ cwd: folder, env, log, ...account },
	);
	const signal = (name: NodeJS.Signals) => {
		for (const pid of processesOf(folder)) process.kill(pid, name);
	};
	const stop = async () => {
		signal('SIGCONT');
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	await waitFor('PostgreSQL to accept connections', () => {
		server.assertRunning();
		execFileSync(path.join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
		return true;
	});
	return {
		port,
		user: 'n8n',
		database: 'postgres',
		freeze: () => signal('SIGSTOP'),
		thaw: () => signal('SIGCONT'),
		stop,
	};
}

/** The server and what it has started for connections and housekeeping. */
function processesOf(folder: string): number[] {
	const [server] = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
	const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8');
	return [server, ...children.split(' ')].map(Number).filter((pid) => pid > 0);
}

function accountOf(name: string): { uid: number; gid: number } {
	const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}
