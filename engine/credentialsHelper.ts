import type {
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	getCredentialOwnRequestAllowedDomains,
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import type { CredentialStore } from './credentialStore';
import { getAdditionalKeys, type Credentials } from './n8nCore';
import type { NodeTypes } from './nodeTypes';

/** Stands for "no node" where n8n resolves expressions in a credential outside a workflow. */
const NO_NODE: INode = {
	id: '',
	name: '',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * What n8n's server does with credentials around every request: decrypt, fill in defaults, resolve
 * expressions, authenticate, refresh through `preAuthentication` and store what that returns.
 */
export class CredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly nodeTypes: NodeTypes,
		private readonly store: CredentialStore,
	) {
		super();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.nodeTypes.credentialType(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (!authenticate) return options;
		if (!workflow || !node) {
			throw new Error(
				'A declarative authenticate needs a workflow and a node to resolve its expressions',
			);
		}
		const resolve = (value: string) =>
			isExpression(value)
				? String(
						workflow.expression.getSimpleParameterValue(node, value, 'internal', {
							$credentials: credentials,
						}) || '',
					)
				: value;
		options.headers ??= {};
		const target = options as unknown as Record<string, Record<string, string>>;
		for (const [part, values] of Object.entries(authenticate.properties)) {
			target[part] ??= {};
			for (const [key, value] of Object.entries(values as Record<string, string>)) {
				target[part][resolve(key)] = resolve(value);
			}
		}
		return options;
	}

	/**
	 * Runs the credential's `preAuthentication` when its expirable property is empty and when a request was
	 * rejected as unauthorized. Every key it returns is stored, except over a stored expression.
	 */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.nodeTypes.credentialType(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		)?.name;
		if (expirable === undefined || !type.preAuthentication) return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired) return undefined;

		const output = (await this.runPreAuthentication(helpers, credentials, typeName)) ?? {};
		if (output[expirable] === undefined || !node.credentials) return undefined;
		await this.persist(node.credentials[type.name], type, expirable, output);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.nodeTypes.credentialType(typeName);
		const output = await type.preAuthentication?.call(
			withinDomains(helpers, credentials),
			credentials,
		);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	getParentTypes(name: string): string[] {
		return this.nodeTypes.credentialType(name).extends ?? [];
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const { restrictToSupportedNodes } = this.nodeTypes.credentialType(credentialType);
		return (
			!restrictToSupportedNodes || this.nodeTypes.supportedNodes(credentialType).includes(nodeType)
		);
	}

	async getCredentials(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
	): Promise<Credentials> {
		return this.store.find(nodeCredentials, type);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.nodeTypes.credentialType(type).properties;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		expressionResolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = await this.store.find(nodeCredentials, type).getData();
		if (raw) return stored;
		return this.resolve(additionalData, stored, type, mode, executeData, expressionResolveValues);
	}

	/** Fills in the defaults of the credential type and resolves expressions. */
	resolve(
		additionalData: IWorkflowExecuteAdditionalData,
		stored: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		values?: ICredentialsExpressionResolveValues,
	): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(type);
		const data = NodeHelpers.getNodeParameters(
			properties,
			stored as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		// What n8n's OAuth2 flow stored is no field of the credential type.
		if (stored.oauthTokenData !== undefined) data.oauthTokenData = stored.oauthTokenData;
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		const parameters = data as INodeParameters;
		if (values) {
			return values.workflow.expression.getParameterValue(
				parameters,
				values.runExecutionData,
				values.runIndex,
				values.itemIndex,
				values.node.name,
				values.connectionInputData,
				mode,
				keys,
				executeData,
				false,
				parameters,
			) as ICredentialDataDecryptedObject;
		}
		const workflow = new Workflow({
			nodes: [NO_NODE],
			connections: {},
			active: false,
			nodeTypes: this.nodeTypes,
		});
		return workflow.expression.getComplexParameterValue(
			NO_NODE,
			parameters,
			mode,
			keys,
			undefined,
			undefined,
			parameters,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const { id, name } = this.store.find(nodeCredentials, type);
		await this.store.set(type, data, { id, name });
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('The engine has no OAuth credentials');
	}

	private async persist(
		details: INodeCredentialsDetails,
		type: ICredentialType,
		expirable: string,
		output: ICredentialDataDecryptedObject,
	): Promise<void> {
		const stored = await this.store.find(details, type.name).getData();
		const next = { ...stored };
		for (const [key, value] of Object.entries(output)) {
			if (key === expirable || !isExpression(stored[key])) next[key] = value;
		}
		await this.updateCredentials(details, type.name, next);
	}
}

/** Requests of a refresh may only go where the credential's own "Allowed HTTP Request Domains" let them. */
function withinDomains(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestHelper {
	return {
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				const allowedDomains = getCredentialOwnRequestAllowedDomains(credentials);
				return await helpers.httpRequest(
					allowedDomains === undefined ? options : { ...options, allowedDomains },
				);
			},
		},
	};
}
