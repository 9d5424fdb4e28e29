import type { INodeProperties } from 'n8n-workflow';

/** The phone number in every form of both nodes; empty means the credential's default. */
export const phoneNumberLocator: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: "Leave it empty to use the credential's default phone number",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Default phone number of the credential',
			typeOptions: { searchListMethod: 'searchSenders', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540352242922',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*\\d*\\s*$',
						errorMessage:
							'A phone number ID consists of digits only; it is not the phone number itself',
					},
				},
			],
		},
	],
};
