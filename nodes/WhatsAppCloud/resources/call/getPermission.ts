import type { IDataObject } from 'n8n-workflow';
import { getCallPermission } from '../../../../cloud-api/calling/permission';
import { defaultCountry } from '../../fields/defaultCountry';
import { number } from '../../fields/number';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';

export const getPermission: Operation = {
	name: 'Get Permission',
	value: 'getPermission',
	action: 'Get the call permission of a customer',
	description:
		'Get whether the business may call a customer, and whether it may ask for permission. To ask, use Message → Send Call Permission Request.',
	fields: [
		number,
		{
			displayName: 'Customer',
			name: 'customer',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 650 555 1234',
			description:
				'Phone number with country code, or business-scoped user ID. Use "answerTo" from the trigger\'s output.',
		},
		optionsCollection([defaultCountry('Customer')]),
	],
	async run({ graph, param }) {
		const customer = param.text('customer');
		const permission = await getCallPermission(graph, param.sender(), customer, {
			defaultCountry: param.group('options').optionalText('defaultCountry'),
		});
		return { customer, ...permission } as unknown as IDataObject;
	},
};
