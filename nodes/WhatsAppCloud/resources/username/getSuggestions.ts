import { suggestUsernames } from '../../../../cloud-api/usernames/usernames';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const getSuggestions: Operation = {
	name: 'Get Suggestions',
	value: 'getSuggestions',
	action: 'Get username suggestions for a phone number',
	description: 'Get free usernames that fit the business. Returns one item per suggestion.',
	fields: [number],
	async run({ graph, param }) {
		const names = await suggestUsernames(graph, param.sender());
		return names.map((username) => ({ username }));
	},
};
