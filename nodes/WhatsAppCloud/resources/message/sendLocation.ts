import { locationMessage } from '../../../../cloud-api/messages/location';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendLocation: Operation = {
	name: 'Send Location',
	value: 'sendLocation',
	action: 'Send a location',
	description: 'Send a location on the map with its name and address',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 52.5163',
			description: 'Degrees north, from -90 to 90; south is negative',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 13.3777',
			description: 'Degrees east, from -180 to 180; west is negative',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Brandenburg Gate',
			description: 'Name of the place',
		},
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			placeholder: 'e.g. Pariser Platz, 10117 Berlin',
			description: 'Address shown below the name',
		},
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(
			call,
			locationMessage({
				latitude: param.text('latitude'),
				longitude: param.text('longitude'),
				name: param.text('name'),
				address: param.text('address'),
			}),
		);
	},
};
