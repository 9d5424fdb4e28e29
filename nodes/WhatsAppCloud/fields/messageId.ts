import type { INodeProperties } from 'n8n-workflow';

/** A message that was received or sent, by its wamid. */
export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ…',
	description:
		'ID of a received message ("messageId" in the trigger\'s output) or of a message that this node sent',
};
