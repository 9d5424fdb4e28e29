/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- development code, never shipped */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

/** A request as the sandbox received it. */
export interface Recorded {
	method: string;
	/** Without version and query. */
	path: string;
	query: Record<string, string>;
	body: unknown;
	contentType: string;
}

export type Verdict =
	| { accepted: true }
	| { accepted: false; reasons: string[] }
	/** The description doesn't contain the path or the method. */
	| { unknown: true };

/** Validates requests against Meta's OpenAPI description: prism serves it locally and checks path, query, and body. */
export class Judge {
	private constructor(
		private readonly prism: ChildProcess,
		private readonly url: string,
	) {}

	static async start(openApiFile: string): Promise<Judge> {
		const port = await freePort();
		const prism = spawn(
			process.execPath,
			[
				path.join(__dirname, '../../node_modules/@stoplight/prism-cli/dist/index.js'),
				'mock',
				openApiFile,
				'-h',
				'127.0.0.1',
				'-p',
				String(port),
			],
			{ stdio: ['ignore', 'pipe', 'pipe'] },
		);
		await new Promise<void>((resolve, reject) => {
			let said = '';
			const listen = (chunk: Buffer) => {
				said += chunk.toString();
				if (said.includes('Prism is listening')) resolve();
			};
			prism.stdout?.on('data', listen);
			prism.stderr?.on('data', listen);
			prism.once('exit', () => reject(new Error(`prism did not start: ${said}`)));
		});
		return new Judge(prism, `http://127.0.0.1:${port}`);
	}

	async judge({ method, path: at, query, body }: Recorded): Promise<Verdict> {
		const url = new URL(`${this.url}/v23.0${at}`);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
		const hasBody = method !== 'GET' && body !== null && body !== undefined;
		const answer = await fetch(url, {
			method,
			headers: {
				authorization: 'Bearer judged',
				...(hasBody && { 'content-type': 'application/json' }),
			},
			...(hasBody && { body: JSON.stringify(body).replace(LOOPBACK, 'https://example.com') }),
		});
		if (answer.status !== 404 && answer.status !== 405 && answer.status !== 422) {
			await answer.arrayBuffer();
			return { accepted: true };
		}
		const said = (await answer.json()) as {
			type?: string;
			validation?: Array<{ location: string[]; message: string }>;
		};
		if (/NO_(PATH|METHOD|RESOURCE)|NOT_FOUND/.test(said.type ?? '')) return { unknown: true };
		const reasons = (said.validation ?? []).map(
			({ location, message }) => `${location.join('.')}: ${message}`,
		);
		return reasons.length > 0 ? { accepted: false, reasons } : { accepted: true };
	}

	async stop(): Promise<void> {
		const ended = new Promise((resolve) => this.prism.once('exit', resolve));
		this.prism.kill();
		await ended;
	}
}

/** The files of the tests have loopback URLs, which the validator doesn't accept as public. */
const LOOPBACK = /http:\/\/127\.0\.0\.1:\d+/g;

async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
