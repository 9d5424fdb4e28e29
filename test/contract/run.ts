/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, no-console -- development code, never shipped */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RECORD_FILE } from '../support/recordRequests';
import { Judge, type Recorded } from './judge';
import { kindOf, notJudged } from './notJudged';

/**
 * `npm run test:contract [-- <jest pattern>]`: runs the engine tests, records every request that they send,
 * and validates each against Meta's OpenAPI description if that file is present. A violation fails the run.
 */
const ROOT = path.join(__dirname, '../..');
const OPEN_API = path.join(ROOT, '../shared/openapi/cloud-api.v23.yaml');

void main().then((code) => (process.exitCode = code));

async function main(): Promise<number> {
	if (!existsSync(OPEN_API)) {
		console.log("Meta's OpenAPI is not beside this checkout: 0 requests judged.");
		return 0;
	}
	const { requests, failed } = record(process.argv.slice(2));
	const judge = await Judge.start(OPEN_API);
	try {
		if (!(await isAwake(judge))) return 1;
		return (await report(judge, requests)) || failed ? 1 : 0;
	} finally {
		await judge.stop();
	}
}

/** Validation that accepts a text message without text proves nothing. */
async function isAwake(judge: Judge): Promise<boolean> {
	const verdict = await judge.judge({
		method: 'POST',
		path: '/106540352242922/messages',
		query: {},
		body: { messaging_product: 'whatsapp', to: '+15550100201', type: 'text', text: {} },
		contentType: 'application/json',
	});
	if ('accepted' in verdict && !verdict.accepted) return true;
	console.log('The judge accepts a text message without text: its verdicts are worthless.');
	return false;
}

/** The distinct requests of all engine tests, in order of first appearance. */
function record(patterns: string[]): { requests: Recorded[]; failed: boolean } {
	const folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-cloud-contract-'));
	const file = path.join(folder, 'requests.jsonl');
	try {
		const { status } = spawnSync(
			process.execPath,
			[
				path.join(ROOT, 'node_modules/jest/bin/jest.js'),
				'--silent',
				...(patterns.length > 0 ? patterns : ['test/engine']),
			],
			{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, [RECORD_FILE]: file } },
		);
		const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
		return {
			requests: [...new Set(lines)].map((line) => JSON.parse(line) as Recorded),
			failed: status !== 0,
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Prints what was validated and what was not. @returns the number of violations */
async function report(judge: Judge, requests: Recorded[]): Promise<number> {
	const accepted = new Map<string, number>();
	const skipped = new Map<string, number>();
	const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
	let rejected = 0;
	for (const request of requests) {
		const why = notJudged(request);
		const verdict = why ? undefined : await judge.judge(request);
		if (!verdict) count(skipped, `${kindOf(request)}: ${String(why)}`);
		else if ('unknown' in verdict) count(skipped, `${kindOf(request)}: not in the file`);
		else if (verdict.accepted) count(accepted, kindOf(request));
		else {
			rejected++;
			console.log(`REJECTED ${kindOf(request)}\n  ${verdict.reasons.join('\n  ')}`);
			console.log(`  ${JSON.stringify(request.body)}`);
		}
	}
	const judged = [...accepted.values()].reduce((sum, number) => sum + number, 0) + rejected;
	print('Accepted', accepted);
	print('Not judged', skipped);
	console.log(
		`\n${requests.length} different requests recorded, ${judged} judged by Meta's OpenAPI, ${rejected} rejected.`,
	);
	return judged === 0 ? 1 : rejected;
}

function print(title: string, counts: Map<string, number>): void {
	console.log(`\n${title}`);
	for (const [name, number] of [...counts].sort())
		console.log(`  ${String(number).padStart(4)}  ${name}`);
}
