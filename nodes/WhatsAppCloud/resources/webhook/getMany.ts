import type { IDataObject } from 'n8n-workflow';
import { judgeCallback, ownCallbackExample } from '../../../shared/callbackOwner';
import type { Operation } from '../../runtime/operation';
import { callbackPlaces, scope } from './places';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many webhooks',
	description:
		'Get the callback URLs of the Meta app, its accounts, and their phone numbers. Shows who each URL belongs to and whether it responds.',
	fields: [
		...scope,
		{
			displayName: 'Registered Only',
			name: 'registeredOnly',
			type: 'boolean',
			default: false,
			description: 'Whether to exclude accounts and phone numbers without a callback URL',
		},
	],
	async run(call) {
		const { context, credential, itemIndex, param } = call;
		const { places } = await callbackPlaces(call);
		const own = ownCallbackExample(context, itemIndex);
		const rows: IDataObject[] = [];
		for (const { url, ...place } of places) {
			if (url === '' && param.flag('registeredOnly')) continue;
			const judged =
				url === '' ? undefined : await judgeCallback(context, url, own, credential.appSecret);
			// The editor's table shows missing values in red.
			rows.push({
				level: place.level,
				name: place.name,
				callbackUrl: url,
				owner: judged?.owner ?? 'none',
				answer: judged?.answer ?? 'none',
				answerReason: judged?.reason ?? '',
				isPlaceholder: judged?.isPlaceholder ?? false,
				isTest: judged?.isTest ?? false,
				id: place.id,
				businessAccountId:
					place.businessAccountId ?? (place.level === 'businessAccount' ? place.id : ''),
				fields: (place.fields ?? []).join(', '),
				...(place.isSubscribed !== undefined && { subscribed: place.isSubscribed }),
				...(place.isRegistered !== undefined && { registered: place.isRegistered }),
			});
		}
		return rows;
	},
};
