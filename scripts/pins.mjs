// Checks that every action in .github/workflows is pinned to a commit and names its release in a comment.
// With --verify it also asks GitHub whether the release's tag points to that commit (requires git and
// access to github.com). Usage: pins.mjs [--verify] [folder]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const args = process.argv.slice(2);
const verify = args.includes('--verify');
const folder = args.find((arg) => !arg.startsWith('--')) ?? '.github/workflows';
const PINNED = /^([\w.-]+\/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/;

const problems = [];
let pins = 0;
for (const file of readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))) {
	const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
	lines.forEach((line, index) => {
		const [, use] = /^\s*(?:- )?uses:\s*(.*?)\s*$/.exec(line) ?? [];
		if (use === undefined || use.startsWith('./')) return;
		pins++;
		const [, action, commit, release] = PINNED.exec(use) ?? [];
		const where = `${file}:${index + 1}`;
		if (!action)
			problems.push(`${where}: "${use}" is not pinned as owner/action@<commit> # v1.2.3`);
		else if (verify && !pointsTo(action, release, commit)) {
			problems.push(`${where}: ${action} ${release} is not commit ${commit}`);
		}
	});
}

for (const problem of problems) console.error(problem);
if (problems.length === 0)
	console.log(`${pins} actions are pinned${verify ? ' and verified' : ''}`);
process.exitCode = problems.length > 0 || pins === 0 ? 1 : 0;

/** Whether the tag is this commit; for an annotated tag, the commit it points to (`^{}`). */
function pointsTo(action, release, commit) {
	const repository = action.split('/').slice(0, 2).join('/');
	const url = `https://github.com/${repository}`;
	const tags = execFileSync('git', ['ls-remote', url, `refs/tags/${release}*`], {
		encoding: 'utf8',
	});
	const commits = tags
		.split('\n')
		.map((line) => line.split('\t'))
		.filter(([, name]) => name === `refs/tags/${release}` || name === `refs/tags/${release}^{}`)
		.map(([id]) => id);
	return commits.at(-1) === commit;
}
