import type { Resource } from '../../runtime/operation';
import { deleteOne } from './delete';
import { get } from './get';
import { getSuggestions } from './getSuggestions';
import { set } from './set';

export const username: Resource = {
	name: 'Username',
	value: 'username',
	operations: [get, set, deleteOne, getSuggestions],
};
