import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { setBlocked } from '../../../../cloud-api/accounts/users';
import type { Call } from '../../runtime/operation';

export const users: INodeProperties = {
	displayName: 'Users',
	name: 'users',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	description:
		'Phone numbers with country code, or business-scoped user IDs, separated by commas or line breaks',
};

/** Blocks or unblocks the users named; one result for each, whatever became of the others. */
export async function change({ graph, param }: Call, blocked: boolean): Promise<IDataObject[]> {
	const wanted = param
		.text('users')
		.split(/[,;\n]/)
		.map((user) => user.trim())
		.filter(Boolean);
	const outcomes = await setBlocked(graph, param.sender(), wanted, blocked);
	return outcomes.map(({ success, ...outcome }) => ({
		user: outcome.input,
		[blocked ? 'blocked' : 'unblocked']: success,
		...outcome,
	}));
}
