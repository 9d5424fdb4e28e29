import type { INodeProperties } from 'n8n-workflow';
import {
	callbackLevel,
	type Level,
	type LevelName,
} from '../../../../cloud-api/accounts/callbackLevels';
import { requireFromCredential } from '../../../shared/credential';
import { account } from '../../fields/account';
import { number } from '../../fields/number';
import type { Call } from '../../runtime/operation';

/** Where a callback is registered, with the phone number or account it is for. */
export const place: INodeProperties[] = [
	{
		displayName: 'Register For',
		name: 'level',
		type: 'options',
		options: [
			{ name: 'Phone Number', value: 'phoneNumber' },
			{ name: 'WhatsApp Business Account', value: 'businessAccount' },
			{ name: 'Whole App', value: 'app' },
		],
		default: 'phoneNumber',
		description:
			'Level of the callback URL. Meta delivers to the most specific one: phone number, then account, then app.',
	},
	{ ...number, displayOptions: { show: { level: ['phoneNumber'] } } },
	{ ...account, displayOptions: { show: { level: ['businessAccount'] } } },
];

/** The level that the parameters name. @throws InvalidInputError when an ID is missing */
export function levelOf({ graph, credential, param }: Call): Level {
	const appId = requireFromCredential(credential, 'appId', 'to find the callbacks of the app');
	const name = param.text('level') as LevelName;
	const id =
		name === 'phoneNumber' ? param.sender() : name === 'businessAccount' ? param.account() : appId;
	return callbackLevel(graph, name, id, appId);
}
