import type { INodeProperties } from 'n8n-workflow';

/** The WhatsApp Business Account; empty for the one of the credential. */
export const account: INodeProperties = {
	displayName: 'WhatsApp Business Account',
	name: 'account',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: "The account to use. Leave empty to use the credential's account.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Account of the credential',
			typeOptions: { searchListMethod: 'searchAccounts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 102290129340398',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*\\d*\\s*$',
						errorMessage: 'A WhatsApp Business Account ID consists of digits only',
					},
				},
			],
		},
	],
};
