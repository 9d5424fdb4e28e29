import type { Resource } from '../../runtime/operation';
import { get } from './get';
import { update } from './update';

export const businessProfile: Resource = {
	name: 'Business Profile',
	value: 'businessProfile',
	operations: [get, update],
};
