import { addressRequestMessage } from '../../../../cloud-api/messages/addressRequest';
import { body, footer } from '../../fields/bodyAndFooter';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import type { Values } from '../../../shared/values';
import { sendAndTell } from './send';

export const sendAddressRequest: Operation = {
	name: 'Send Address Request',
	value: 'sendAddressRequest',
	action: 'Ask for an address',
	description:
		"Ask a customer in India for a delivery address with WhatsApp's address form. Available only to businesses in India.",
	sends: true,
	fields: [
		sender,
		recipient,
		{ ...body, placeholder: 'e.g. Where should we deliver your order?' },
		footer,
		{
			displayName: 'Prefilled Values',
			name: 'values',
			type: 'collection',
			placeholder: 'Add value',
			default: {},
			description: 'Values that the form shows when it opens',
			options: [
				{
					displayName: 'Address',
					name: 'address',
					type: 'string',
					default: '',
					description: 'Street address',
				},
				{
					displayName: 'Building',
					name: 'building_name',
					type: 'string',
					default: '',
					description: 'Name of the building',
				},
				{
					displayName: 'City',
					name: 'city',
					type: 'string',
					default: '',
					description: 'Name of the city',
				},
				{
					displayName: 'Floor',
					name: 'floor_number',
					type: 'string',
					default: '',
					description: 'Number of the floor',
				},
				{
					displayName: 'House Number',
					name: 'house_number',
					type: 'string',
					default: '',
					description: 'Number of the house',
				},
				{
					displayName: 'Landmark',
					name: 'landmark_area',
					type: 'string',
					default: '',
					description: 'Landmark or area near the address',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: 'Name of the recipient',
				},
				{
					displayName: 'Phone Number',
					name: 'phone_number',
					type: 'string',
					default: '',
					description: 'Phone number for the delivery',
				},
				{
					displayName: 'PIN Code',
					name: 'in_pin_code',
					type: 'string',
					default: '',
					description: 'Postal code, six digits',
				},
				{
					displayName: 'State',
					name: 'state',
					type: 'string',
					default: '',
					description: 'Name of the state',
				},
				{
					displayName: 'Tower',
					name: 'tower_number',
					type: 'string',
					default: '',
					description: 'Number of the tower',
				},
			],
		},
		simplify,
		sendOptions({
			extra: [
				{
					displayName: 'Saved Addresses',
					name: 'savedAddresses',
					type: 'json',
					default: '[\n  { "id": "home", "value": { "name": "Ada", "in_pin_code": "400063" } }\n]',
					description: 'Addresses that the customer can choose from',
				},
				{
					displayName: 'Validation Errors',
					name: 'validationErrors',
					type: 'json',
					default: '{}',
					description:
						'Errors to show next to the fields after an invalid answer: { "in_pin_code": "We do not deliver there" }',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		return await sendAndTell(
			call,
			addressRequestMessage({
				body: param.text('body'),
				footer: param.text('footer'),
				values: valuesOf(param.group('values')),
				savedAddresses: options.list('savedAddresses'),
				validationErrors: options.object('validationErrors'),
			}),
		);
	},
};

/** What the form shows in advance, without what was left empty. */
function valuesOf(values: Values): Record<string, string> {
	const texts = values.names().map((name) => [name, values.text(name)] as const);
	return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}
