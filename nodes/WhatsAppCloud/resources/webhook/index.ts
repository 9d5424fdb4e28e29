import type { Resource } from '../../runtime/operation';
import { cleanUp } from './cleanUp';
import { getMany } from './getMany';
import { remove } from './remove';
import { set } from './set';
import { subscribe } from './subscribe';
import { unsubscribe } from './unsubscribe';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	operations: [getMany, set, remove, subscribe, unsubscribe, cleanUp],
};
