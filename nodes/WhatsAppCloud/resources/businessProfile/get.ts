import type { IDataObject } from 'n8n-workflow';
import { getProfile } from '../../../../cloud-api/accounts/profile';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a business profile',
	description:
		'Get the business profile: about text, description, address, email, websites, industry, and photo',
	fields: [number],
	async run({ graph, param }) {
		return (await getProfile(graph, param.sender())) as unknown as IDataObject;
	},
};
