/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { round, type Figures } from './figures';

const TURNS = 5;

/** Measures how long a new Node.js process takes to load the built nodes and credential after n8n-workflow, in milliseconds. */
export function loadTime(): Figures['load_ms'] {
	const root = path.join(__dirname, '..');
	const script = `
		const t0 = performance.now(); require('n8n-workflow');
		const t1 = performance.now();
		const { n8n } = require('./package.json');
		for (const file of [...n8n.credentials, ...n8n.nodes]) require('./' + file);
		console.log(JSON.stringify([t1 - t0, performance.now() - t1]));`;
	const turns = Array.from({ length: TURNS }, () => {
		const output = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
		return JSON.parse(output) as [number, number];
	});
	return {
		n8nWorkflow: round(Math.min(...turns.map(([workflow]) => workflow))),
		package: round(Math.min(...turns.map(([, ours]) => ours))),
	};
}
