import { migrateFlows } from '../../../../cloud-api/flows/manage';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';

export const migrate: Operation = {
	name: 'Migrate',
	value: 'migrate',
	action: 'Migrate flows from another account',
	description:
		'Copy flows from another account of the same business portfolio. The originals stay, and the copies are drafts.',
	fields: [
		{
			...account,
			displayName: 'Source Account',
			name: 'sourceAccount',
			required: true,
			description: 'WhatsApp Business Account to copy flows from',
		},
		{
			...account,
			displayName: 'Destination Account',
			description:
				'WhatsApp Business Account to copy flows to. Default: the account of the credential.',
		},
		{
			displayName: 'Flow Names',
			name: 'flowNames',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Quote Request',
			description: 'Copy only these flows, up to 100, one name per line. Default: all.',
		},
	],
	async run({ graph, param }) {
		const names = param
			.entries('flowNames')
			.flatMap((entry) => entry.split(/\r?\n/))
			.map((name) => name.trim())
			.filter((name) => name !== '');
		return await migrateFlows(graph, param.account(), {
			sourceAccount: param.locator('sourceAccount'),
			names,
		});
	},
};
