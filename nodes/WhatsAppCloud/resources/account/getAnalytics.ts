import type { IDataObject } from 'n8n-workflow';
import {
	getAnalytics as analyticsOf,
	type AnalyticsKind,
	type Granularity,
} from '../../../../cloud-api/accounts/analytics';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

const KINDS: AnalyticsKind[] = ['conversations', 'messages', 'pricing', 'templates'];
const GRANULARITIES: Granularity[] = ['day', 'halfHour', 'month'];

export const getAnalytics: Operation = {
	name: 'Get Analytics',
	value: 'getAnalytics',
	action: 'Get analytics of a WhatsApp Business account',
	description:
		'Get figures of messages, conversations, cost or templates over a span of time, one item for each data point',
	fields: [
		account,
		{
			displayName: 'Figures',
			name: 'kind',
			type: 'options',
			options: [
				{
					name: 'Conversations',
					value: 'conversations',
					description: 'Conversations with cost, by category, type, country and number',
				},
				{
					name: 'Messages',
					value: 'messages',
					description: 'Messages sent and delivered',
				},
				{
					name: 'Pricing',
					value: 'pricing',
					description: 'Billed messages with cost, by category, type, country and number',
				},
				{
					name: 'Templates',
					value: 'templates',
					description: 'Sent, delivered, read and clicked per template',
				},
			],
			default: 'messages',
		},
		{
			displayName: 'From',
			name: 'start',
			type: 'dateTime',
			required: true,
			default: '={{ $today.minus(7, "days") }}',
			description: 'Start of the span. Meta keeps a year, of templates 90 days.',
		},
		{
			displayName: 'To',
			name: 'end',
			type: 'dateTime',
			required: true,
			default: '={{ $now }}',
			description: 'End of the span',
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
			description: 'Length of time that one data point stands for',
		},
		{
			displayName: 'Template IDs',
			name: 'templateIds',
			type: 'string',
			default: '',
			displayOptions: { show: { kind: ['templates'] } },
			description: 'One to ten IDs, separated by commas. Template → Get Many lists them.',
		},
		{
			displayName: 'Phone Numbers',
			name: 'phoneNumbers',
			type: 'string',
			default: '',
			displayOptions: { hide: { kind: ['templates'] } },
			placeholder: 'e.g. +1 631 555 1111',
			description: 'Limit to these numbers, separated by commas. Empty means all of the account.',
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
			now: Math.floor(Date.now() / 1000),
		});
		return points as IDataObject[];
	},
};

/** Unix time; not a number when no date was entered, which `getAnalytics` reports. */
function seconds(date: Date | undefined): number {
	return date ? Math.floor(date.getTime() / 1000) : NaN;
}
