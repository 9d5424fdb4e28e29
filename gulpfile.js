const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const run = promisify(execFile);

/** Removes the previous build, so that a deleted source file leaves nothing behind. */
async function clean() {
	await rm(path.join(__dirname, 'dist'), { recursive: true, force: true });
}

/** Type checks and compiles nodes, credentials, cloud-api and index.ts into dist. */
async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	try {
		await run(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: __dirname });
	} catch (error) {
		throw new Error(`TypeScript found errors:\n${error.stdout || error.message}`);
	}
}

/** Copies what n8n reads beside the compiled nodes: icons, codex files and output schemas. */
function assets() {
	return src(
		[
			'nodes/**/*.{svg,png}',
			'nodes/**/*.node.json',
			'nodes/**/__schema__/**/*.json',
			'credentials/**/*.{svg,png}',
		],
		{ base: '.', encoding: false },
	).pipe(dest('dist'));
}

exports.clean = clean;
exports.compile = compile;
exports.assets = assets;
exports.default = series(clean, compile, assets);
