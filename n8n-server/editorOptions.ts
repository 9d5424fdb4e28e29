/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { parseArgs } from 'node:util';

import type { ReleaseName } from './releases';

export const USAGE = `npm run n8n [-- options]: n8n's editor with this package, on a sandbox that plays Meta

  --old         n8n 1.123 on Node 20 instead of n8n 2.40 on Node 24
  --port N      port of the editor (default 5678)
  --phone N     port of the sandbox and its phone page (default 8181)
  --help        this text`;

interface EditorOptions {
	help: boolean;
	release: ReleaseName;
	/** Port of the editor. */
	port: number;
	/** Port of the sandbox and its phone page. */
	phone: number;
}

/** @throws Error that names the invalid option */
export function readOptions(args: string[]): EditorOptions {
	const { help, old, port, phone } = parse(args);
	return {
		help,
		release: old ? 'old' : 'new',
		port: readPort('--port', port),
		phone: readPort('--phone', phone),
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				old: { type: 'boolean', default: false },
				port: { type: 'string', default: '5678' },
				phone: { type: 'string', default: '8181' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		const [reason] = (error as Error).message.split('. ');
		return notUnderstood(reason);
	}
}

function notUnderstood(reason: string): never {
	throw new Error(`${reason}. "npm run n8n -- --help" lists the options.`);
}

function readPort(option: string, value: string): number {
	const port = Number(value);
	if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
		throw new Error(`${option} ${value} is not a port. Enter a number from 1 to 65535.`);
	}
	return port;
}
