import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { checkCredential } from './checkCredential';
import { receive } from './receive';

/** The endpoint of a flow: starts a workflow that decides which screen comes next. */
export class WhatsAppCloudFlowTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud API Flow Trigger',
		name: 'whatsAppCloudFlowTrigger',
		icon: {
			light: 'file:../WhatsAppCloud/whatsAppCloud.svg',
			dark: 'file:../WhatsAppCloud/whatsAppCloud.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: 'flow endpoint',
		description: 'Answer the screens of a WhatsApp flow with a workflow',
		eventTriggerDescription: 'Waiting for a customer to open the flow',
		activationMessage:
			'The workflow now answers the screens of the flow. Send the flow to a customer to try it.',
		defaults: { name: 'WhatsApp Cloud API Flow Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppCloudApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'responseNode',
				path: 'whatsapp-flow',
				ndvHideMethod: true,
			},
		],
		properties: [
			{
				displayName:
					'Enter the URL above as the <i>Endpoint URL</i> of the flow (Flow → Update), run <i>Phone Number → Set Encryption Key</i> once for each phone number, and end the workflow with <i>Flow → Respond</i>.',
				name: 'setup',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Download Files',
						name: 'downloadFiles',
						type: 'boolean',
						default: true,
						description:
							'Whether to download, check, and decrypt the photos and documents of the customer, and to return them as binary data',
					},
					{
						displayName: 'Error Message',
						name: 'errorMessage',
						type: 'string',
						default: 'Something went wrong. Please try again.',
						description:
							'Shown on the screen if the workflow fails, does not respond, or takes longer than 9 seconds',
					},
					{
						displayName: 'Error Screen',
						name: 'errorScreen',
						type: 'string',
						default: '',
						placeholder: 'e.g. SORRY',
						description:
							'ID of the screen that shows the error message. Default: the screen the customer is on.',
					},
					{
						displayName: 'Invalid Token Message',
						name: 'notValidMessage',
						type: 'string',
						default: 'This form is no longer valid.',
						description: 'Shown if the flow token is not signed by Meta',
					},
				],
			},
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await checkCredential(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
