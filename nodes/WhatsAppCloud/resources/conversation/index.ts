import type { Resource } from '../../runtime/operation';
import { pass } from './pass';
import { release } from './release';
import { take } from './take';

export const conversation: Resource = {
	name: 'Conversation',
	value: 'conversation',
	operations: [pass, release, take],
};
