import type { Resource } from '../../runtime/operation';
import { exchange } from './exchange';
import { inspect } from './inspect';
import { refresh } from './refresh';

export const accessToken: Resource = {
	name: 'Access Token',
	value: 'accessToken',
	operations: [inspect, refresh, exchange],
};
