import type { INodeProperties } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { LocalizedValue } from '../../../cloud-api/templates/parameters/localized';
import type { ParameterValues } from '../../../cloud-api/templates/parameters/values';
import type { Values } from '../../shared/values';

const TYPES = ['currency', 'dateTime', 'groupInvite'] as const;

/** Currencies, dates, and group invite links as values of a template message. */
export const localizedValuesField: INodeProperties = {
	displayName: 'Localized Values',
	name: 'localizedValues',
	type: 'fixedCollection',
	placeholder: 'Add value',
	default: {},
	typeOptions: { multipleValues: true },
	description:
		'Values that WhatsApp formats in the language of the customer, and group invite links. They replace the values of the same parameters.',
	options: [
		{
			displayName: 'Value',
			name: 'value',
			values: [
				{
					displayName: 'Amount',
					name: 'amount',
					type: 'number',
					default: 0,
					placeholder: 'e.g. 100.99',
					description: 'Amount in the currency, with up to three decimals',
				},
				{
					displayName: 'Currency Code',
					name: 'code',
					type: 'string',
					default: '',
					placeholder: 'e.g. USD',
					description: 'Three-letter ISO 4217 code',
				},
				{
					displayName: 'Fallback Text',
					name: 'fallback',
					type: 'string',
					default: '',
					placeholder: 'e.g. $100.99',
					description:
						'Text to show if WhatsApp cannot format the value. For dates, WhatsApp shows only this text.',
				},
				{
					displayName: 'Group ID',
					name: 'groupId',
					type: 'string',
					default: '',
					description: 'ID of the group to invite to',
				},
				{
					displayName: 'Parameter',
					name: 'parameter',
					type: 'string',
					default: '',
					placeholder: 'e.g. body.1',
					description: 'ID of the parameter. Template → Get lists the IDs of a template.',
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{
							name: 'Currency',
							value: 'currency',
						},
						{
							name: 'Date',
							value: 'dateTime',
						},
						{
							name: 'Group Invite Link',
							value: 'groupInvite',
						},
					],
					default: 'currency',
					description: 'Type of the value',
				},
			],
		},
	],
};

/** Returns the localized values by parameter ID. */
export function localizedValues(options: Values): ParameterValues {
	return Object.fromEntries(
		options.rows('localizedValues', 'value').map((row) => [parameterOf(row), valueOf(row)]),
	);
}

function parameterOf(row: Values): string {
	const parameter = row.text('parameter').trim();
	if (/^(card\.\d+\.)?(body|header\.text)\.\w+$|button\.\d+\.url$/.test(parameter))
		return parameter;
	throw new InvalidInputError(
		row.pathOf('parameter'),
		parameter === ''
			? 'The parameter of the localized value is missing'
			: `"${parameter.slice(0, 60)}" cannot have a localized value`,
		'Enter the ID of a variable in the header or the body, e.g. body.1, or for a group invite link of a URL button, e.g. button.0.url.',
	);
}

function valueOf(row: Values): LocalizedValue {
	const type = row.choice('type', TYPES) ?? 'currency';
	if (type === 'groupInvite') return { group_id: row.text('groupId').trim() };
	const fallback = row.text('fallback').trim();
	if (type === 'dateTime') return { date_time: { fallback_value: fallback } };
	const code = row.text('code').trim().toUpperCase();
	const amount = row.number('amount') ?? 0;
	return {
		currency: {
			fallback_value: fallback || `${amount} ${code}`.trim(),
			code,
			amount_1000: Math.round(amount * 1000),
		},
	};
}
