import type { Resource } from '../../runtime/operation';
import { get } from './get';
import { getConfigurations } from './getConfigurations';
import { refund } from './refund';

export const payment: Resource = {
	name: 'Payment',
	value: 'payment',
	operations: [get, refund, getConfigurations],
};
