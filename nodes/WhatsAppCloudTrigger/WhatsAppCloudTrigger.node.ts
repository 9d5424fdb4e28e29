import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { deliver } from './delivery/deliver';
import { handshake } from './delivery/handshake';
import { EVENT_OPTIONS } from './eventChoices';
import { OUTPUTS } from './outputs';
import { filterProperties } from './properties/filters';
import { optionProperties, outputProperties } from './properties/options';
import { registrationProperties } from './properties/registration';
import { checkExists, create, remove } from './registration/hooks';
import { CALLBACK_PATH } from '../shared/callbackUrl';
import { authenticationProperty } from '../shared/authenticationProperty';
import { searchSenders } from '../shared/lists/searchSenders';

/**
 * Starts a workflow when something happens on WhatsApp. `registration` registers the callback URL with
 * Meta, `delivery` turns the deliveries into items.
 */
export class WhatsAppCloudTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Cloud API Trigger',
		name: 'whatsAppCloudTrigger',
		icon: {
			light: 'file:../WhatsAppCloud/whatsAppCloud.svg',
			dark: 'file:../WhatsAppCloud/whatsAppCloud.dark.svg',
		},
		group: ['trigger'],
		// For nodes of version 1, n8n evaluates one more expression for each delivery.
		version: 2,
		subtitle: '={{ $parameter["events"].join(", ").replaceAll("_", " ") }}',
		// The same as that of the action node: n8n merges both in its search and shows one of them.
		description:
			"Send and receive WhatsApp messages, and manage templates, media, and phone numbers, with Meta's Cloud API",
		eventTriggerDescription: 'Waiting for an event from WhatsApp',
		activationMessage:
			'The workflow now receives events from WhatsApp. Send a message to your business phone number to try it.',
		defaults: { name: 'WhatsApp Cloud API Trigger' },
		inputs: [],
		outputs: OUTPUTS,
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
		// The order matters: Meta verifies by GET while the POST address is being registered.
		webhooks: [
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: CALLBACK_PATH,
				ndvHideMethod: true,
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: CALLBACK_PATH,
				ndvHideMethod: true,
				ndvHideUrl: '={{ $parameter["registerFor"] !== "manual" }}',
			},
		],
		triggerPanel: {
			header: 'Send a message to your WhatsApp number',
			executionsHelp: {
				inactive:
					'<b>To try it:</b> click "Execute step" (in older versions "Listen for test event") and send a message to your business phone number. If the workflow is published, it receives the test events too.<br /><br /><b>To use it:</b> publish the workflow (in older versions, activate it). It registers itself with Meta. You don\'t need to paste anything, except with Register For: Manually.<br /><br /><b>Nothing arrives?</b> Make sure that the Meta app is Live and that the credential contains its App Secret. Rejected deliveries appear in the <a data-key="executions">executions list</a> with the reason. Run Account → Diagnose of the WhatsApp Cloud API node to check the rest.',
				active:
					'<b>To try it:</b> click "Execute step" (in older versions "Listen for test event") and send a message to your business phone number. The published workflow receives the test events too.<br /><br /><b>The workflow is live:</b> events start executions, which appear in the <a data-key="executions">executions list</a>. Rejected deliveries appear there too, with the reason.<br /><br /><b>Nothing arrives?</b> Run Account → Diagnose of the WhatsApp Cloud API node to find the cause and the fix.',
			},
			activationHint:
				'Publish the workflow (in older versions, activate it) to receive WhatsApp events permanently, not only during a test',
		},
		properties: [
			authenticationProperty,
			...registrationProperties,
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				required: true,
				options: EVENT_OPTIONS,
				default: ['message'],
				description: 'What starts the workflow. Returns one item per event.',
			},
			...outputProperties,
			...filterProperties,
			...optionProperties,
		],
	};

	methods = { listSearch: { searchSenders } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? await handshake(this) : await deliver(this);
	}
}
