import type { IDataObject } from 'n8n-workflow';
import { getAutomation, getCommerce } from '../../../../cloud-api/accounts/automation';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const getSettings: Operation = {
	name: 'Get Settings',
	value: 'getSettings',
	action: 'Get the settings of a phone number',
	description:
		'Get the prompts and commands of a chat, and whether the catalog and the cart are shown',
	fields: [number],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const [automation, commerce] = await Promise.all([
			getAutomation(graph, phoneNumberId),
			getCommerce(graph, phoneNumberId),
		]);
		return { phoneNumberId, ...automation, ...commerce } as unknown as IDataObject;
	},
};
