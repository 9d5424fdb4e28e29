import type { IDataObject } from 'n8n-workflow';
import { migrateTemplates } from '../../../../cloud-api/templates/migration';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';
import { givenIds, templateIds } from './records';

export const migrate: Operation = {
	name: 'Migrate',
	value: 'migrate',
	action: 'Migrate templates from another account',
	description:
		'Copy approved templates of another account of the same business into this one; they also stay where they are',
	fields: [
		{
			...account,
			displayName: 'Source Account',
			name: 'sourceAccount',
			required: true,
			description: 'The WhatsApp Business Account whose templates are copied',
		},
		{
			...account,
			displayName: 'Destination Account',
			description:
				"The account that gets the copies. Leave it empty to use the credential's account.",
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Page',
					name: 'page',
					type: 'number',
					default: 0,
					description: 'Of accounts with more than 500 templates: which 500, counted from 0',
				},
				{
					displayName: 'Templates at Once',
					name: 'count',
					type: 'number',
					default: 500,
					description:
						'Fewer when the copying takes longer than Meta waits (30 seconds), at most 500',
				},
			],
		},
		{
			...templateIds,
			required: false,
			description:
				'Only these, at most 500, e.g. those that could not be copied before. Empty for all.',
		},
	],
	async run({ graph, param }) {
		const options = param.group('options');
		const page = options.number('page');
		const count = options.number('count');
		const answer = await migrateTemplates(graph, param.account(), {
			sourceAccount: param.locator('sourceAccount'),
			ids: givenIds(param),
			...(page !== undefined && { page }),
			...(count !== undefined && { count }),
		});
		const failed = Object.entries((answer.failed_templates ?? {}) as IDataObject);
		return {
			migrated: [answer.migrated_templates ?? []].flat() as string[],
			failed: failed.map(([templateId, reason]) => ({ templateId, reason })),
		};
	},
};
