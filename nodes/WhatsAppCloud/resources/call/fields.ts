import type { INodeProperties } from 'n8n-workflow';

export const callId: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wacid.HBgLMTIxODU1NTI4MjgVAgARGCAyODRQIAFRoA',
	description: 'ID of the call. The trigger returns it as "callId" with the event Call.',
};
