import axios, { isAxiosError, type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeTypeDescription,
	IRunExecutionData,
	IWorkflowBase,
} from 'n8n-workflow';

import { waitFor } from './waitFor';

/** The owner of every n8n that the tests and `npm run n8n` start. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'Olivia',
	lastName: 'Owner',
	password: 'WhatsApp1',
};

/** A credential in n8n's REST API. */
export interface CredentialRecord {
	id: string;
	name: string;
	type: string;
	data?: IDataObject;
}

/** A workflow as n8n stores it. */
export type WorkflowRecord = Pick<
	IWorkflowBase,
	'id' | 'name' | 'active' | 'nodes' | 'connections'
> & {
	versionId: string;
	settings?: IDataObject;
};

/** The contents of a workflow file. */
export type WorkflowFile = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections'> & IDataObject;

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: 'success' | 'error' | 'running' | 'new' | 'waiting' | 'canceled' | 'crashed';
	mode: string;
}

interface PublicationStatus {
	status: 'in_progress' | 'published' | 'not_published' | 'partial' | 'failed';
	triggers: Array<{ status: string; errorMessage?: string | null }>;
}

/** How the editor identifies the node whose list or fields it requests. */
export interface DynamicParameterRequest {
	node: Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;
	/** Path of the parameter, for example `parameters.sender`. */
	path: string;
	methodName: string;
}

/** n8n's REST API, as its editor uses it. The same requests work for 1.123 and 2.40. */
export class N8nClient {
	private cookie = '';

	private readonly http: AxiosInstance;

	private constructor(readonly url: string) {
		this.http = axios.create({ baseURL: url, proxy: false, timeout: 60_000 });
		this.http.interceptors.request.use((config) => {
			config.headers.set({
				'browser-id': 'end-to-end',
				'push-ref': 'end-to-end',
				cookie: this.cookie,
			});
			return config;
		});
		this.http.interceptors.response.use(undefined, (error: unknown) => {
			if (!isAxiosError(error) || !error.response) throw error;
			const { config, response } = error;
			const what = `${config?.method?.toUpperCase()} ${config?.url} → ${response.status}`;
			const { message = response.data } = response.data as { message?: unknown };
			throw new Error(`${what} ${JSON.stringify(message)}`);
		});
	}

