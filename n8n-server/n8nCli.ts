/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { command } from './command';
import type { InstalledN8n } from './installN8n';
import type { CredentialRecord, WorkflowFile } from './n8nClient';
import type { N8nServer } from './n8nServer';

/** n8n's command line, using the database of a running server. */
export class N8nCli {
	constructor(
		private readonly installed: InstalledN8n,
		private readonly server: Pick<N8nServer, 'env' | 'userFolder' | 'log'>,
	) {}

	/** Returns every credential in the database, decrypted. */
	async exportCredentials(): Promise<CredentialRecord[]> {
		return (await this.export([
			'export:credentials',
			'--all',
			'--decrypted',
		])) as CredentialRecord[];
	}

	async exportWorkflow(id: string): Promise<WorkflowFile> {
		const [workflow] = (await this.export(['export:workflow', `--id=${id}`])) as WorkflowFile[];
		return workflow;
	}

	async importWorkflow(workflow: WorkflowFile): Promise<void> {
		const file = path.join(this.server.userFolder, 'import.json');
		writeFileSync(file, JSON.stringify(workflow));
		await this.run(['import:workflow', `--input=${file}`]);
	}

	private async export(args: string[]): Promise<unknown[]> {
		const file = path.join(this.server.userFolder, 'export.json');
		rmSync(file, { force: true });
		await this.run([...args, `--output=${file}`]);
		return JSON.parse(readFileSync(file, 'utf8')) as unknown[];
	}

	private async run(args: string[]): Promise<void> {
		const { node, bin } = this.installed;
		const { env, userFolder: cwd, log } = this.server;
		await command(node, [bin, ...args], { cwd, env, log, timeoutMs: 180_000 });
	}
}
