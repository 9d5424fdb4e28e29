/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { credentialData } from '../demo/sandboxCredential';
import { SandboxControl, type Seed } from '../sandbox';

interface Hello {
	url: string;
	sandboxUrl: string;
	seed: Seed;
}

/** A sandbox in another process, behind a simulated network. */
export class OtherSide {
	private constructor(
		private readonly child: ChildProcess,
		/** URL through the simulated network. */
		readonly url: string,
		readonly seed: Seed,
		readonly control: SandboxControl,
	) {}

	static async start(roundTripMs: number): Promise<OtherSide> {
		const child = fork(path.join(__dirname, 'peer.ts'), [String(roundTripMs)], {
			execArgv: ['--import', 'tsx'],
		});
		const [hello] = (await once(child, 'message')) as [Hello];
		return new OtherSide(child, hello.url, hello.seed, new SandboxControl(hello.sandboxUrl));
	}

	/** Returns the number of connections opened since the last call. */
	async connections(): Promise<number> {
		this.child.send('connections');
		const [{ connections }] = (await once(this.child, 'message')) as [{ connections: number }];
		return connections;
	}

	/** Returns a credential without an app, so that only messages are requested. */
	credential(baseUrl = this.url) {
		const data = credentialData({ seed: this.seed, url: baseUrl });
		return { ...data, appId: '', appSecret: '', graphVersion: 'v25.0' };
	}

	/** Returns how often each text has arrived. */
	async arrivals(): Promise<Map<string, number>> {
		const counts = new Map<string, number>();
		for (const { content } of await this.control.messages({
			direction: 'outgoing',
			limit: 100_000,
		})) {
			const { body } = content as { body: string };
			counts.set(body, (counts.get(body) ?? 0) + 1);
		}
		return counts;
	}

	/** Returns the numbers of rejected messages by code. */
	async rejections(): Promise<Record<string, number>> {
		const counts: Record<string, number> = {};
		for (const { errorCode } of await this.control.requests({ limit: 100_000 })) {
			if (errorCode !== undefined) counts[errorCode] = (counts[errorCode] ?? 0) + 1;
		}
		return counts;
	}

	close(): void {
		this.child.disconnect();
	}
}
