import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { setBlocked } from '../../../../cloud-api/accounts/users';
import { optionsCollection } from '../../fields/options';
import { phoneNumberOptions } from '../../fields/phoneNumberOptions';
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

export const userOptions: INodeProperties = optionsCollection(
	Object.values(phoneNumberOptions('Users', 'accept')),
);

/** Blocks or unblocks the users named; one result for each, whatever the result of the others. */
export async function change({ graph, param }: Call, blocked: boolean): Promise<IDataObject[]> {
	const options = param.group('options');
	const outcomes = await setBlocked(graph, param.sender(), param.texts('users'), blocked, {
		defaultCountry: options.optionalText('defaultCountry'),
		allowUnusualNumbers: options.flag('allowUnusualNumbers'),
	});
	return outcomes.map(({ success, ...outcome }) => ({
		user: outcome.input,
		[blocked ? 'blocked' : 'unblocked']: success,
		...outcome,
	}));
}
