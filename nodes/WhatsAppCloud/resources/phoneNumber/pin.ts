import type { INodeProperties } from 'n8n-workflow';

export const pin: INodeProperties = {
	displayName: 'PIN',
	name: 'pin',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'e.g. 123456',
	description: 'Six digits',
};
