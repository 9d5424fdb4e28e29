import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { authenticationProperty } from '../shared/authenticationProperty';
import { methods } from './methods';
import { resources } from './resources';
import { findOperation, operationProperties, resourceOptions } from './runtime/properties';
import { runItems } from './runtime/runItems';
import { toolForm } from './runtime/toolForm';
import { resume } from './waiting/resume';

/** The action node. Each operation is a file below `resources`. */
export class WhatsAppCloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud API',
		name: 'whatsAppCloud',
		icon: { light: 'file:whatsAppCloud.svg', dark: 'file:whatsAppCloud.dark.svg' },
		group: ['output'],
		version: 1,
		// E.g. "send text: message".
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z]+)/g, " $1").toLowerCase() }}',
		description:
			"Send and receive WhatsApp messages, and manage templates, media, and phone numbers, with Meta's Cloud API",
		defaults: { name: 'WhatsApp Cloud API' },
		usableAsTool: { replacements: toolForm(resources, [authenticationProperty]) },
		// Exchange Code returns a token; n8n 2 never shows it in stored executions.
		sensitiveOutputFields: ['accessToken'],
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'whatsAppCloudApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'whatsAppCloudOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		// Where the trigger brings the answer to Send and Wait for Response.
		webhooks: [
			{
				name: 'default',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				responseData: '',
				path: '={{ $nodeId }}',
				restartWebhook: true,
				isFullPath: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: '={{ $nodeId }}',
				restartWebhook: true,
				isFullPath: true,
			},
		],
		waitingNodeTooltip: 'Waiting for the answer in WhatsApp',
		properties: [
			authenticationProperty,
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: resourceOptions(resources),
				default: 'message',
			},
			...operationProperties(resources),
		],
	};

	methods = methods;

	// Nothing to register: the webhooks continue executions, and n8n calls these for those that start one.
	webhookMethods = {
		default: {
			async checkExists(): Promise<boolean> {
				return true;
			},
			async create(): Promise<boolean> {
				return true;
			},
			async delete(): Promise<boolean> {
				return true;
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const value = this.getNodeParameter('operation', 0);
		const operation = findOperation(resources, resource, value);
		if (!operation) {
			throw new NodeOperationError(
				this.getNode(),
				`This version of the node has no operation "${value}" for "${resource}"`,
				{
					description:
						'Choose the operation again, or update the package n8n-nodes-whatsapp-cloud.',
				},
			);
		}
		return await runItems(this, operation, this.continueOnFail());
	}

	/** Called for an execution that waits at Send and Wait for Response. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}
}
