import { listPaymentConfigurations } from '../../../../cloud-api/payments/payments';
import { account } from '../../fields/account';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const getConfigurations: Operation = {
	name: 'Get Configurations',
	value: 'getConfigurations',
	action: 'Get the payment configurations of an account',
	description: 'Get the payment configurations of a WhatsApp Business Account, and their status',
	fields: [account, simplify],
	async run({ graph, param }) {
		const configurations = await listPaymentConfigurations(graph, param.account());
		return configurations.map((configuration) => simplified(param, configuration));
	},
};