	/** Signs in as the owner. Creates the owner on a new n8n. */
	static async connect(url: string): Promise<N8nClient> {
		const client = new N8nClient(url);
		const settings = await client.get<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
			'/rest/settings',
		);
		const { email, password } = owner;
		const response = settings.userManagement.showSetupOnFirstLoad
			? await client.http.post('/rest/owner/setup', owner)
			: await client.http.post('/rest/login', { emailOrLdapLoginId: email, email, password });
		const cookies = response.headers['set-cookie'] ?? [];
		client.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		return client;
	}

	/** Returns the node types that the editor loads. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return (await this.http.get<INodeTypeDescription[]>('/types/nodes.json')).data;
	}

	/** Returns the credential types that the editor loads. */
	async credentialTypes(): Promise<ICredentialType[]> {
		return (await this.http.get<ICredentialType[]>('/types/credentials.json')).data;
	}

	/** Returns a file that n8n serves, such as an icon. */
	async file(path: string): Promise<{ contentType: string; body: string }> {
		const { data, headers } = await this.http.get<string>(path, { responseType: 'text' });
		return { contentType: String(headers['content-type']), body: data };
	}

	async createCredential(credential: Omit<CredentialRecord, 'id'>): Promise<CredentialRecord> {
		return await this.post('/rest/credentials', credential);
	}

	/** Includes the decrypted data with redacted secrets, as the editor receives it. */
	async credential(id: string): Promise<CredentialRecord> {
		return await this.get(`/rest/credentials/${id}?includeData=true`);
	}

	/** Credentials of a type, without their data. */
	async credentials(type: string): Promise<CredentialRecord[]> {
		const all = await this.get<CredentialRecord[]>('/rest/credentials');
		return all.filter((credential) => credential.type === type);
	}

	async testCredential(
		credential: CredentialRecord,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.post('/rest/credentials/test', { credentials: credential });
	}

	async createWorkflow(workflow: WorkflowFile): Promise<WorkflowRecord> {
		const { name, nodes, connections, settings, pinData } = workflow;
		return await this.post('/rest/workflows', {
			name,
			nodes,
			connections,
			settings: settings ?? {},
			active: false,
			pinData,
		});
	}

	async workflow(id: string): Promise<WorkflowRecord> {
		return await this.get(`/rest/workflows/${id}`);
	}

	/**
	 * Creates a data table of text columns in the owner's project.
	 * @returns its ID
	 */
	async createDataTable(name: string, columns: string[]): Promise<string> {
		const table = { name, columns: columns.map((column) => ({ name: column, type: 'string' })) };
		return (await this.post<{ id: string }>(await this.dataTables(), table)).id;
	}

	/** Returns the rows of the data table of this name. */
	async dataTableRows(name: string): Promise<IDataObject[]> {
		const tables = await this.dataTables();
		const { data } = await this.get<{ data: Array<{ id: string; name: string }> }>(tables);
		const table = data.find((candidate) => candidate.name === name);
		return (await this.get<{ data: IDataObject[] }>(`${tables}/${table?.id}/rows?take=250`)).data;
	}

	/** URL of the data tables of the owner's project. */
	private async dataTables(): Promise<string> {
		const { id } = await this.get<{ id: string }>('/rest/projects/personal');
		return `/rest/projects/${id}/data-tables`;
	}

	/**
	 * Activates and waits until the trigger's hooks have run.
	 * @throws Error with the trigger's message if it could not register
	 */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.post(`/rest/workflows/${id}/activate`, { versionId });
		const { status, triggers } = await this.settledPublication(id);
		if (status === 'failed' || status === 'partial') {
			throw new Error(triggers.map((trigger) => trigger.errorMessage ?? trigger.status).join('; '));
		}
	}

	/** Deactivates and waits until the trigger's hooks have run. */
	async deactivate(id: string): Promise<void> {
		await this.post(`/rest/workflows/${id}/deactivate`, {});
		await this.settledPublication(id);
	}

	/** n8n 2.4x runs a trigger's hooks after the response. Older versions run them before and don't have this URL. */
	private async settledPublication(id: string): Promise<PublicationStatus> {
		return await waitFor(`the triggers of workflow ${id} to settle`, async () => {
			const { status, data } = await this.http.get<{ data: PublicationStatus }>(
				`/rest/workflows/${id}/publication-status`,
				{ validateStatus: (code) => code === 200 || code === 404 },
			);
			if (status === 404) return { status: 'published', triggers: [] };
			return data.data.status !== 'in_progress' && data.data;
		});
	}

	/** n8n deletes only archived workflows. */
	async deleteWorkflow(id: string): Promise<void> {
		await this.post(`/rest/workflows/${id}/archive`, {});
		await this.http.delete(`/rest/workflows/${id}`);
	}

	/** Deactivates and deletes every workflow in whatever state a test left it. */
	async deleteAllWorkflows(): Promise<void> {
		for (const { id, active } of await this.get<WorkflowRecord[]>('/rest/workflows')) {
			if (active) await this.deactivate(id);
			await this.deleteWorkflow(id);
		}
	}

	/** "Execute workflow" in the editor: runs the workflow, or listens if it starts with a trigger. */
	async testRun(
		workflow: WorkflowRecord,
		startAt: string,
	): Promise<{ executionId?: string; waitingForWebhook?: boolean }> {
		return await this.post(`/rest/workflows/${workflow.id}/run?partialExecutionVersion=2`, {
			workflowData: workflow,
			triggerToStartFrom: { name: startAt },
		});
	}

	/** "Stop listening" in the editor. */
	async stopTestRun(workflowId: string): Promise<void> {
		await this.http.delete(`/rest/test-webhook/${workflowId}`);
	}

	/** Returns the executions of a workflow, newest first. */
	async executions(workflowId: string, limit = 50): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.get<{ results: ExecutionSummary[] }>(
			`/rest/executions?filter=${filter}&limit=${limit}`,
		);
		return results;
	}

	/** Returns all executions of a workflow, newest first; n8n returns at most 100 per request. */
	async allExecutions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const all: ExecutionSummary[] = [];
		for (;;) {
			// n8n heeds a range only if it has both ends.
			const before = all.length > 0 ? `&firstId=0&lastId=${all[all.length - 1].id}` : '';
			const { results } = await this.get<{ results: ExecutionSummary[] }>(
				`/rest/executions?filter=${filter}&limit=100${before}`,
			);
			all.push(...results);
			if (results.length < 100) return all;
		}
	}

	/** Returns an execution with the output of every node. */
	async execution(id: string): Promise<ExecutionSummary & { data: IRunExecutionData }> {
		const { data, ...summary } = await this.get<ExecutionSummary & { data: string }>(
			`/rest/executions/${id}`,
		);
		return { ...summary, data: parse(data) as IRunExecutionData };
	}

	async listSearch(
		request: DynamicParameterRequest & { filter?: string },
	): Promise<{ results: Array<{ name: string; value: string }>; paginationToken?: unknown }> {
		return await this.dynamic('resource-locator-results', request, { filter: request.filter });
	}

	async resourceMapperFields(request: DynamicParameterRequest): Promise<{
		fields: Array<{ id: string; displayName: string; required: boolean; type?: string }>;
	}> {
		return await this.dynamic('resource-mapper-fields', request);
	}

	private async dynamic<T>(kind: string, request: DynamicParameterRequest, more: IDataObject = {}) {
		const { node, path, methodName } = request;
		return await this.post<T>(`/rest/dynamic-node-parameters/${kind}`, {
			path,
			methodName,
			// The editor sends the defaults of the form, too.
			currentNodeParameters: { authentication: 'accessToken', ...node.parameters },
			nodeTypeAndVersion: { name: node.type, version: node.typeVersion },
			credentials: node.credentials,
			...more,
		});
	}

	private async get<T>(path: string): Promise<T> {
		return (await this.http.get<{ data: T }>(path)).data.data;
	}

	private async post<T>(path: string, body: unknown): Promise<T> {
		return (await this.http.post<{ data: T }>(path, body)).data.data;
	}
}
