import { getPayments } from '../../../../cloud-api/payments/payments';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { configuration, referenceId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the payments of an order',
	description:
		'Get the status, transactions, and refunds of an order. Meta recommends checking it before you ship goods.',
	fields: [number, configuration, referenceId, simplify],
	async run({ graph, param }) {
		const payments = await getPayments(
			graph,
			param.sender(),
			param.text('configuration'),
			param.text('referenceId'),
		);
		return payments.map((payment) => simplified(param, payment));
	},
};
