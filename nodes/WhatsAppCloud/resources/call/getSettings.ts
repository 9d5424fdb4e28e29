import { getCallingSettings } from '../../../../cloud-api/calling/settings';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const getSettings: Operation = {
	name: 'Get Settings',
	value: 'getSettings',
	action: 'Get the calling settings of a phone number',
	description:
		'Get whether customers can call a phone number, the call hours, and the settings of the call button',
	fields: [number, simplify],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		const settings = await getCallingSettings(graph, phoneNumberId);
		return { phoneNumberId, ...simplified(param, settings) };
	},
};
