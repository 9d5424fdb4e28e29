import { record, texts } from '../../../../cloud-api/answers';
import type { IDataObject } from 'n8n-workflow';
import { migrateTemplates } from '../../../../cloud-api/templates/migration';
import { account } from '../../fields/account';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { givenIds, templateIds } from './records';

export const migrate: Operation = {
	name: 'Migrate',
	value: 'migrate',
	action: 'Migrate templates from another account',
	description:
		'Copy approved templates from another account of the same business portfolio. The originals are kept.',
	fields: [
		{
			...account,
			displayName: 'Source Account',
			name: 'sourceAccount',
			required: true,
			description: 'WhatsApp Business Account to copy templates from',
		},
		{
			...account,
			displayName: 'Destination Account',
			description:
				"WhatsApp Business Account to copy templates to. Leave empty to use the credential's account.",
		},
		optionsCollection([
			{
				displayName: 'Page',
				name: 'page',
				type: 'number',
				default: 0,
				description: 'Page of 500 templates to copy, starting at 0',
			},
			{
				displayName: 'Page Size',
				name: 'count',
				type: 'number',
				default: 500,
				description:
					'Templates per page, up to 500. Decrease it if the request times out after 30 seconds.',
			},
		]),
		{
			...templateIds,
			required: false,
			description: 'Templates to copy, up to 500. Leave empty to copy all templates.',
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
		const failed = Object.entries(record(answer.failed_templates) as IDataObject);
		return {
			migrated: texts(answer.migrated_templates),
			failed: failed.map(([templateId, reason]) => ({ templateId, reason })),
		};
	},
};
