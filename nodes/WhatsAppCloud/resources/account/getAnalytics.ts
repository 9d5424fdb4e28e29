import type { IDataObject } from 'n8n-workflow';
import {
	getAnalytics as analyticsOf,
	type AnalyticsKind,
	type Granularity,
} from '../../../../cloud-api/accounts/analytics';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

const KINDS: AnalyticsKind[] = [
	'conversations',
	'messages',
	'pricing',
	'templateGroups',
	'templates',
];
const GRANULARITIES: Granularity[] = ['day', 'halfHour', 'month'];

export const getAnalytics: Operation = {
	name: 'Get Analytics',
	value: 'getAnalytics',
	action: 'Get analytics of a WhatsApp Business Account',
	description:
		'Get analytics of messages, conversations, costs, or templates for a period. Returns one item per data point.',
	fields: [
		account,
		{
			displayName: 'Data',
			name: 'kind',
			type: 'options',
			options: [
				{
					name: 'Conversations',
					value: 'conversations',
					description: 'Conversations and their cost by category, type, country, and phone number',
				},
				{
					name: 'Messages',
					value: 'messages',
					description: 'Messages sent and delivered',
				},
				{
					name: 'Pricing',
					value: 'pricing',
					description:
						'Billed messages and their cost by category, type, country, and phone number',
				},
				{
					name: 'Template Groups',
					value: 'templateGroups',
					description: 'Messages sent, delivered, read, and clicked per template group',
				},
				{
					name: 'Templates',
					value: 'templates',
					description: 'Messages sent, delivered, read, and clicked per template',
				},
			],
			default: 'messages',
			description: 'What to analyze',
		},
		{
			displayName: 'From',
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '={{ $today.minus(7, "days") }}',
			description:
				'Start of the period. Meta keeps data for one year, and for 90 days for templates.',
		},
		{
			displayName: 'To',
			name: 'end',
			type: 'dateTime',
			required: true,
			default: '={{ $now }}',
			description: 'End of the period',
		},
		{
			displayName: 'Granularity',
			name: 'granularity',
			type: 'options',
			options: [
				{ name: 'Day', value: 'day' },
				{ name: 'Half Hour', value: 'halfHour' },
				{ name: 'Month', value: 'month' },
			],
			default: 'day',
			description: 'Period that one data point covers',
		},
		{
			displayName: 'Template Group IDs',
			name: 'templateGroupIds',
			type: 'string',
			default: '',
			displayOptions: { show: { kind: ['templateGroups'] } },
			description:
				'One to ten template group IDs, separated by commas. WhatsApp Manager shows them.',
		},
		{
			displayName: 'Template IDs',
			name: 'templateIds',
			type: 'string',
			default: '',
			displayOptions: { show: { kind: ['templates'] } },
			description:
				'One to ten template IDs, separated by commas. Template → Get Many returns them.',
		},
		{
			displayName: 'Phone Numbers',
			name: 'phoneNumbers',
			type: 'string',
			default: '',
			displayOptions: { hide: { kind: ['templateGroups', 'templates'] } },
			placeholder: 'e.g. +1 631 555 1111',
			description:
				'Phone numbers to include, separated by commas. Leave empty to include all phone numbers of the account.',
		},
	],
	async run({ graph, param }) {
		const points = await analyticsOf(graph, param.account(), {
			kind: param.choice('kind', KINDS) ?? 'messages',
			start: seconds(param.date('start')),
			end: seconds(param.date('end')),
			granularity: param.choice('granularity', GRANULARITIES) ?? 'day',
			phoneNumbers: param.texts('phoneNumbers'),
			templateIds: param.texts('templateIds'),
			templateGroupIds: param.texts('templateGroupIds'),
			now: Math.floor(Date.now() / 1000),
		});
		return points as IDataObject[];
	},
};

/** Unix time; not a number when no date was entered, which `getAnalytics` reports. */
function seconds(date: Date | undefined): number {
	return date ? Math.floor(date.getTime() / 1000) : NaN;
}
