import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { withoutQuery } from '../../../shared/callbackUrl';
import type { Operation } from '../../runtime/operation';
import { levelOf, place } from './fields';

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove a webhook',
	description:
		'Remove the callback URL of a phone number, an account, or the whole app. Events then go to the next, less specific callback URL.',
	fields: [
		...place,
		{
			displayName:
				'Removing the callback of the whole app also removes its list of webhook fields. Callbacks of phone numbers and accounts may then receive nothing.',
			name: 'removeAppNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { level: ['app'] } },
		},
		{
			displayName: 'Callback URL',
			name: 'callbackUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://old.example.com/whatsapp',
			description:
				'Remove only if this is the callback URL that is registered. Leave empty to remove whatever is registered.',
		},
	],
	async run(call) {
		const level = levelOf(call);
		const expected = call.param.text('callbackUrl').trim();
		const current = await level.read();
		if (current && expected !== '' && current.url !== expected) {
			throw new InvalidInputError(
				'callbackUrl',
				`${level.title} delivers to another callback URL: ${withoutQuery(current.url)}`,
				'Nothing was removed. Enter the callback URL as Webhook → Get Many returns it, or leave it empty to remove whatever is registered.',
			);
		}
		if (current) await level.clear();
		return {
			level: level.name,
			id: level.id,
			removed: current !== undefined,
			callbackUrl: current?.url ?? '',
		};
	},
};
