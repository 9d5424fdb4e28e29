import type { Resource } from '../../runtime/operation';
import { diagnose } from './diagnose';
import { get } from './get';
import { getAnalytics } from './getAnalytics';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	operations: [diagnose, get, getAnalytics],
};
