import type { Resource } from '../../runtime/operation';
import { block } from './block';
import { getMany } from './getMany';
import { removeFromContactBook } from './removeFromContactBook';
import { unblock } from './unblock';

export const user: Resource = {
	name: 'User',
	value: 'user',
	operations: [block, unblock, getMany, removeFromContactBook],
};
