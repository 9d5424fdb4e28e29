import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { CredentialsHelper } from './credentialsHelper';
import { Container, ExternalSecretsProxy } from './n8nCore';

/** Where n8n is reached when nothing listens: its own default address. */
export const DEFAULT_BASE_URL = 'http://127.0.0.1:5678';

/**
 * What the server hands every execution besides the workflow: addresses and the credentials.
 *
 * @param baseUrl scheme, host and port of the webhook listener, without a path
 */
export function additionalData(
	credentialsHelper: CredentialsHelper,
	baseUrl: string,
	more: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper,
		currentNodeExecutionIndex: 0,
		restApiUrl: `${baseUrl}/rest`,
		instanceBaseUrl: `${baseUrl}/`,
		formBaseUrl: `${baseUrl}/form`,
		formWaitingBaseUrl: `${baseUrl}/form-waiting`,
		formTestBaseUrl: `${baseUrl}/form-test`,
		webhookBaseUrl: `${baseUrl}/webhook`,
		webhookWaitingBaseUrl: `${baseUrl}/webhook-waiting`,
		webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		mcpBaseUrl: `${baseUrl}/mcp`,
		mcpTestBaseUrl: `${baseUrl}/mcp-test`,
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		variables: {},
		logAiEvent: () => {},
		executeWorkflow: async () => notThere('sub-workflows'),
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		startRunnerTask: async () => notThere('task runners'),
		...more,
	};
}

function notThere(what: string): never {
	throw new Error(`The engine has no ${what}: they belong to n8n's server`);
}
