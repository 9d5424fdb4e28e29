import type { IDataObject } from 'n8n-workflow';
import { ATTRIBUTION_DAYS } from '../../../../cloud-api/conversions/event';
import { EVENT_NAMES } from '../../../../cloud-api/conversions/eventNames';
import { account } from '../../fields/account';
import { defaultCountry } from '../../fields/defaultCountry';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { sendAllEvents } from './sendAllEvents';

export const sendEvent: Operation = {
	name: 'Send Event',
	value: 'sendEvent',
	action: 'Report a conversion of an ad that opens WhatsApp',
	description:
		'Report what a customer did after a click on an ad that opens WhatsApp, e.g. a purchase, so that Meta attributes it to the ad (Conversions API). All items are sent together.',
	fields: [
		account,
		{
			displayName: 'Event',
			name: 'eventName',
			type: 'options',
			options: [...EVENT_NAMES],
			default: 'Purchase',
			description:
				'What the customer did. For an event that Meta added later, use an expression that returns its name.',
		},
		{
			displayName: 'Click ID',
			name: 'ctwaClid',
			type: 'string',
			required: true,
			default: '={{ $json.referral?.ctwaClid }}',
			description:
				'ID of the click on the ad. The trigger returns it as "referral.ctwaClid" with the first message after the click.',
		},
		{
			displayName: 'Value',
			name: 'value',
			// A number field shows 0 where nothing is entered.
			type: 'string',
			default: '',
			placeholder: 'e.g. 129.90',
			description: 'Amount. Required for a purchase.',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: '',
			placeholder: 'e.g. EUR',
			description: 'Three-letter code of the currency. Required with a value.',
		},
		optionsCollection([
			{
				displayName: 'Click Time',
				name: 'clickTime',
				type: 'dateTime',
				default: '',
				description: `When the customer clicked, e.g. "timestamp" of the first message. An event more than ${ATTRIBUTION_DAYS} days later is invalid, because Meta does not attribute it.`,
			},
			{
				displayName: 'Content IDs',
				name: 'contentIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. SKU-1, SKU-2',
				description: 'Product IDs, separated by commas or line breaks',
			},
			{
				displayName: 'Custom Data (JSON)',
				name: 'customData',
				type: 'json',
				default: '{}',
				description: "More fields of custom_data, in Meta's names",
			},
			{
				displayName: 'Dataset ID',
				name: 'datasetId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1234567890123456',
				description:
					'Dataset that receives the event. Without it, the dataset of the account is used, and created if there is none.',
			},
			defaultCountry('Phone'),
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. name@email.com',
				description: 'Email address of the customer, which is sent as a SHA-256 hash',
			},
			{
				displayName: 'Event ID',
				name: 'eventId',
				type: 'string',
				default: '',
				placeholder: 'e.g. order-4711',
				description:
					'Meta counts events with the same ID once. Without it, an ID is made of the execution and the item, so that a retry does not count twice.',
			},
			{
				displayName: 'Event Time',
				name: 'eventTime',
				type: 'dateTime',
				default: '',
				description: 'When it happened, within the last 7 days. Defaults to now.',
			},
			{
				displayName: 'Order ID',
				name: 'orderId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 4711',
				description: 'ID of the order',
			},
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				placeholder: 'e.g. +1 650 555 1234',
				description: 'Phone number of the customer, which is sent as a SHA-256 hash',
			},
			{
				displayName: 'Test Event Code',
				name: 'testEventCode',
				type: 'string',
				default: '',
				placeholder: 'e.g. TEST12345',
				description: 'Code from Events Manager → Test events. Test events are not attributed.',
			},
		]),
	],
	async run(call) {
		const outcomes = await call.once('conversion events', async () => await sendAllEvents(call));
		const outcome = outcomes[call.itemIndex];
		if (outcome.error) throw outcome.error as Error;
		return outcome.result as unknown as IDataObject;
	},
};
