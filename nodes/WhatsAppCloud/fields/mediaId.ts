import type { INodeProperties } from 'n8n-workflow';

/** The media ID of a received or uploaded file. */
export const mediaId: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1037543291543636',
	description:
		'The "mediaId" of the WhatsApp Cloud API Trigger (expires after 7 days) or of an upload (30 days)',
};
