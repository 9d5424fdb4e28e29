import type { INodeProperties } from 'n8n-workflow';

/** A flow, from the list or by its ID. */
export const flow: INodeProperties = {
	displayName: 'Flow',
	name: 'flow',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The flow to use',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a flow',
			typeOptions: { searchListMethod: 'searchFlows', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1520381925392561',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*\\d*\\s*$',
						errorMessage: 'A flow ID has only digits. It is not the name of the flow.',
					},
				},
			],
		},
	],
};

/** A flow to send: a list, an ID, or a name, which Meta resolves. */
export const flowToSend: INodeProperties = {
	...flow,
	description: 'The flow to open. Flows that cannot be sent are at the end of the list.',
	modes: [
		...(flow.modes ?? []),
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Quote Request',
		},
	],
};
