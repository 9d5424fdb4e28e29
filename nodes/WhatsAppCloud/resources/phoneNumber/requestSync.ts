import {
	requestSync as requestSyncOf,
	type SyncType,
} from '../../../../cloud-api/accounts/coexistence';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const requestSync: Operation = {
	name: 'Request Sync',
	value: 'requestSync',
	action: 'Request a sync from the WhatsApp Business app',
	description:
		'Request the contacts or the chat history of the WhatsApp Business app as events (coexistence). Each can be requested once, within 24 hours of onboarding.',
	fields: [
		number,
		{
			displayName: 'Sync',
			name: 'syncType',
			type: 'options',
			options: [
				{
					name: 'Contacts',
					value: 'smb_app_state_sync',
					description: 'The trigger receives them as the event "Contact Sync"',
				},
				{
					name: 'Chat History',
					value: 'history',
					description: 'The trigger receives it as the event "History"',
				},
			],
			default: 'smb_app_state_sync',
			description: 'What to request. Publish a workflow with a trigger for the event first.',
		},
	],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const syncType = param.text('syncType') as SyncType;
		const { requestId } = await requestSyncOf(graph, phoneNumberId, syncType);
		return { phoneNumberId, syncType, requested: true, requestId: requestId ?? '' };
	},
};
