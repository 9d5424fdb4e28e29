import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { refundPayment } from '../../../../cloud-api/payments/payments';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { configuration, referenceId } from './fields';

const SPEEDS = ['normal', 'instant'] as const;

export const refund: Operation = {
	name: 'Refund',
	value: 'refund',
	action: 'Refund a payment',
	description: 'Refund a payment as a whole or in part. The request is never sent twice.',
	fields: [
		number,
		configuration,
		referenceId,
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			required: true,
			default: 0,
			description: 'Amount to refund, up to what was paid, e.g. 129.90',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'INR',
			placeholder: 'e.g. INR',
			description: 'Three-letter code of the currency of the order',
		},
		{
			displayName: 'Speed',
			name: 'speed',
			type: 'options',
			options: [
				{
					name: 'Instant',
					value: 'instant',
					description: "Where the customer's bank supports it, otherwise normal",
				},
				{ name: 'Normal', value: 'normal', description: 'Within several working days' },
			],
			default: 'normal',
			description: 'Speed of the refund',
		},
		simplify,
	],
	async run({ graph, param }) {
		const amount = param.number('amount');
		if (amount === undefined) {
			throw new InvalidInputError('amount', 'The amount is empty', 'Enter the amount to refund.');
		}
		const refunded = await refundPayment(graph, param.sender(), {
			configuration: param.text('configuration'),
			referenceId: param.text('referenceId'),
			amount,
			currency: param.text('currency'),
			speed: param.choice('speed', SPEEDS) ?? 'normal',
		});
		return { referenceId: param.text('referenceId').trim(), ...simplified(param, refunded) };
	},
};
