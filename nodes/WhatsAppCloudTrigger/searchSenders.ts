import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listPhoneNumbers } from '../../cloud-api/accounts/phoneNumbers';
import { readCredential, requireFromCredential } from '../shared/credential';
import { toNodeError } from '../shared/errors';
import { graphOf } from '../shared/graph';

/** The account's phone numbers, as customers see them. */
export async function searchSenders(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const credential = await readCredential(this);
		const account = requireFromCredential(credential, 'businessAccountId', 'to list its numbers');
		const numbers = await listPhoneNumbers(graphOf(this, credential), account);
		const results = numbers.map(({ phoneNumber, displayName, phoneNumberId }) => ({
			name: `${phoneNumber} (${displayName})`,
			value: phoneNumberId,
		}));
		const wanted = filter.toLowerCase();
		return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
