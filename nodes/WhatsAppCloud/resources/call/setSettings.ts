import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	getCallingSettings,
	setCallingSettings,
	WEEKDAYS,
	type CallHours,
} from '../../../../cloud-api/calling/settings';
import type { Values } from '../../../shared/values';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { callHours } from './hoursFields';

export const setSettings: Operation = {
	name: 'Set Settings',
	value: 'setSettings',
	action: 'Set the calling settings of a phone number',
	description:
		'Turn calls on or off, and set call hours and the call button. Changes only the settings you add.',
	fields: [
		number,
		{
			displayName: 'Settings',
			name: 'settings',
			type: 'collection',
			placeholder: 'Add setting',
			default: {},
			options: [
				callHours,
				{
					displayName: 'Callback Permission',
					name: 'callbackPermission',
					type: 'boolean',
					default: true,
					description: 'Whether a customer who calls is asked for permission to be called back',
				},
				{
					displayName: 'Countries With Call Button',
					name: 'countries',
					type: 'string',
					default: '',
					placeholder: 'e.g. US, BR',
					description:
						'Two-letter codes of the countries whose users see the call button. Leave empty for all countries.',
				},
				{
					displayName: 'Enabled',
					name: 'enabled',
					type: 'boolean',
					default: true,
					description:
						'Whether customers can call. Meta requires a messaging limit of at least 2,000.',
				},
				{
					displayName: 'Show Call Button',
					name: 'callButtonVisible',
					type: 'boolean',
					default: true,
					description: 'Whether chats show the call button',
				},
			],
		},
	],
	async run({ graph, param, context }) {
		const phoneNumberId = param.sender();
		const settings = param.group('settings');
		const added = settings.names();
		await setCallingSettings(graph, phoneNumberId, {
			enabled: settings.optionalFlag('enabled'),
			callButtonVisible: settings.optionalFlag('callButtonVisible'),
			callbackPermission: settings.optionalFlag('callbackPermission'),
			countries: added.includes('countries') ? settings.texts('countries') : undefined,
			hours: settings.has('hours') ? hoursOf(settings.group('hours'), context) : undefined,
		});
		const { enabled, callButtonVisible, countries, callbackPermission, hours } =
			await getCallingSettings(graph, phoneNumberId);
		const present = { enabled, callButtonVisible, countries, callbackPermission, hours };
		return { phoneNumberId, ...present } as unknown as IDataObject;
	},
};

function hoursOf(collection: Values, context: IExecuteFunctions): CallHours {
	const hours = collection.has('hours') ? collection.group('hours') : collection;
	const timezone = hours.text('timezone').trim() || context.getTimezone();
	return {
		enabled: hours.optionalFlag('enabled') ?? true,
		timezone,
		weekly: hours.rows('weekly', 'period').map((row) => ({
			day: row.choice('day', WEEKDAYS) ?? 'MONDAY',
			open: row.text('open'),
			close: row.text('close'),
		})),
		holidays: hours.rows('holidays', 'holiday').map((row) => ({
			date: dateIn(row.date('date'), context.getTimezone()),
			open: row.text('open'),
			close: row.text('close'),
		})),
	};
}

/** `YYYY-MM-DD` of a point in time in a time zone; empty without one. */
function dateIn(date: Date | undefined, timeZone: string): string {
	return date === undefined ? '' : new Intl.DateTimeFormat('en-CA', { timeZone }).format(date);
}
