import {
	compareTemplates,
	type ComparisonDays,
	readComparison,
} from '../../../../cloud-api/templates/comparison';
import { account } from '../../fields/account';
import { simplified, simplify } from '../../fields/simplify';
import { templateId } from '../../fields/template';
import type { Operation } from '../../runtime/operation';

export const compare: Operation = {
	name: 'Compare',
	value: 'compare',
	action: 'Compare two templates',
	description:
		'Compare two templates by messages sent, block rate, and main reason for blocks. Each template must have been sent at least 1,000 times.',
	fields: [
		templateId,
		{ ...templateId, displayName: 'Other Template', name: 'otherTemplate' },
		{
			displayName: 'Period',
			name: 'days',
			type: 'options',
			options: [
				{ name: '7 Days', value: 7 },
				{ name: '30 Days', value: 30 },
				{ name: '60 Days', value: 60 },
				{ name: '90 Days', value: 90 },
			],
			default: 30,
			description: 'Period to compare',
		},
		account,
		simplify,
	],
	async run({ graph, param }) {
		const answer = await compareTemplates(graph, {
			id: param.locator('template'),
			otherId: param.locator('otherTemplate'),
			days: (param.number('days') ?? 30) as ComparisonDays,
			now: Math.floor(Date.now() / 1000),
		});
		return readComparison(answer).map((compared) =>
			simplified(param, { ...compared, raw: answer }),
		);
	},
};
