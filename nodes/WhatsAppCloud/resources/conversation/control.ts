import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	controlThread,
	ROLES,
	type ThreadControl,
} from '../../../../cloud-api/conversations/threadControl';
import { defaultCountry } from '../../fields/defaultCountry';
import { optionsCollection } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { recipientOf } from '../../runtime/recipient';
import type { Call } from '../../runtime/operation';

/** The parameters that all operations of a conversation share. */
export const conversation: INodeProperties[] = [
	{ ...sender, displayName: 'Phone Number', description: 'The phone number of the conversation' },
	{
		...recipient,
		displayName: 'Customer',
		description:
			'Phone number with country code, or business-scoped user ID. Use "answerTo" from the trigger\'s output.',
	},
];

export const controlOptions: INodeProperties = optionsCollection([
	defaultCountry('Customer'),
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Wants a refund for order 4711',
		description: 'Text for the app that gets control, up to 2,000 characters',
	},
]);

/** Asks Meta to change who has control; the outcome arrives with the event Handover. */
export async function control(
	{ graph, param }: Call,
	action: ThreadControl['action'],
): Promise<IDataObject> {
	const customer = recipientOf(param);
	const { requestId } = await controlThread(graph, param.sender(), {
		action,
		customer,
		targetRole: action === 'pass' ? param.choice('targetRole', ROLES) : undefined,
		metadata: param.group('options').optionalText('metadata'),
	});
	return { customer: customer.value, action, requestId };
}
