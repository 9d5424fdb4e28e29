import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INode,
	INodeCredentialTestResult,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import { additionalData } from './additionalData';
import type { CredentialsHelper } from './credentialsHelper';
import { ExecuteContext, RoutingNode } from './n8nCore';
import type { NodeTypes } from './nodeTypes';

type Rule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

interface TestedCredential {
	id: string;
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/**
 * The Test button of a credential: sends the credential type's `test` request through n8n's own
 * routing node, with authentication and a token refresh where the type has one, and turns the answer
 * into words by the type's rules as n8n's server does.
 */
export async function testCredential(
	credential: TestedCredential,
	nodeTypes: NodeTypes,
	credentialsHelper: CredentialsHelper,
	baseUrl: string,
): Promise<INodeCredentialTestResult> {
	const { test } = nodeTypes.credentialType(credential.type);
	if (!test) return failed('No testing function found for this credential.');
	const data = additionalData(credentialsHelper, baseUrl, { currentNodeParameters: {} });
	try {
		const resolved = credentialsHelper.resolve(data, credential.data, credential.type, 'internal');
		const response = await sendTest({ ...credential, data: resolved }, test, data, nodeTypes);
		return judgeBody(response, test.rules ?? []);
	} catch (error) {
		return judgeError(error, test.rules ?? []);
	}
}

async function sendTest(
	credential: TestedCredential,
	test: ICredentialTestRequest,
	data: ReturnType<typeof additionalData>,
	nodeTypes: NodeTypes,
): Promise<unknown> {
	const nodeType = testNodeType(nodeTypes, credential.type, test);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		// The bare name, as n8n's server has it: its helper therefore never sees that a test is running.
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const types: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: types,
	});
	const context = new ExecuteContext(
		workflow,
		node,
		data,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const output = await new RoutingNode(context, nodeType, credential).runNode();
	return output?.[0]?.[0]?.json;
}

/** n8n tests a credential with a "no operation" node whose only parameter carries the test request. */
function testNodeType(nodeTypes: NodeTypes, type: string, test: ICredentialTestRequest): INodeType {
	const { description } = nodeTypes.getByNameAndVersion('n8n-nodes-base.noOp');
	return {
		description: {
			...description,
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
}

function judgeBody(body: unknown, rules: Rule[]): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		if (valueAt(body, rule.properties.key) === rule.properties.value) {
			return failed(rule.properties.message);
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

interface RequestError {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText: string } };
}

function judgeError(thrown: unknown, rules: Rule[]): INodeCredentialTestResult {
	const { message, cause } = thrown as RequestError;
	if (cause?.response) {
		const { status, statusText } = cause.response;
		const rule = rules.find(
			(one) => one.type === 'responseCode' && one.properties.value === status,
		);
		if (rule) return failed(rule.properties.message);
		return failed(statusText || `Received HTTP status code: ${status}`);
	}
	return failed(cause?.code ?? String(message));
}

function valueAt(body: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null
					? (value as Record<string, unknown>)[key]
					: undefined,
			body,
		);
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
