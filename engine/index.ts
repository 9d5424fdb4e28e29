/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { setGlobalState } from 'n8n-workflow';
import { setUpBinaryData, type BinaryMode } from './binaryStore';
import { testCredential } from './credentialTest';
import { CredentialStore } from './credentialStore';
import { CredentialsHelper } from './credentialsHelper';
import { DynamicParameters } from './dynamicParameters';
import { acquireUserFolder, releaseUserFolder } from './environment';
import { ExecutionHost } from './executionHost';
import type { Executions } from './executions';
import { startListener, type Listener } from './listener';
import { NodeTypes } from './nodeTypes';
import type { RunResult } from './runResult';
import type { RunOptions } from './runWorkflow';
import { Trigger, type Endpoints } from './trigger';
import type { WaitingExecutions } from './waitingExecutions';
import { oneNode, type NodeSettings, type WorkflowJson } from './workflowJson';

export type { Execution, Executions } from './executions';
export type { Listener } from './listener';
export type { RunOptions } from './runWorkflow';
export type { HookCall } from './trigger';
export { RunResult } from './runResult';
export { Trigger } from './trigger';
export { chain, node, oneNode, readWorkflow } from './workflowJson';
export type { NodeSettings, WorkflowJson } from './workflowJson';

export interface EngineOptions {
	/** Credential data by credential type, stored under the type's name as ID. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** Folder of the community package, built; this checkout when left out. */
	packageDir?: string;
	/** The instance's timezone; `America/New_York` as in n8n when left out. For the whole process. */
	timezone?: string;
	/**
	 * Where binary data is kept: with the items (n8n's `default`), in files, or in a stand-in for n8n's
	 * database and S3 stores. For the whole process.
	 */
	binaryData?: BinaryMode;
}

const THIS_CHECKOUT = path.join(__dirname, '..');

/**
 * n8n's engine without n8n's server: the built package is loaded as n8n loads it and runs through
 * n8n-core's own classes, with real HTTP on both sides.
 *
 * @throws when the package is not built
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
	const packageDir = options.packageDir ?? THIS_CHECKOUT;
	assertBuilt(packageDir);
	acquireUserFolder();
	setGlobalState({ defaultTimezone: options.timezone ?? 'America/New_York' });
	await setUpBinaryData(options.binaryData ?? 'memory');

	const nodeTypes = await NodeTypes.load(packageDir);
	const credentials = new CredentialStore();
	for (const [type, data] of Object.entries(options.credentials ?? {})) {
		await credentials.set(type, data);
	}
	const helper = new CredentialsHelper(nodeTypes, credentials);
	return new Engine(new ExecutionHost(nodeTypes, credentials, helper));
}

/** One n8n with one community package. Close it: a listener keeps the process alive. */
export class Engine {
	/** Lists and fields a node offers in the editor. */
	readonly dynamic: DynamicParameters;
	private readonly listeners: Listener[] = [];

	constructor(private readonly host: ExecutionHost) {
		this.dynamic = new DynamicParameters(host);
	}

	get nodeTypes(): NodeTypes {
		return this.host.nodeTypes;
	}

	get credentials(): CredentialStore {
		return this.host.credentials;
	}

	/** Executions that webhook calls started. */
	get executions(): Executions {
		return this.host.executions;
	}

	/** Executions that wait for a request or a time. */
	get waiting(): WaitingExecutions {
		return this.host.waiting;
	}

	/** Runs a workflow once. Resolves also when it fails: look at `error`. */
	async run(workflow: WorkflowJson, options: RunOptions = {}): Promise<RunResult> {
		return await this.host.run(workflow, options);
	}

	/**
	 * Runs one node on the given items.
	 *
	 * @param type short name such as `whatsAppCloud`, or a full type name
	 * @param settings the node's settings tab, and options of the run
	 */
	async runNode(
		type: string,
		parameters: INodeParameters,
		items: INodeExecutionData[] = [{ json: {} }],
		{ run, ...settings }: NodeSettings & { run?: Omit<RunOptions, 'startItems'> } = {},
	): Promise<RunResult> {
		return await this.run(oneNode(type, parameters, settings), { ...run, startItems: items });
	}

	/**
	 * The Test button of a credential.
	 *
	 * @param data what the user typed; the stored credential of that type when left out
	 */
	async testCredential(
		type: string,
		data?: ICredentialDataDecryptedObject,
	): Promise<INodeCredentialTestResult> {
		const { nodeTypes, credentialsHelper, baseUrl } = this.host;
		// n8n stores a credential before it tests it, so a refresh during the test has a place to go.
		const id = data ? 'tested' : type;
		if (data) await this.credentials.set(type, data, { id });
		const credential = { id, name: id, type, data: await this.credentials.get(id) };
		return await testCredential(credential, nodeTypes, credentialsHelper, baseUrl);
	}

	/**
	 * A workflow with a trigger, not published yet.
	 *
	 * @param baseUrl the listener's when left out
	 * @param endpoints names under which n8n serves webhooks; `webhook` and `webhook-test` when left out
	 */
	trigger(
		workflow: WorkflowJson,
		{ baseUrl, endpoints }: { baseUrl?: string; endpoints?: Endpoints } = {},
	): Trigger {
		return new Trigger(this.host, this.host.prepare(workflow), baseUrl, endpoints);
	}

	/** Starts the HTTP server that answers webhooks. Do so before a trigger is published. */
	async listen({ port }: { port?: number } = {}): Promise<Listener> {
		const listener = await startListener(this.host, port);
		this.listeners.push(listener);
		return listener;
	}

	async close(): Promise<void> {
		await Promise.all(this.listeners.splice(0).map(async (listener) => await listener.close()));
		releaseUserFolder();
	}
}

function assertBuilt(packageDir: string): void {
	const file = path.join(packageDir, 'package.json');
	const { n8n } = JSON.parse(readFileSync(file, 'utf8')) as {
		n8n?: { nodes?: string[]; credentials?: string[] };
	};
	const files = [...(n8n?.nodes ?? []), ...(n8n?.credentials ?? [])];
	const missing = files.filter((name) => !existsSync(path.join(packageDir, name)));
	if (missing.length > 0) {
		throw new Error(
			`The package is not built: ${missing.join(', ')} missing. Run "npm run build".`,
		);
	}
}
