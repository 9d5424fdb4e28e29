import type { INodeProperties } from 'n8n-workflow';
import { WEEKDAYS } from '../../../../cloud-api/calling/settings';

const open: INodeProperties = {
	displayName: 'Open',
	name: 'open',
	type: 'string',
	default: '09:00',
	placeholder: 'e.g. 09:00',
	description: 'Start on the 24-hour clock',
};

const close: INodeProperties = {
	displayName: 'Close',
	name: 'close',
	type: 'string',
	default: '17:00',
	placeholder: 'e.g. 17:00',
	description: 'End on the 24-hour clock',
};

/** When customers can call; sent as a whole, because Meta replaces the former hours. */
export const callHours: INodeProperties = {
	displayName: 'Call Hours',
	name: 'hours',
	type: 'fixedCollection',
	placeholder: 'Add call hours',
	default: {},
	description: 'When customers can call. Replaces the current hours and holidays.',
	options: [
		{
			displayName: 'Call Hours',
			name: 'hours',
			values: [
				{
					displayName: 'Enabled',
					name: 'enabled',
					type: 'boolean',
					default: true,
					description: 'Whether customers can call only in these hours, instead of at any time',
				},
				{
					displayName: 'Time Zone',
					name: 'timezone',
					type: 'string',
					default: '',
					placeholder: 'e.g. America/Manaus',
					description:
						"Time zone of the hours, as named in the IANA database. Leave empty to use the workflow's time zone.",
				},
				{
					displayName: 'Weekly Hours',
					name: 'weekly',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add hours',
					default: {},
					description: 'Up to two periods for each day. Days without a period are closed.',
					options: [
						{
							displayName: 'Hours',
							name: 'period',
							values: [
								{
									displayName: 'Day',
									name: 'day',
									type: 'options',

									options: WEEKDAYS.map((day) => ({
										name: `${day[0]}${day.slice(1).toLowerCase()}`,
										value: day,
									})),
									default: 'MONDAY',
									description: 'Day of the week',
								},
								open,
								close,
							],
						},
					],
				},
				{
					displayName: 'Holidays',
					name: 'holidays',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add holiday',
					default: {},
					description: 'Up to 20 dates whose hours replace the weekly ones',
					options: [
						{
							displayName: 'Holiday',
							name: 'holiday',
							values: [
								{
									displayName: 'Date',
									name: 'date',
									type: 'dateTime',
									default: '',
									description: 'Date of the holiday. The time of day is ignored.',
								},
								open,
								close,
							],
						},
					],
				},
			],
		},
	],
};
