import type { Resource } from '../../runtime/operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const signup: Resource = {
	name: 'Signup',
	value: 'signup',
	operations: [create, getMany, get, update],
};
