import { WAIT_INDEFINITELY, type INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { Values } from '../../shared/values';

const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
const UNITS = ['minutes', 'hours', 'days'] as const;

/** The option of n8n's own nodes that wait for a response, in the same words. */
export const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description:
		'How long to wait for the answer. Then the workflow continues with "timedOut": true instead.',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					description: 'Whether to stop waiting after some time or at a certain time',
					options: [
						{
							name: 'After Time Interval',
							value: 'afterTimeInterval',
							description: 'Waits for a certain amount of time',
						},
						{
							name: 'At Specified Time',
							value: 'atSpecifiedTime',
							description: 'Waits until a date and time',
						},
					],
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					description: 'The time to wait',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
					default: 'hours',
					description: 'Unit of the amount',
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					default: '',
					description: 'When to stop waiting, in the time zone of the workflow',
				},
			],
		},
	],
};

/**
 * Until when to wait; n8n's value for "without limit" where the option is not set.
 *
 * @throws InvalidInputError for a time that has passed, or no amount
 */
export function waitsUntil(options: Values, now: number): Date {
	if (!options.has('limitWaitTime')) return WAIT_INDEFINITELY;
	const limit = options.group('limitWaitTime').group('values');
	if (limit.choice('limitType', ['afterTimeInterval', 'atSpecifiedTime']) === 'atSpecifiedTime') {
		const date = limit.date('maxDateAndTime');
		if (date !== undefined && date.getTime() > now) return date;
		return reject(
			limit.pathOf('maxDateAndTime'),
			date === undefined ? 'Max Date and Time is empty' : 'Max Date and Time has passed',
			'Enter a date and time in the future, or remove Limit Wait Time.',
		);
	}
	const amount = limit.number('resumeAmount') ?? 0;
	const unit = limit.choice('resumeUnit', UNITS) ?? 'hours';
	const until = new Date(now + amount * UNIT_MS[unit]);
	if (amount > 0 && !Number.isNaN(until.getTime())) return until;
	return reject(
		limit.pathOf('resumeAmount'),
		amount > 0 ? 'The wait time is too long' : 'The wait time is not more than 0',
		'Enter a positive amount, or remove Limit Wait Time to wait without a limit.',
	);
}

function reject(field: string, message: string, fix: string): never {
	throw new InvalidInputError(field, message, fix);
}
